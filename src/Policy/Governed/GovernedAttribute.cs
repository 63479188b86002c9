namespace DecisionPolicies;

/// <summary>
/// Marks an options class whose values decisions speak about. The source generator then writes <c>ValidateDecisions()</c> for its
/// <c>OptionsBuilder</c>, which judges the options as they are when everything has been configured, values set in code included.
/// </summary>
/// <remarks>
/// A configuration can set what a public property holds: text, numbers, booleans, enumerations, URIs, time spans, GUIDs, characters,
/// objects, lists and dictionaries of them. A class that contains itself is followed as deep as a rule's key goes; <c>**</c> means it once.
/// </remarks>
/// <param name="section">The configuration section that the options are bound from, as in <c>Gateway</c>; empty for the root.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GovernedAttribute(string section) : Attribute
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public string Section { get; } = section;
}
