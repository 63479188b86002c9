using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>
/// Makes text from a record or a configuration safe to show, in a log, on a terminal or in source: it stays on its line, moves no cursor,
/// reorders nothing, and is not a command to the runner that keeps the log.
/// </summary>
internal static class DisplayText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text for a log or a terminal: visible, and with a backslash in each <see cref="RunnerCommand"/>.</summary>
    /// <param name="text">Any text, which may be a whole line.</param>
    public static string Neutralise(string text) => RunnerCommand.Broken(Visible(text));

    /// <summary>
    /// The text for a page, or for source, which no runner reads: with line breaks and tabs as spaces, and with control characters,
    /// bidirectional controls and unpaired surrogates replaced by U+FFFD.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Visible(string text)
    {
        if (IsHarmless(text)) return text;
        var harmless = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) harmless.Append(text[i]).Append(text[++i]);
            else harmless.Append(Neutral(text[i]));
        }
        return harmless.ToString();
    }

    /// <summary>Whether a text contains a character that changes the direction of the text around it.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasBidirectionalControl(string text)
    {
        foreach (var c in text)
        {
            if (IsBidirectionalControl(c)) return true;
        }
        return false;
    }

    /// <summary>Whether a character changes the direction of the text around it, which can make code look like other code.</summary>
    /// <param name="c">The character.</param>
    public static bool IsBidirectionalControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Nearly every text is, and is not copied.
    private static bool IsHarmless(string text)
    {
        foreach (var c in text)
        {
            if (Neutral(c) != c) return false;
        }
        return true;
    }

    private static char Neutral(char c) => c switch
    {
        >= ' ' and <= '~' => c,
        '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' => ' ',
        '\uFFFE' or '\uFFFF' => Replacement,
        _ when char.IsControl(c) || char.IsSurrogate(c) || IsBidirectionalControl(c) => Replacement,
        _ => c,
    };
}
