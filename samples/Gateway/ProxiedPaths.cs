using DecisionPolicies.AspNetCore;
using Yarp.ReverseProxy.Configuration;

namespace Gateway;

/// <summary>The paths under which a proxy route serves its servers' responses: the path of the route, and the path requested from the servers.</summary>
internal static class ProxiedPaths
{
    private const string Anything = "/{**anything}";

    /// <summary>Describes a route for the endpoint guard.</summary>
    public static ServedPaths Of(RouteConfig route)
    {
        var path = string.IsNullOrWhiteSpace(route.Match.Path) ? Anything : '/' + route.Match.Path.Trim().TrimStart('/');
        var kind = route.KindOf();
        return new()
        {
            Methods = [.. route.Match.Methods ?? []],
            Routes = kind == RouteKind.Other ? [] : [path, .. After(route.Transforms ?? [], path)],
            // What a catch-all to an MCP server lets through is judged request by request.
            PassesOnAnything = kind == RouteKind.Unknown,
            ConfigurationKey = $"ReverseProxy:Routes:{route.RouteId}",
        };
    }

    private static IEnumerable<string> After(IEnumerable<IReadOnlyDictionary<string, string>> transforms, string path)
    {
        IEnumerable<string> paths = [path];
        foreach (var transform in transforms)
        {
            paths = transform switch
            {
                _ when Has(transform, "PathSet") is { } set => [set],
                _ when Has(transform, "PathPattern") is { } pattern => ['/' + pattern.TrimStart('/')],
                _ when Has(transform, "PathPrefix") is { } prefix => [.. paths.Select(each => prefix.TrimEnd('/') + each)],
                _ when Has(transform, "PathRemovePrefix") is { } prefix => [.. paths.SelectMany(each => Without(prefix, each))],
                _ => paths,
            };
        }
        return paths.Where(each => each != path).Distinct();
    }

    private static string? Has(IReadOnlyDictionary<string, string> transform, string name) =>
        transform.FirstOrDefault(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    // A parameter may or may not match the prefix, so either path may be requested.
    private static IEnumerable<string> Without(string prefix, string path)
    {
        var wanted = prefix.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var segments = path.Trim('/').Split('/');
        for (var i = 0; i < wanted.Length; i++)
        {
            if (i == segments.Length) return [path];
            if (segments[i].StartsWith("{*", StringComparison.Ordinal)) return [path, Anything];
            if (segments[i].Contains('{')) continue;
            if (!segments[i].Equals(wanted[i], StringComparison.OrdinalIgnoreCase)) return [path];
        }
        var rest = '/' + string.Join('/', segments.Skip(wanted.Length));
        return segments.Take(wanted.Length).Any(segment => segment.Contains('{')) ? [path, rest] : [rest];
    }
}
