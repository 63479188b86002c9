using DecisionPolicies.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes a web application comply with decisions.</summary>
public static class DecisionPoliciesWebExtensions
{
    /// <summary>
    /// Judges the whole effective configuration and every mapped endpoint by these decisions when the application starts,
    /// before a port is bound. If an accepted decision is broken, the start fails with an
    /// <see cref="OptionsValidationException"/> that cites the record. An endpoint that is added later and breaks a decision is not
    /// served. Several calls add up.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="decisions">The decisions, usually <c>Decisions.All</c>.</param>
    /// <param name="configure">Configures what happens when a reload is rejected.</param>
    /// <returns>The builder.</returns>
    public static WebApplicationBuilder AddDecisionPolicies(
        this WebApplicationBuilder builder, IEnumerable<DecisionPolicy> decisions, Action<DecisionPoliciesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDecisionPolicies(decisions, configure).AddEndpointGuard();
        return builder;
    }

    /// <summary>
    /// Judges every mapped endpoint by the decisions of the host, as <see cref="AddDecisionPolicies"/> does. Use it for hosts that are
    /// built with an <see cref="IServiceCollection"/>, or by code that does not know that it builds a web application.
    /// </summary>
    /// <param name="services">The host's services, to which <c>AddDecisionPolicies</c> adds the decisions.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEndpointGuard(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.TryAddSingleton<ReportedFindings>();
        services.TryAddSingleton(provider => new EndpointGuard(provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartJudge, MappedEndpoints>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, EndpointsAtStart>());
        AddFirst(services, ServiceDescriptor.Singleton<IStartupFilter, RequestGuard>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, RejectedEndpointsPolicy>());
        return services;
    }

    // The first filter's middleware comes before that of all others.
    private static void AddFirst(IServiceCollection services, ServiceDescriptor filter)
    {
        if (!services.Any(service => service.ImplementationType == filter.ImplementationType)) services.Insert(0, filter);
    }

    /// <summary>
    /// Judges the JSON documents that are served at these paths, including those of a proxied server. A document that breaks
    /// an accepted decision is not sent; the client gets status 500 with problem details (RFC 9457) that cite the record. Rules
    /// refer to such a document as the configuration section <c>Served:Document</c>, and to the origin at which it is
    /// served as <c>Served:Origin</c>. Call this before the middleware that serves the documents.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="paths">The paths, as in <c>**/.well-known/**</c>: <c>*</c> matches any text within a segment, <c>**</c> any number of segments.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentException"><paramref name="paths"/> is empty.</exception>
    public static IApplicationBuilder UseDocumentGuard(this IApplicationBuilder app, params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Length == 0) throw new ArgumentException("Name at least one path, as in \"**/.well-known/**\".", nameof(paths));
        var globs = Array.ConvertAll(paths, path => new Glob(path));
        var judge = new DocumentJudge(app.ApplicationServices);
        return app.Use(next => new DocumentGuard(next, globs, judge).InvokeAsync);
    }
}
