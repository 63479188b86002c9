using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Configuration.Systemd;

/// <summary>A word of a setting.</summary>
/// <param name="Text">What it means.</param>
/// <param name="Line">The line that it is in.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Separator">The first equals sign in it, or -1.</param>
internal sealed record SystemdWord(string Text, ContinuedLine Line, int Start, int End, int Separator)
{
    /// <summary>Its place.</summary>
    public Place Place => Line.PlaceOf(Start, End);
}

/// <summary>Reads the words of a setting as systemd does: with quotes, and with the escapes of C.</summary>
internal static class SystemdWords
{
    /// <summary>The words of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the first word may start.</param>
    /// <param name="fail">
    /// Receives the place and the reason of what cannot be read. systemd ignores the rest of such a line, so there are no words after it.
    /// </param>
    public static IEnumerable<SystemdWord> Of(ContinuedLine line, int start, Action<Place, string> fail)
    {
        for (var at = start; at < line.Text.Length;)
        {
            if (char.IsWhiteSpace(line.Text[at]))
            {
                at++;
                continue;
            }
            if (Read(line, at, fail) is not { } word) yield break;
            yield return word;
            at = word.End;
        }
    }

    private static SystemdWord? Read(ContinuedLine line, int start, Action<Place, string> fail)
    {
        var text = line.Text;
        var word = new StringBuilder();
        var (quote, quoteAt, at, separator) = ('\0', 0, start, -1);
        for (; at < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[at])); at++)
        {
            var c = text[at];
            if (c == quote) quote = '\0';
            else if (quote == '\0' && c is '"' or '\'') (quote, quoteAt) = (c, at);
            else if (c == '\\')
            {
                var length = ReadEscape(text, at, word);
                if (length == 0)
                {
                    fail(line.PlaceOf(at, Math.Min(text.Length, at + 2)), "systemd does not have this escape, and ignores the rest of the line.");
                    return null;
                }
                at += length - 1;
            }
            else
            {
                if (c == '=' && separator < 0) separator = at;
                // The only specifier that does not depend on the unit or the machine.
                if (c == '%' && at + 1 < text.Length && text[at + 1] == '%') at++;
                word.Append(c);
            }
        }
        if (quote == '\0') return new(word.ToString(), line, start, at, separator);
        fail(line.PlaceOf(quoteAt, quoteAt + 1), "This quote is not closed, and systemd ignores the rest of the line.");
        return null;
    }

    // The escapes of C, and \s for a space. Returns the length of the escape; 0 if it is not one.
    private static int ReadEscape(string text, int at, StringBuilder word)
    {
        if (at + 1 >= text.Length) return 0;
        var c = text[at + 1];
        if ("abfnrtvs\\\"'".IndexOf(c, StringComparison.Ordinal) is >= 0 and var index)
        {
            word.Append("\a\b\f\n\r\t\v \\\"'"[index]);
            return 2;
        }
        return c switch
        {
            'x' => ReadCharacter(text, at + 2, 2, 16, word),
            'u' => ReadCharacter(text, at + 2, 4, 16, word),
            'U' => ReadCharacter(text, at + 2, 8, 16, word),
            _ => ReadCharacter(text, at + 1, 3, 8, word),
        };
    }

    private static int ReadCharacter(string text, int start, int digits, int radix, StringBuilder word)
    {
        var code = 0L;
        for (var i = start; i < start + digits; i++)
        {
            var digit = i < text.Length && char.IsAsciiHexDigit(text[i]) ? int.Parse(text.AsSpan(i, 1), NumberStyles.AllowHexSpecifier, null) : radix;
            if (digit >= radix) return 0;
            code = (code * radix) + digit;
        }
        if (code == 0 || code > int.MaxValue || !Rune.IsValid((int)code)) return 0;
        word.Append(new Rune((int)code).ToString());
        // The backslash, the letter if there is one, and the digits.
        return digits + (radix == 16 ? 2 : 1);
    }
}
