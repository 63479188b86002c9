using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// Reads the environment variables that a systemd service gets from its unit file: <c>Environment=</c> in <c>[Service]</c>. The files that
/// <c>EnvironmentFile=</c> names are not part of it.
/// </summary>
internal sealed class SystemdReader
{
    private const string Section = "[Service]";
    private const string Setting = "Environment";

    private readonly LineIndex _lines;
    private readonly FileContent _content = new(isProvidersFormat: false);
    private EnvironmentVariables _variables;
    private int _next = 1;

    private SystemdReader(string text)
    {
        _lines = new(text);
        _variables = new(_content);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var reader = new SystemdReader(text);
        var isService = false;
        while (reader.NextLine() is { } line)
        {
            var trimmed = line.Text.AsSpan().Trim();
            if (trimmed is ['[', ..]) isService = trimmed is Section;
            else if (isService) reader.ReadSetting(line);
        }
        reader._content.Add(reader._variables.ToTree(part: null));
        return reader._content.ToFile();
    }

    // A backslash at the end of a line continues it, and is a space. Comments between such lines are not part of them.
    private ContinuedLine? NextLine()
    {
        if (_next > _lines.Count) return null;
        var line = new ContinuedLine(_lines);
        while (_next <= _lines.Count)
        {
            var text = _lines[_next];
            var start = _lines.Offset(_next, 1)!.Value;
            _next++;
            if (text.TrimStart(" \t\uFEFF") is ['#' or ';', ..]) continue;
            var isContinued = (text.Length - text.TrimEnd('\\').Length) % 2 == 1;
            var end = start + text.Length - (isContinued ? 1 : 0);
            line.Add(start + (text is ['\uFEFF', ..] ? 1 : 0), Math.Max(end, start + (text is ['\uFEFF', ..] ? 1 : 0)));
            if (!isContinued) break;
            line.AddSpace(end);
        }
        return line;
    }

    private void ReadSetting(ContinuedLine line)
    {
        var text = line.Text;
        var separator = text.IndexOf('=');
        if (separator < 0 || text.AsSpan(0, separator).Trim() is not Setting) return;
        // An empty value removes what was set before.
        if (string.IsNullOrWhiteSpace(text[(separator + 1)..])) _variables = new(_content);
        for (var at = separator + 1; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else at = ReadAssignment(line, at);
        }
    }

    // systemd ignores the rest of a line that it cannot read, and a word that is not an assignment.
    private int ReadAssignment(ContinuedLine line, int start)
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
                if (length == 0) return Fail(line, at, Math.Min(text.Length, at + 2), "systemd does not have this escape, and ignores the rest of the line.");
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
        if (quote != '\0') return Fail(line, quoteAt, quoteAt + 1, "This quote is not closed, and systemd ignores the rest of the line.");
        Add(line, word.ToString(), start, separator, at);
        return at;
    }

    private int Fail(ContinuedLine line, int start, int end, string message)
    {
        _content.Fail(line.PlaceOf(start, end), message);
        return line.Text.Length;
    }

    private void Add(ContinuedLine line, string word, int start, int separator, int end)
    {
        var length = word.IndexOf('=');
        if (separator < 0 || length <= 0) return;
        // In "A=b", the quotes are around both.
        var isQuoted = line.Text[start] is '"' or '\'';
        var valueEnd = isQuoted && end - 1 > separator && line.Text[end - 1] == line.Text[start] ? end - 1 : end;
        var name = line.PlaceOf(isQuoted ? start + 1 : start, separator);
        _variables.Add(word[..length], name, word[(length + 1)..], line.PlaceOf(separator + 1, valueEnd));
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
