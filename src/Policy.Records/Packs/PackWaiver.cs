namespace DecisionPolicies.Records;

/// <summary>A waiver of a packed decision, in a record of the project that refers to the pack.</summary>
/// <param name="Decision">The decision, as in <c>Contoso.Decisions/ADR-0001</c>.</param>
/// <param name="Waiver">The waiver. It has a first day.</param>
/// <param name="Places">Where its parts are.</param>
internal sealed record PackWaiver(string Decision, Waiver Waiver, PackWaiverPlaces Places);

/// <summary>The places of a waiver of a packed decision.</summary>
/// <param name="Decision">The decision that it names.</param>
/// <param name="Rule">The rule that it names.</param>
/// <param name="Key">The key that it names; otherwise the rule.</param>
/// <param name="Until">The last day.</param>
internal sealed record PackWaiverPlaces(Place Decision, Place Rule, Place Key, Place Until);

/// <summary>A reference to a packed decision where it must not be.</summary>
/// <param name="Decision">The decision, as in <c>Contoso.Decisions/ADR-0001</c>.</param>
/// <param name="Place">Where it is.</param>
internal sealed record PackReference(string Decision, Place Place);
