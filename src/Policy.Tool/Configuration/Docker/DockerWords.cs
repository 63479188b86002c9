using System.Text;

namespace DecisionPolicies.Tool.Configuration.Docker;

/// <summary>Reads the words of an instruction as Docker does: with quotes, escapes, and variables that are replaced.</summary>
/// <param name="escape">The character that escapes another.</param>
internal sealed class DockerWords(char escape)
{
    // Variables that contain each other grow without end.
    private const int MostReplaced = 4 * 1024 * 1024;

    private int _replaced;

    /// <summary>The words of a text as they are written: space inside quotes, or after an escape, does not end one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the first word may start.</param>
    public IEnumerable<(int Start, int End)> Split(string text, int start)
    {
        for (var at = start; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var first = at;
            var quote = '\0';
            for (; at < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[at])); at++)
            {
                if (text[at] == escape && quote != '\'') at++;
                else if (text[at] == quote) quote = '\0';
                else if (quote == '\0' && text[at] is '"' or '\'') quote = text[at];
            }
            at = Math.Min(at, text.Length);
            yield return (first, at);
        }
    }

    /// <summary>What a word means.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The first character of the word.</param>
    /// <param name="end">The character after it.</param>
    /// <param name="valueOf">The value of a variable; null if it is not known, and the word keeps its name.</param>
    /// <param name="openQuote">The quote that is not closed, or -1.</param>
    public string Read(string text, int start, int end, Func<string, string?> valueOf, out int openQuote)
    {
        var word = new StringBuilder();
        var lastBrace = end > start ? text.LastIndexOf('}', end - 1, end - start) : -1;
        openQuote = -1;
        for (var at = start; at < end; at++)
        {
            var c = text[at];
            var isSingle = openQuote >= 0 && text[openQuote] == '\'';
            var next = at + 1 < end ? text[at + 1] : '\0';
            if (openQuote >= 0 && c == text[openQuote]) openQuote = -1;
            else if (openQuote < 0 && c is '"' or '\'') openQuote = at;
            else if (c == escape && !isSingle && (openQuote < 0 || next is '"' or '$' || next == escape))
            {
                if (at + 1 < end) word.Append(text[++at]);
            }
            else if (c == '$' && !isSingle && ReadVariable(text, at, end, lastBrace, valueOf, word) is > 0 and var length) at += length - 1;
            else word.Append(c);
        }
        return word.ToString();
    }

    // $NAME, ${NAME} or ${NAME:-default}. Returns its length; 0 if it is left as it is.
    private int ReadVariable(string text, int at, int end, int lastBrace, Func<string, string?> valueOf, StringBuilder word)
    {
        var isBraced = at + 1 < end && text[at + 1] == '{';
        var start = at + (isBraced ? 2 : 1);
        var after = start;
        while (after < end && (char.IsAsciiLetterOrDigit(text[after]) || text[after] == '_')) after++;
        if (after == start || (isBraced && after > lastBrace)) return 0;
        if (valueOf(text[start..after]) is not { } value || _replaced + value.Length > MostReplaced) return 0;
        if (isBraced)
        {
            var hasDefault = text.AsSpan(after, end - after) is ['-', ..] or [':', '-', ..];
            if (!hasDefault && text[after] != '}') return 0;
            after = text.IndexOf('}', after) + 1;
        }
        _replaced += value.Length;
        word.Append(value);
        return after - at;
    }
}
