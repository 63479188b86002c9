using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>A value that a decision forbids, and how to see that .NET has bound it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Key">The key that the rejection names.</param>
/// <param name="IsBoundFrom">Whether .NET binds the value from a configuration.</param>
internal sealed record Forbidden(DecisionPolicy Decision, string Key, Func<IConfiguration, bool> IsBoundFrom)
{
    /// <summary>The switch of ADR-0001.</summary>
    public static Forbidden Switch { get; } = Of<Gateway>(Decisions.NoDcr, "Gateway:Registration:Enabled", gateway => gateway.Registration.Enabled);

    /// <summary>The endpoint of ADR-0001, which must not be set at all.</summary>
    public static Forbidden Endpoint { get; } = Of<Gateway>(
        Decisions.NoDcr, "Gateway:Registration:Endpoint", gateway => !string.IsNullOrWhiteSpace(gateway.Registration.Endpoint));

    /// <summary>The client id of ADR-0001, which must not be set at all.</summary>
    public static Forbidden ClientId { get; } = Of<Gateway>(
        Decisions.NoDcr, "Gateway:Registration:ClientId", gateway => !string.IsNullOrWhiteSpace(gateway.Registration.ClientId));

    /// <summary>An authorization server of ADR-0001 that is the gateway itself.</summary>
    /// <param name="segment">The last segment of its key.</param>
    public static Forbidden OwnServer(string segment = "0") => Of<Gateway>(
        Decisions.NoDcr, $"Gateway:AuthorizationServers:{segment}", gateway =>
            gateway.AuthorizationServers.Any(server => IsOwn(gateway.PublicOrigin!, server)));

    /// <summary>A proxy route of ADR-0001 that lets registration through.</summary>
    /// <param name="route">The route's id.</param>
    public static Forbidden Route(string route = "main") => new(
        Decisions.NoDcr,
        $"ReverseProxy:Routes:{route}:Match:Path",
        configuration => configuration.GetSection("ReverseProxy:Routes").Get<Dictionary<string, Route>>()!.Values
            .Any(r => r.Match.Path?.Trim().TrimEnd('/').EndsWith("register", StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>A proxy route of ADR-0001 whose parameters may be registration.</summary>
    /// <param name="path">The path of the route.</param>
    public static Forbidden RouteTo(string path) => new(
        Decisions.NoDcr,
        "ReverseProxy:Routes:main:Match:Path",
        configuration => configuration.GetSection("ReverseProxy:Routes").Get<Dictionary<string, Route>>()!.Values.Any(r => r.Match.Path == path));

    /// <summary>A value of one type at the key <c>Section:Value</c>, which is not to have the condition.</summary>
    public static Forbidden Value<T>(Condition condition, T value) => Value(Verb.Forbid, condition, value);

    /// <summary>A value of one type at the key <c>Section:Value</c>, where another is required.</summary>
    public static Forbidden Instead<T>(Condition condition, T value) => Value(Verb.Require, condition, value);

    /// <summary>The same, at another key.</summary>
    public Forbidden At(string key) => this with { Key = key };

    /// <summary>A rule of its own about options of one type, which are bound from the first segment of its key.</summary>
    public static Forbidden By<T>(ConfigurationRule rule, Func<T, bool> isBound) where T : new() =>
        Of(Some.DecisionWith(rule), rule.Key.Text, isBound);

    private static Forbidden Value<T>(Verb verb, Condition condition, T value) =>
        By<Holder<T>>(new("Section:Value", verb, condition), holder => EqualityComparer<T>.Default.Equals(holder.Value, value));

    private static Forbidden Of<T>(DecisionPolicy decision, string key, Func<T, bool> isBound) where T : new() =>
        new(decision, key, configuration => isBound(configuration.GetSection(key.Split(':')[0]).Get<T>() ?? new()));

    // As a client sees it, which resolves what is relative.
    private static bool IsOwn(Uri origin, Uri server)
    {
        var resolved = new Uri(origin, server);
        return (resolved.Scheme, resolved.IdnHost.TrimEnd('.'), resolved.Port) == (origin.Scheme, origin.IdnHost.TrimEnd('.'), origin.Port);
    }
}
