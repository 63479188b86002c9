namespace DecisionPolicies;

/// <summary>The package that brought a decision: a decision pack.</summary>
/// <param name="Id">The package's id, as in <c>Contoso.Decisions</c>.</param>
/// <param name="Version">Its version, as in <c>1.2.0</c>.</param>
public sealed record DecisionPack(string Id, string Version)
{
    /// <summary>The pack in one line, as in <c>Contoso.Decisions 1.2.0</c>.</summary>
    public override string ToString() => $"{Id} {Version}";
}
