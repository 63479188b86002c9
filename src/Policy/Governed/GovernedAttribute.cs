namespace DecisionPolicies;

/// <summary>
/// Marks an options class whose values decisions judge. The source generator then writes <c>ValidateDecisions()</c> for its
/// <c>OptionsBuilder</c>, which judges the options after all configuration, including values set in code.
/// </summary>
/// <remarks>
/// It judges public properties that a configuration can set: text, numbers, booleans, enumerations, URIs, time spans, GUIDs, characters,
/// objects, lists and dictionaries of them. A class that contains itself is followed as deep as a rule's key goes, and once for <c>**</c>.
/// </remarks>
/// <param name="section">The configuration section that the options are bound from, as in <c>Gateway</c>; empty for the root.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GovernedAttribute(string section) : Attribute
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public string Section { get; } = section;
}
