namespace DecisionPolicies;

/// <summary>
/// Marks an options class whose values decisions speak about. The source generator then writes <c>ValidateDecisions()</c> for its
/// <c>OptionsBuilder</c>, which judges the options as they are when everything has been configured, values set in code included.
/// </summary>
/// <param name="section">The configuration section that the options are bound from, as in <c>Gateway</c>; empty for the root.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GovernedAttribute(string section) : Attribute
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public string Section { get; } = section;
}
