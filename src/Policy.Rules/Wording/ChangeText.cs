namespace DecisionPolicies.Rules;

/// <summary>Says how a decision can be changed by somebody who disagrees, and when it is looked at again.</summary>
internal static class ChangeText
{
    /// <summary>In lines: what to do, and then each event on which the decision is looked at again.</summary>
    /// <param name="decision">The decision.</param>
    public static IReadOnlyList<string> LinesOfChange(this DecisionPolicy decision) => decision.Revisit?.Clause() switch
    {
        _ when decision.Status == DecisionStatus.Proposed => ["Change the record before it is accepted."],
        { } clause => [$"Supersede the record; revisit {clause}", .. decision.Revisit!.When],
        null => ["Supersede the record."],
    };

    /// <summary>In one line.</summary>
    /// <param name="decision">The decision.</param>
    public static string HowToChange(this DecisionPolicy decision) => string.Join(" ", decision.LinesOfChange());

    /// <summary>
    /// When a decision is looked at again, as in <c>by 2027-08-02, or if any of these happens:</c>, where the events follow; null where it
    /// is not said.
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
