namespace DecisionPolicies.Records;

/// <summary>Recognizes rules in text that cannot be read as front matter, so that none is lost silently.</summary>
internal static class RulesText
{
    // As a rule's own key, or the start of it after a slip: "rulse".
    private const string KeyStart = "ru";

    private static readonly string[] _ofRule =
        [RuleReader.Configuration, RuleReader.Endpoint, RuleReader.Symbol, RuleReader.Literal, RuleReader.Package, RuleReader.Forbid, RuleReader.Require];

    // White space that is none to YAML, and the signs that can stand around a key.
    private static readonly char[] _aroundKey =
        [' ', '\t', '-', '[', ']', '{', '"', '\'', '>', ',', '?', '!', '&', '*', '\u00A0', '\u200B', '\uFEFF', '\u3000'];

    // TOML has '=' where YAML and JSON have ':'.
    private static readonly char[] _afterKey = [':', '='];

    /// <summary>Whether a text has a key for rules, and an item with a key of a rule.</summary>
    /// <param name="text">The text.</param>
    public static bool IsIn(string text) => HasKey(text) && HasItem(text);

    /// <summary>Whether a text has an item with a key of a rule, as in <c>- configuration: Queue:Count</c>.</summary>
    /// <param name="text">The text.</param>
    public static bool HasItem(string text) => EndOfLastItem(text) > 0;

    /// <summary>The position at which the last item with a key of a rule ends; 0 if there is none.</summary>
    /// <param name="text">The text.</param>
    public static int EndOfLastItem(string text)
    {
        var last = 0;
        // Most texts are asked that have no key at all.
        if (text.IndexOfAny(_afterKey) < 0) return last;
        foreach (var key in _ofRule)
        {
            for (var at = text.Length; at > last && (at = LastBefore(text, key, at)) >= 0;)
            {
                if (!IsKey(text, at, at + key.Length)) continue;
                last = at + key.Length;
                break;
            }
        }
        return last;
    }

    private static int LastBefore(string text, string key, int end) =>
        end == 0 ? -1 : text.LastIndexOf(key, end - 1, StringComparison.OrdinalIgnoreCase);

    private static bool HasKey(string text)
    {
        for (var at = 0; (at = text.IndexOf(KeyStart, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if (IsKey(text, at, end) || (end + 1 < text.Length && text[end] == ']' && text[end + 1] == ']')) return true;
            at = end;
        }
        return false;
    }

    private static bool IsKey(string text, int start, int end)
    {
        if (start > 0 && text[start - 1] is not ('\n' or '\r') && !_aroundKey.Contains(text[start - 1])) return false;
        while (end < text.Length && _aroundKey.Contains(text[end])) end++;
        return end < text.Length && _afterKey.Contains(text[end]);
    }
}
