namespace DecisionPolicies.Rules;

/// <summary>Says how to change a decision, and when to revisit it.</summary>
internal static class ChangeText
{
    /// <summary>In lines: what to do, and then each event on which to revisit the decision.</summary>
    /// <param name="decision">The decision.</param>
    public static IReadOnlyList<string> LinesOfChange(this DecisionPolicy decision) => decision.Revisit?.Clause() switch
    {
        _ when decision.Status == DecisionStatus.Proposed => [$"{decision.Do("change")} before it is accepted."],
        { } clause => [$"{decision.Do("supersede")}; revisit {clause}", .. decision.Revisit!.When],
        null => [decision.Do("supersede") + "."],
    };

    // Only its owners can change a decision of a pack.
    private static string Do(this DecisionPolicy decision, string verb) => decision.Pack is { } pack
        ? $"Ask the owners of {pack.Id} to {verb} the record"
        : $"{char.ToUpperInvariant(verb[0])}{verb.Substring(1)} the record";

    /// <summary>In one line.</summary>
    /// <param name="decision">The decision.</param>
    public static string HowToChange(this DecisionPolicy decision) => string.Join(" ", decision.LinesOfChange());

    /// <summary>
    /// When to revisit a decision, as in <c>by 2027-08-02, or if any of these happens:</c>, followed by the events; null if the record
    /// does not say.
    /// </summary>
    /// <param name="revisit">What the record says.</param>
    public static string? Clause(this Revisit revisit) => revisit switch
    {
        { By: { } by, When.Count: > 0 } => $"by {by.InWords()}, or if any of these happens:",
        { By: { } by } => $"by {by.InWords()}.",
        { When.Count: > 0 } => "if any of these happens:",
        _ => null,
    };
}
