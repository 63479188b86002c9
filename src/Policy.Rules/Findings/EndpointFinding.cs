namespace DecisionPolicies.Rules;

/// <summary>A rule about endpoints that is broken by one of them.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Key">The endpoint, by its methods and its route, or by the configuration key that makes it.</param>
/// <param name="Provenance">Who serves it, as in <c>handled by Shop.Orders.Register</c>; null where that is not known.</param>
internal sealed record EndpointFinding(EndpointRule Rule, string Key, string? Provenance) : IFinding
{
    Rule IFinding.Rule => Rule;

    /// <inheritdoc/>
    public string Fact => Key;

    /// <inheritdoc/>
    public string Demand => $"must not serve {Rule.Subject}";
}
