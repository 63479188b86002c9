namespace DecisionPolicies.Tool.Lint;

/// <summary>
/// Compares what two versions of a record decide, and why. Status, date, supersession, amendments, aliases, tags, people, waivers,
/// links and corrected spelling are not part of it.
/// </summary>
internal static class DecisionChange
{
    /// <summary>What is not the same, in words for a message.</summary>
    /// <param name="before">The record as it was.</param>
    /// <param name="textBefore">Its text.</param>
    /// <param name="after">The record as it is.</param>
    /// <param name="textAfter">Its text.</param>
    public static IEnumerable<string> Of(AdrRecord before, string textBefore, AdrRecord after, string textAfter)
    {
        var title = ProseText.IsSame(before.Title, after.Title);
        if (!title) yield return "the title";
        if (!ProseText.IsSame(before.Because, after.Because)) yield return "'because'";
        if (!IsSame(before.Instead, after.Instead)) yield return "'instead'";
        if (!IsSame(before.Allows, after.Allows)) yield return "'allows'";
        if (RulesOf(before.Rules, after.Rules) is { } rules) yield return rules;
        if (before.Revisit?.By != after.Revisit?.By || !IsSame(WhenOf(before), WhenOf(after))) yield return "'revisit'";
        if (!ProseText.IsSame(ProseText.Of(textBefore), ProseText.Of(textAfter))) yield return "the text below the front matter";
    }

    private static string? RulesOf(ValueList<Rule> before, ValueList<Rule> after)
    {
        if (before.Count == after.Count && before.Zip(after).All(pair => IsSame(pair.First, pair.Second))) return null;
        var gone = before.Where(rule => !after.Any(other => IsSame(rule, other))).Select(rule => rule.Subject).Distinct().ToList();
        var come = after.Where(rule => !before.Any(other => IsSame(rule, other))).Select(rule => rule.Subject).Distinct().ToList();
        var named = gone.Union(come).ToList();
        // Only their order is another.
        return named.Count == 0 ? null : $"'rules' ({string.Join(", ", named)})";
    }

    private static bool IsSame(Rule before, Rule after) =>
        (before with { Because = null }).Equals(after with { Because = null }) && ProseText.IsSame(before.Because, after.Because);

    private static ValueList<string> WhenOf(AdrRecord record) => record.Revisit?.When ?? ValueList<string>.Empty;

    private static bool IsSame(ValueList<string> before, ValueList<string> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => ProseText.IsSame(pair.First, pair.Second));
}
