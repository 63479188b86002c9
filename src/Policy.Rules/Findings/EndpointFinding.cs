namespace DecisionPolicies.Rules;

/// <summary>A rule about endpoints that is broken by one of them.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Key">The endpoint, by its methods and its route, or by the configuration key that makes it.</param>
internal sealed record EndpointFinding(EndpointRule Rule, string Key) : IFinding
{
    Rule IFinding.Rule => Rule;

    /// <summary>The method that handles it, as in <c>Shop.Orders.Register</c>; null where that is not known.</summary>
    public string? Handler { get; init; }

    /// <summary>Where the configuration key that makes it is set; null where none does.</summary>
    public string? Source { get; init; }

    /// <summary>What the application calls it, where no handler is known.</summary>
    public string? DisplayName { get; init; }
}
