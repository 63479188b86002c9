using System.Text;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>
/// A line of a configuration file as a message shows it: from the key to the value, and nothing else. Values may be secrets, so a value
/// is shown only if it is the record's own, and the text beside it never.
/// </summary>
/// <param name="Text">The line.</param>
/// <param name="Start">Where the marked part starts in it, from 0.</param>
/// <param name="Length">The length of the marked part, at least 1.</param>
internal sealed record SourceLine(string Text, int Start, int Length)
{
    private const string Withheld = "(value withheld)";
    private const string Elided = "…";
    private const int LongestKey = 200;

    /// <summary>The line that a finding is in; null if it is in none.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <param name="place">The place of the value, or of a key with settings below it.</param>
    /// <param name="keyPlace">The place of the key.</param>
    /// <param name="finding">The finding.</param>
    public static SourceLine? Of(LineIndex lines, Place place, Place keyPlace, Finding finding)
    {
        var line = lines[place.Line];
        if (place.Column > line.Length) return null;
        var valueStart = Math.Max(place.Column - 1, 0);
        var valueEnd = place.EndLine == place.Line ? Math.Clamp(place.EndColumn - 1, valueStart, line.Length) : line.Length;
        var keyStart = KeyStart(line, place, keyPlace);
        var start = keyStart ?? valueStart;
        // The character that opens a name or a quoted text in XML hides nothing, and the place does not include it.
        if (start > 0 && line[start - 1] is '<' or '"' or '\'') start--;

        var shown = new StringBuilder().Append(IsSpaceOrDash(line[..start]) ? line[..start] : Elided);
        shown.Append(line[start..valueStart]);
        var marked = shown.Length;
        if (IsShown(line[valueStart..valueEnd], finding)) shown.Append(line[valueStart..valueEnd]);
        else shown.Append(finding.State == SettingState.Section ? Elided : Withheld);
        var length = shown.Length - marked;
        var rest = line[valueEnd..].TrimEnd();
        if (valueStart > 0 && line[valueStart - 1] is '"' or '\'' && rest.Length > 0 && rest[0] == line[valueStart - 1])
        {
            shown.Append(rest[0]);
            rest = rest[1..];
        }
        if (IsHarmless(rest.TrimStart()) || (keyStart is { } key && IsEndOf(line[key..(keyPlace.EndColumn - 1)], rest))) shown.Append(rest);
        else if (shown[^1] != Elided[0]) shown.Append(Elided);
        // An escape is longer than the character that it shows.
        var text = shown.ToString();
        var begin = DisplayText.Neutralise(text[..marked]).Length;
        return new(DisplayText.Neutralise(text), begin, DisplayText.Neutralise(text[..(marked + length)]).Length - begin);
    }

    // The length first: the compiler compares this many texts by hash, and the rest of the line can be very long.
    private static bool IsHarmless(ReadOnlySpan<char> text) => text.Length <= 2 && text is "" or "," or ":" or "}" or "]" or ";" or ">" or "/>";

    private static bool IsEndOf(ReadOnlySpan<char> element, ReadOnlySpan<char> rest) =>
        rest.StartsWith("</") && rest.EndsWith(">") && rest[2..^1].SequenceEqual(element);

    // List items in YAML follow dashes, which hide nothing.
    private static bool IsSpaceOrDash(ReadOnlySpan<char> text) => text.Trim(" \t-").IsEmpty;

    // Compares the text itself: the place of a value can hold a comment, and the place of a section all that is in it.
    private static bool IsShown(ReadOnlySpan<char> stretch, Finding finding)
    {
        var text = stretch.Trim(" \t\"'");
        if (finding.State != SettingState.Section) return finding.Literal is { } literal && text.Equals(literal.Text, StringComparison.OrdinalIgnoreCase);
        // The message names the key anyway; a file can spell only a part of it, and continue with a key below.
        var (named, here) = ($":{finding.Key}:", $":{text.ToString().Replace("__", ":", StringComparison.Ordinal)}:");
        return named.Contains(here, StringComparison.OrdinalIgnoreCase)
            || (IsName(text) && SuffixesOf(named).Any(suffix => here.StartsWith(suffix, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not (':' or '_' or '-' or '.')) return false;
        }
        return true;
    }

    private static IEnumerable<string> SuffixesOf(string key)
    {
        for (var at = 0; at < key.Length - 1; at = key.IndexOf(':', at + 1)) yield return key[at..];
    }

    // A key is shown if only what the format needs is between it and the value.
    private static int? KeyStart(ReadOnlySpan<char> line, Place place, Place keyPlace)
    {
        if (keyPlace.Line != place.Line || keyPlace.EndLine != place.Line || keyPlace.EndColumn > place.Column || place.Column - keyPlace.Column > LongestKey)
        {
            return null;
        }
        var between = line[(keyPlace.EndColumn - 1)..(place.Column - 1)].ToString().Replace("value", "", StringComparison.OrdinalIgnoreCase);
        return between.Any(char.IsLetterOrDigit) ? null : keyPlace.Column - 1;
    }
}
