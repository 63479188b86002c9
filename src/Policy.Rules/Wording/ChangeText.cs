namespace DecisionPolicies.Rules;

/// <summary>Says how a decision can be changed by somebody who disagrees.</summary>
internal static class ChangeText
{
    /// <summary>In lines: what to do, and then each event on which the decision is looked at again.</summary>
    /// <param name="decision">The decision.</param>
    public static IReadOnlyList<string> LinesOfChange(this DecisionPolicy decision) => decision.Revisit switch
    {
        _ when decision.Status == DecisionStatus.Proposed => ["Change the record before it is accepted."],
        { By: { } by, When.Count: > 0 } both => [$"Supersede the record; revisit by {by.InWords()}, or if any of these happens:", .. both.When],
        { By: { } by } => [$"Supersede the record; revisit by {by.InWords()}."],
        { When.Count: > 0 } events => ["Supersede the record; revisit if any of these happens:", .. events.When],
        _ => ["Supersede the record."],
    };

    /// <summary>In one line.</summary>
    /// <param name="decision">The decision.</param>
    public static string HowToChange(this DecisionPolicy decision) => string.Join(" ", decision.LinesOfChange());
}
