using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>
/// Compares what two versions of a record decide, and why. It ignores status, date, supersession, amendments, aliases, tags, people,
/// waivers, links and corrected spelling.
/// </summary>
/// <param name="What">What differs, in words for a message.</param>
/// <param name="Key">The key of the front matter that differs; null for the text below.</param>
internal sealed record DecisionChange(string What, string? Key)
{
    /// <summary>What differs.</summary>
    /// <param name="before">The old version of the record.</param>
    /// <param name="textBefore">Its text.</param>
    /// <param name="after">The new version.</param>
    /// <param name="textAfter">Its text.</param>
    public static IEnumerable<DecisionChange> Of(DecisionPolicy before, string textBefore, DecisionPolicy after, string textAfter)
    {
        if (!ProseText.IsSame(before.Title, after.Title)) yield return new("the title", "title");
        if (!ProseText.IsSame(before.Because, after.Because)) yield return OfKey("because");
        if (!IsSame(before.Instead, after.Instead)) yield return OfKey("instead");
        if (!IsSame(before.Allows, after.Allows)) yield return OfKey("allows");
        if (RulesOf(before.Rules, after.Rules) is { } rules) yield return rules;
        if (before.Revisit?.By != after.Revisit?.By || !IsSame(WhenOf(before), WhenOf(after))) yield return OfKey("revisit");
        if (!ProseText.IsSame(ProseText.Of(textBefore), ProseText.Of(textAfter))) yield return new("the text below the front matter", null);
    }

    /// <summary>Where the changed part is now; the start of the file if it was removed.</summary>
    /// <param name="file">The record's file.</param>
    public Place PlaceIn(LogFile file)
    {
        if (Key is not null) return file.Fields.Key(Key)?.Key.Place ?? Place.Start;
        var line = FrontMatter.Of(file.Text).BodyLine;
        return new(line, 1, line, 1);
    }

    private static DecisionChange OfKey(string key) => new($"'{key}'", key);

    private static DecisionChange? RulesOf(ValueList<Rule> before, ValueList<Rule> after)
    {
        if (before.Count == after.Count && before.Zip(after).All(pair => IsSame(pair.First, pair.Second))) return null;
        var removed = before.Where(rule => !after.Any(other => IsSame(rule, other))).Select(rule => rule.Subject).Distinct().ToList();
        var added = after.Where(rule => !before.Any(other => IsSame(rule, other))).Select(rule => rule.Subject).Distinct().ToList();
        var named = removed.Union(added).ToList();
        // Only their order differs.
        return named.Count == 0 ? null : new($"'rules' ({string.Join(", ", named)})", FieldNames.Rules);
    }

    private static bool IsSame(Rule before, Rule after) =>
        (before with { Because = null }).Equals(after with { Because = null }) && ProseText.IsSame(before.Because, after.Because);

    private static ValueList<string> WhenOf(DecisionPolicy decision) => decision.Revisit?.When ?? ValueList<string>.Empty;

    private static bool IsSame(ValueList<string> before, ValueList<string> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => ProseText.IsSame(pair.First, pair.Second));
}
