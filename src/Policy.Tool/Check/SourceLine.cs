using System.Text;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// A line of a configuration file as a message shows it: from the key to the value, and nothing else. Values may be secrets, so
/// one is shown only where it is the record's own, and what stands beside it never.
/// </summary>
/// <param name="Text">The line.</param>
/// <param name="Start">Where in it the marked stretch starts, from 0.</param>
/// <param name="Length">How long the marked stretch is, at least 1.</param>
internal sealed record SourceLine(string Text, int Start, int Length)
{
    private const string Withheld = "(value withheld)";
    private const string Elided = "…";
    private const int LongestKey = 200;

    /// <summary>The line that a finding stands in; null where it stands in none.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="place">The place of the value, or of a key with settings below it.</param>
    /// <param name="keyPlace">The place of the key.</param>
    /// <param name="isShown">Whether what stands at the place may be shown: the value is the record's own, or it is a key.</param>
    public static SourceLine? Of(string text, Place place, Place keyPlace, bool isShown)
    {
        if (LineOf(text, place.Line) is not { } line || place.Column > line.Length) return null;
        var valueStart = Math.Max(place.Column - 1, 0);
        var valueEnd = place.EndLine == place.Line ? Math.Clamp(place.EndColumn - 1, valueStart, line.Length) : line.Length;
        var start = KeyStart(line, place, keyPlace) ?? valueStart;

        var shown = new StringBuilder(line.AsSpan(0, start).IsWhiteSpace() ? line[..start] : Elided);
        shown.Append(line.AsSpan(start, valueStart - start));
        var marked = shown.Length;
        shown.Append(isShown ? line[valueStart..valueEnd] : Withheld);
        var length = Math.Max(shown.Length - marked, 1);
        if (!line.AsSpan(valueEnd).IsWhiteSpace() && line[valueEnd..].Trim() is not ("," or ":" or "}" or "]" or ";")) shown.Append(Elided);
        else shown.Append(line[valueEnd..].TrimEnd());
        return new(DisplayText.Neutralise(shown.ToString()), marked, length);
    }

    // A key is shown where nothing stands between it and the value but what the format needs.
    private static int? KeyStart(string line, Place place, Place keyPlace)
    {
        if (keyPlace.Line != place.Line || keyPlace.EndLine != place.Line || keyPlace.EndColumn > place.Column || place.Column - keyPlace.Column > LongestKey) return null;
        var between = line[(keyPlace.EndColumn - 1)..(place.Column - 1)].Replace("value", "", StringComparison.OrdinalIgnoreCase);
        return between.Any(char.IsLetterOrDigit) ? null : keyPlace.Column - 1;
    }

    private static string? LineOf(string text, int number)
    {
        var start = 0;
        for (var line = 1; line < number; line++)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (end < 0) return null;
            start += end + (text[start + end] == '\r' && start + end + 1 < text.Length && text[start + end + 1] == '\n' ? 2 : 1);
        }
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? text[start..] : text.Substring(start, length);
    }
}
