namespace DecisionPolicies.Rules;

/// <summary>A rule about endpoints that an endpoint breaks.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Key">The endpoint: its methods and route, or the configuration key that creates it.</param>
internal sealed record EndpointFinding(EndpointRule Rule, string Key) : IFinding
{
    Rule IFinding.Rule => Rule;

    /// <summary>The method that handles the endpoint, as in <c>Shop.Orders.Register</c>; null if it is unknown.</summary>
    public string? Handler { get; init; }

    /// <summary>The source of the configuration key that creates the endpoint; null if none does.</summary>
    public string? Source { get; init; }

    /// <summary>The application's name for the endpoint, if the handler is unknown.</summary>
    public string? DisplayName { get; init; }
}
