using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>
/// Makes text from a record or a configuration safe to show, in a log, on a terminal or in source: it stays on its line, moves no cursor,
/// reorders nothing, hides nothing, and is not a command to the runner that keeps the log.
/// </summary>
internal static class DisplayText
{
    /// <summary>The text for a log or a terminal: visible, and with a backslash in each <see cref="RunnerCommand"/>.</summary>
    /// <param name="text">Any text, which may be a whole line.</param>
    public static string Neutralise(string text) => RunnerCommand.Broken(Visible(text));

    /// <summary>
    /// The text for a page, or for source, which no runner reads: with line breaks and tabs as spaces, and with each other character that
    /// cannot be seen as an escape, as in <c>\u200B</c>.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Visible(string text) => Of(text, InvisibleCharacter.EscapeAt);

    /// <summary>The text to be stored: with line breaks and tabs as spaces, and without other characters that cannot be seen.</summary>
    /// <param name="text">Any text.</param>
    public static string WithoutInvisible(string text) => Of(text, static (_, _) => "");

    private static string Of(string text, Func<string, int, string> instead)
    {
        var at = FirstOdd(text, 0);
        if (at == text.Length) return text;
        var shown = new StringBuilder(text.Length);
        for (var start = 0; ; at = FirstOdd(text, start))
        {
            shown.Append(text, start, at - start);
            if (at == text.Length) return shown.ToString();
            shown.Append(IsSpace(text[at]) ? " " : instead(text, at));
            start = at + InvisibleCharacter.LengthAt(text, at);
        }
    }

    // Nearly every text has none, and is not copied.
    private static int FirstOdd(string text, int start)
    {
        for (var at = start; at < text.Length; at += InvisibleCharacter.LengthAt(text, at))
        {
            if (text[at] is >= ' ' and <= '~') continue;
            if (InvisibleCharacter.IsAt(text, at) && !InvisibleCharacter.IsExpectedAt(text, at)) return at;
        }
        return text.Length;
    }

    private static bool IsSpace(char c) => c is '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029';
}
