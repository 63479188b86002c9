namespace DecisionPolicies.Rules;

/// <summary>A rule that forbids an endpoint to be served.</summary>
/// <param name="Endpoint">The endpoints that are forbidden.</param>
public sealed record EndpointRule(EndpointPattern Endpoint) : Rule
{
    /// <summary>Makes a rule from the text of its endpoint.</summary>
    /// <param name="endpoint">The endpoint, as in <c>POST **/register</c>.</param>
    /// <exception cref="FormatException">The text is no endpoint.</exception>
    public EndpointRule(string endpoint) : this(EndpointPattern.Parse(endpoint))
    {
    }

    /// <summary>Endpoints that the rule does not speak about, although its own pattern means them.</summary>
    public ValueList<EndpointPattern> Except { get; init; } = ValueList<EndpointPattern>.Empty;

    /// <summary>Code that the rule does not speak about: an endpoint that is handled by one of these types, or reads its body as one.</summary>
    public ValueList<SymbolId> ExceptTypes { get; init; } = ValueList<SymbolId>.Empty;

    /// <summary>The host environments the rule applies in, compared without case; none means all.</summary>
    public ValueList<string> Environments { get; init; } = ValueList<string>.Empty;

    /// <inheritdoc/>
    public override string Subject => Endpoint.Text;

    /// <summary>Whether an endpoint breaks the rule. The only place that decides it.</summary>
    /// <param name="methods">The HTTP methods that it answers; none means any.</param>
    /// <param name="route">Its route.</param>
    /// <param name="unknown">What a parameter of the route counts as.</param>
    /// <param name="types">The documentation-comment ids of the types that handle it and that its body is read as, as far as they are known.</param>
    internal bool IsBrokenBy(IReadOnlyCollection<string> methods, RoutePattern route, UnknownSegments unknown, IReadOnlyCollection<string>? types = null)
    {
        if (types is not null && ExceptTypes.Any(type => types.Contains(type.Text, StringComparer.Ordinal))) return false;
        var common = Endpoint.MethodsIn(methods);
        // An exception is about what it names, so a parameter is no more than itself.
        return common is not null && Endpoint.Path.IsMatch(route, unknown)
            && !Except.Any(except => except.Covers(common) && except.Path.IsMatch(route, UnknownSegments.MatchWildcards));
    }
}
