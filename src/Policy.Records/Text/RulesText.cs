namespace DecisionPolicies.Records;

/// <summary>Recognizes rules in text that cannot be read as front matter, so that none is lost silently.</summary>
internal static class RulesText
{
    // As a rule's own key, or the start of it after a slip: "rulse".
    private const string KeyStart = "ru";

    private static readonly string[] _subjects =
        [RuleReader.Configuration, RuleReader.Endpoint, RuleReader.Symbol, RuleReader.Literal, RuleReader.Package];

    private static readonly char[] _aroundKey = [' ', '\t', '-', '[', ']', '{', '"', '\'', '>'];

    /// <summary>Whether a text has a key for rules, and an item with one of the subjects of a rule.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIn(string text)
    {
        var (hasKey, hasItem) = (false, false);
        foreach (var line in TextLine.Of(text, 0, 1))
        {
            hasKey |= IsKey(line.Text);
            hasItem |= _subjects.Any(subject => HasItem(line, subject));
            if (hasKey && hasItem) return true;
        }
        return false;
    }

    private static bool IsKey(string line)
    {
        var text = line.TrimStart(_aroundKey);
        if (!text.StartsWith(KeyStart, StringComparison.OrdinalIgnoreCase)) return false;
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text.Substring(end).TrimStart(_aroundKey) is [':' or '=', ..] || text.Substring(end).StartsWith("]]", StringComparison.Ordinal);
    }

    // An item of a list, in a block or in brackets.
    private static bool HasItem(TextLine line, string subject)
    {
        var end = line.Start + line.Length;
        for (var at = Next(line, subject, line.Start); at >= 0; at = Next(line, subject, at + 1))
        {
            if (at > line.Start && !_aroundKey.Contains(line.Whole[at - 1]) && line.Whole[at - 1] != ',') continue;
            var after = at + subject.Length;
            while (after < end && line.Whole[after] is ' ' or '\t' or '"' or '\'') after++;
            if (after < end && line.Whole[after] is ':' or '=') return true;
        }
        return false;
    }

    private static int Next(TextLine line, string subject, int from) =>
        line.Whole.IndexOf(subject, from, line.Start + line.Length - from, StringComparison.OrdinalIgnoreCase);
}
