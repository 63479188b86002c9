namespace DecisionPolicies.Rules;

/// <summary>A rule that forbids serving an endpoint.</summary>
/// <param name="Endpoint">The forbidden endpoints.</param>
public sealed record EndpointRule(EndpointPattern Endpoint) : Rule
{
    /// <summary>Makes a rule from the text of its endpoint.</summary>
    /// <param name="endpoint">The endpoint, as in <c>POST **/register</c>.</param>
    /// <exception cref="FormatException">The text is not an endpoint pattern; the message says why.</exception>
    public EndpointRule(string endpoint) : this(EndpointPattern.Parse(endpoint))
    {
    }

    /// <summary>Endpoints that the rule does not apply to, although they match its own pattern.</summary>
    public ValueList<EndpointPattern> Except { get; init; } = ValueList<EndpointPattern>.Empty;

    /// <summary>Types whose endpoints the rule does not apply to: endpoints that such a type handles, or that read their body as one.</summary>
    public ValueList<SymbolId> ExceptTypes { get; init; } = ValueList<SymbolId>.Empty;

    /// <summary>The host environments the rule applies in; case does not matter. An empty list means all environments.</summary>
    public ValueList<string> Environments { get; init; } = ValueList<string>.Empty;

    /// <inheritdoc/>
    public override string Subject => Endpoint.Text;

    /// <summary>Whether an endpoint breaks the rule. No other code decides that.</summary>
    /// <param name="methods">The HTTP methods that the endpoint answers; an empty list means any.</param>
    /// <param name="route">The route of the endpoint.</param>
    /// <param name="unknown">What a route parameter matches.</param>
    /// <param name="types">The documentation-comment ids of the known types that handle the endpoint or that it reads its body as.</param>
    internal bool IsBrokenBy(IReadOnlyCollection<string> methods, RoutePattern route, UnknownSegments unknown, IReadOnlyCollection<string>? types = null)
    {
        if (types is not null && ExceptTypes.Any(type => types.Contains(type.Text, StringComparer.Ordinal))) return false;
        var common = Endpoint.MethodsIn(methods);
        // An exception covers only what it names, so a parameter matches only a wildcard.
        return common is not null && Endpoint.Path.IsMatch(route, unknown)
            && !Except.Any(except => except.Covers(common) && except.Path.IsMatch(route, UnknownSegments.MatchWildcards));
    }
}
