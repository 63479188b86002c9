using DecisionPolicies.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes a web application keep decisions.</summary>
public static class DecisionPoliciesWebExtensions
{
    /// <summary>
    /// Judges the whole effective configuration and every mapped endpoint by these decisions when the application starts,
    /// before a port is bound. Where an accepted decision is broken, the start fails with an
    /// <see cref="OptionsValidationException"/> that cites the record. An endpoint that is added later and breaks one is not
    /// served. Several calls add up.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="decisions">The decisions, as a rule <c>Decisions.All</c>.</param>
    /// <param name="configure">Chooses what happens when a reload is refused.</param>
    /// <returns>The builder.</returns>
    public static WebApplicationBuilder AddDecisionPolicies(
        this WebApplicationBuilder builder, IEnumerable<DecisionPolicy> decisions, Action<DecisionPoliciesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDecisionPolicies(decisions, configure).AddEndpointGuard();
        return builder;
    }

    /// <summary>
    /// Judges every mapped endpoint by the decisions of the host, as <see cref="AddDecisionPolicies"/> does. For hosts that are
    /// built with an <see cref="IServiceCollection"/>, or by code that does not know that it builds a web application.
    /// </summary>
    /// <param name="services">The host's services, to which <c>AddDecisionPolicies</c> adds the decisions.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEndpointGuard(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.TryAddSingleton(provider => new EndpointGuard(provider));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartJudge, MappedEndpoints>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, EndpointsAtStart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, RejectedEndpointsPolicy>());
        return services;
    }

    /// <summary>
    /// Judges the JSON documents that are served at these paths, whoever writes them: a proxied server as well. One that breaks
    /// an accepted decision is not sent; the client gets status 500 with problem details (RFC 9457) that cite the record. Rules
    /// speak about such a document as about the configuration section <c>Served:Document</c>, and about the origin that it is
    /// served at as <c>Served:Origin</c>. Put this before whatever serves the documents.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="paths">The paths, as in <c>**/.well-known/**</c>: <c>*</c> is any text within a segment, <c>**</c> any number of segments.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentException">No path is given.</exception>
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
