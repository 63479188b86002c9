using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Records that a status names, as in <c>see [ADR-0002](0002-x.md) and 7</c>.</summary>
internal static class ReferencePhrase
{
    private static readonly char[] _before = [' ', '\t', ':', '\uFF1A', '-', '\u2192', '=', '>', '*', '_'];

    // What may connect references, or stand behind them.
    private static readonly HashSet<string> _between = new(
        ["and", "und", "et", "y", "e", "i", "en", "see", "also", "there", "siehe", "voir", "adr", "record", "decision"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text names no record on purpose, as in <c>: none</c>.</summary>
    public static bool IsNone(string text) => Reference.IsNone(text.TrimStart(_before));

    /// <summary>Whether a word connects references.</summary>
    public static bool IsBetween(string word) => _between.Contains(word);

    /// <summary>
    /// Whether a part of a text names records and says nothing else about them, as in <c>in part</c> or <c>if it is approved</c>. The title of a
    /// record may follow its id after a colon, and is the text of a link.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    public static bool IsAll(string text, int from, int end)
    {
        var part = WithoutLinks(text, from, end);
        if (part.IndexOf('?') >= 0) return false;
        // "Superseded by Redis"
        var isOneName = part.Trim(_before).IndexOf(' ') < 0;
        var colon = part.TrimStart(_before).IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0) part = part.TrimStart(_before).Substring(0, colon);
        return part.Split([' ', '\t', ',', '&', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries)
            .All(word => isOneName || word.Any(char.IsDigit) || !word.Any(char.IsLetter) || _between.Contains(word) || Reference.IsExternal(word));
    }

    /// <summary>The records that a part of a text names. A date in it is not a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shown">The same without marks, character by character.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    public static List<string> In(string text, string shown, int from, int end)
    {
        var part = text.Substring(from, end - from).ToCharArray();
        for (var at = from; at < end; at++)
        {
            if (at > 0 && !IsEdge(text[at - 1])) continue;
            // "20240531-use-one-queue" is an id.
            if (DatePhrase.EndAt(shown, at, out _) is not (var dateEnd and > 0) || dateEnd > end || (dateEnd < text.Length && !IsEdge(text[dateEnd]))) continue;
            for (; at < dateEnd; at++) part[at - from] = ' ';
        }
        var references = new string(part).TrimStart(_before).TrimEnd(' ', '\t', '*', '_');
        // The bracket around "(see ADR-0001)"
        if (references.EndsWith(")", StringComparison.Ordinal) && references.Count(c => c == '(') < references.Count(c => c == ')'))
        {
            references = references.Substring(0, references.Length - 1);
        }
        return Reference.AllInProse(references).ToList();
    }

    private static string WithoutLinks(string text, int from, int end)
    {
        var part = text.Substring(from, end - from).ToCharArray();
        for (var open = text.IndexOf('[', from, end - from); open >= 0;)
        {
            var close = text.IndexOf(']', open, end - open);
            if (close < 0) break;
            var target = InlineSigns.EndOfTarget(text, close + 1, end);
            var stop = Math.Max(target, close + 1);
            for (var at = open; at < stop; at++) part[at - from] = ' ';
            open = stop < end ? text.IndexOf('[', stop, end - stop) : -1;
        }
        return new(part);
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '(' or ')' or ',' or '.' or ';';
}
