using System.Reflection;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;

namespace DecisionPolicies.AspNetCore;

/// <summary>An endpoint as the rules see it.</summary>
/// <param name="Name">How a rejection names it.</param>
/// <param name="Methods">The HTTP methods; an empty list means any.</param>
/// <param name="Routes">The routes.</param>
/// <param name="Unknown">What a route parameter matches.</param>
/// <param name="Types">The documentation-comment ids of the types that handle it or that it reads its body as.</param>
internal sealed record ServedEndpoint(
    string Name, IReadOnlyList<string> Methods, RoutePattern[] Routes, UnknownSegments Unknown, IReadOnlyList<string> Types)
{
    /// <summary>The method that handles it; null if it is unknown.</summary>
    public string? Handler { get; init; }

    /// <summary>The source of the configuration key that creates it; null if none does.</summary>
    public string? Source { get; init; }

    /// <summary>The application's name for it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Makes the finding that it breaks a rule.</summary>
    public EndpointFinding Finding(EndpointRule rule) => new(rule, Name) { Handler = Handler, Source = Source, DisplayName = DisplayName };

    /// <summary>Describes an endpoint; null if it lacks a route.</summary>
    public static ServedEndpoint? Of(Endpoint endpoint, ConfigurationSettings settings)
    {
        if (endpoint.Metadata.GetMetadata<ServedPaths>() is { } paths) return Of(paths, settings);
        return endpoint is RouteEndpoint route ? OfRoute(route) : null;
    }

    /// <summary>Describes what a request asks for, whatever answers it.</summary>
    public static ServedEndpoint Of(string method, string path) =>
        new($"{method} {path}", [method], [RoutePattern.OfPath(path)], UnknownSegments.MatchWildcards, []);

    /// <summary>Describes an endpoint by its route.</summary>
    public static ServedEndpoint OfRoute(RouteEndpoint endpoint)
    {
        var pattern = endpoint.RoutePattern;
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        var route = RouteText.Of(pattern);
        var handler = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.MethodInfo ?? endpoint.Metadata.GetMetadata<MethodInfo>();
        return new(
            methods.Count == 0 ? route : $"{string.Join(',', methods)} {route}",
            methods,
            [RoutePattern.Parse(route)],
            UnknownSegments.MatchWildcards,
            [.. CodeName.IdsOf(handler?.DeclaringType), .. endpoint.Metadata.GetOrderedMetadata<IAcceptsMetadata>()
                .SelectMany(body => CodeName.IdsOf(body.RequestType)),
                .. CodeName.IdsOf(endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type)])
        {
            Handler = handler is null ? null : CodeName.Of(handler),
            DisplayName = endpoint.DisplayName,
        };
    }

    /// <summary>Describes what an endpoint serves by its metadata.</summary>
    public static ServedEndpoint Of(ServedPaths served, ConfigurationSettings settings)
    {
        var source = served.ConfigurationKey is { } key ? settings.SourceOf(key) : null;
        return new(
            served.ConfigurationKey ?? string.Join(", ", served.Routes.Select(route => string.Join(',', served.Methods) + ' ' + route)).Trim(),
            served.Methods,
            [.. served.Routes.Select(RoutePattern.Parse)],
            served.PassesOnAnything ? UnknownSegments.MatchAnything : UnknownSegments.MatchWildcards,
            [])
        { Source = source };
    }

    /// <summary>Whether it breaks a rule.</summary>
    public bool Breaks(EndpointRule rule) => Routes.Any(route => rule.IsBrokenBy(Methods, route, Unknown, Types));
}
