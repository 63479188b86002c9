using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>What texts in HCL mean.</summary>
internal static class HclText
{
    /// <summary>The character after a text in quotes. The quotes in its <c>${…}</c> do not end it; the end of its line does.</summary>
    /// <param name="text">The file.</param>
    /// <param name="start">The opening quote.</param>
    /// <param name="isTemplate">Whether it has <c>${…}</c> or <c>%{…}</c> in it.</param>
    /// <param name="isClosed">Whether it has its closing quote.</param>
    public static int EndOfQuoted(string text, int start, out bool isTemplate, out bool isClosed)
    {
        // What is open: texts and braces inside each other.
        var open = new Stack<char>();
        isTemplate = isClosed = false;
        var at = start;
        do
        {
            var c = text[at];
            var inText = open.TryPeek(out var innermost) && innermost == '"';
            if (inText && c is '\r' or '\n') return at;
            if (c == '"')
            {
                if (inText) open.Pop();
                else open.Push('"');
            }
            else if (inText && c == '\\') at++;
            else if (inText && c is '$' or '%' && IsOpening(text, at, out var isEscaped))
            {
                isTemplate |= !isEscaped;
                at += isEscaped ? 2 : 1;
                if (!isEscaped) open.Push('{');
            }
            else if (!inText && c == '{') open.Push('{');
            else if (!inText && c == '}') open.Pop();
            at++;
        }
        while (at < text.Length && open.Count > 0);
        isClosed = open.Count == 0;
        return Math.Min(at, text.Length);
    }

    /// <summary>What the inside of quotes means, if it is not a template.</summary>
    /// <param name="inside">The text between the quotes.</param>
    public static string Unescaped(ReadOnlySpan<char> inside)
    {
        if (inside.IndexOfAny('\\', '$', '%') < 0) return inside.ToString();
        var text = new StringBuilder(inside.Length);
        for (var at = 0; at < inside.Length; at++)
        {
            if (inside[at] == '\\' && at + 1 < inside.Length)
            {
                var c = inside[++at];
                var digits = c switch { 'u' => 4, 'U' => 8, _ => 0 };
                if (digits > 0 && at + digits < inside.Length && CharacterOf(inside.Slice(at + 1, digits)) is { } character)
                {
                    text.Append(character);
                    at += digits;
                }
                else text.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c });
            }
            else
            {
                text.Append(inside[at]);
                // $${ is ${, and %%{ is %{.
                if (IsEscapedOpening(inside, at)) at++;
            }
        }
        return text.ToString();
    }

    /// <summary>What a heredoc means; null if it is a template.</summary>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="first">Its first line.</param>
    /// <param name="end">The line after its last one.</param>
    /// <param name="isIndented">Whether the space that all its lines start with is not part of it.</param>
    public static string? OfHeredoc(LineIndex lines, int first, int end, bool isIndented)
    {
        var indentation = isIndented ? int.MaxValue : 0;
        for (var number = first; number < end; number++)
        {
            var line = lines[number];
            if (IsTemplate(line)) return null;
            if (!line.IsWhiteSpace()) indentation = Math.Min(indentation, line.Length - line.TrimStart().Length);
        }
        var text = new StringBuilder();
        for (var number = first; number < end; number++)
        {
            var line = lines[number][Math.Min(indentation, lines[number].Length)..];
            for (var at = 0; at < line.Length; at++)
            {
                text.Append(line[at]);
                if (IsEscapedOpening(line, at)) at++;
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static bool IsTemplate(ReadOnlySpan<char> line)
    {
        for (var at = 0; at + 1 < line.Length; at++)
        {
            if (IsEscapedOpening(line, at)) at += 2;
            else if (line[at] is '$' or '%' && line[at + 1] == '{') return true;
        }
        return false;
    }

    private static bool IsOpening(string text, int at, out bool isEscaped)
    {
        isEscaped = IsEscapedOpening(text.AsSpan(at, Math.Min(3, text.Length - at)), 0);
        return isEscaped || (at + 1 < text.Length && text[at + 1] == '{');
    }

    private static bool IsEscapedOpening(ReadOnlySpan<char> text, int at) =>
        at + 2 < text.Length && text[at] is '$' or '%' && text[at + 1] == text[at] && text[at + 2] == '{';

    private static string? CharacterOf(ReadOnlySpan<char> digits)
    {
        var isCode = int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code);
        return isCode ? new Rune(code).ToString() : null;
    }
}
