using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>A field in a line of prose: a known label and its value. A line can hold several.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Start">The index of the value in the line.</param>
/// <param name="Length">The length of the value.</param>
internal readonly record struct FieldLine(string Name, int Start, int Length)
{
    private const int MostWordsOfLabel = 3;
    private const string Between = "|;,/\u00B7\u2022";
    private const string LineBreak = "<br>";

    private static readonly char[] _separators = [':', '\uFF1A', '='];
    private static readonly char[] _beforeValue = [' ', '\t', '*', '_', '-'];
    private static readonly char[] _afterValue = [' ', '\t', '*', '_', '|', '\\'];

    /// <summary>The fields of a line. Its first words must be a label; otherwise it is a sentence, which has none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="from">The index at which its text starts, after the marker of a list.</param>
    public static List<FieldLine> AllIn(string line, int from)
    {
        var fields = new List<FieldLine>();
        if (line.Length > VisibleText.Longest) return fields;
        var shown = default(string);
        var start = from;
        for (var at = line.IndexOfAny(_separators, from); at >= 0; at = line.IndexOfAny(_separators, at + 1))
        {
            shown ??= VisibleText.Of(line);
            if (LabelBefore(line, shown, start, at, fields.Count == 0) is not { } label) continue;
            if (fields.Count > 0) fields[fields.Count - 1] = Until(fields[fields.Count - 1], line, label.Start);
            fields.Add(ValueOf(label.Name, line, at + 1, line.Length));
            start = at + 1;
        }
        if (fields.Count == 0 && WithoutSeparator(line, from) is { } field) fields.Add(field);
        return fields;
    }

    /// <summary>The fields of a line that may be in a list.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isInList">Whether it is in a list, so that it may begin with a marker.</param>
    public static List<FieldLine> AllIn(ShownLine line, bool isInList) => AllIn(line.Text, ListItem.Of(line.Text, isInList).Start);

    /// <summary>The field of a definition list: <c>Status</c>, and below it <c>: Accepted</c>; null if the lines are none.</summary>
    /// <param name="label">The line of the label.</param>
    /// <param name="value">The line below it.</param>
    public static FieldLine? DefinedBy(ShownLine label, ShownLine value)
    {
        var text = value.Text.TrimStart();
        if (text is not [':', ' ' or '\t', ..] || FieldLabels.NameOf(VisibleText.Of(label.Text)) is not { } name) return null;
        var start = value.Text.Length - text.Substring(1).TrimStart().Length;
        return new(name, start, value.Text.TrimEnd().Length - start);
    }

    /// <summary>Whether a line has a label of its author's own: <c>Technical Story: Ticket 12</c>, but not <c>The answer is sent with:</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isInList">Whether it is in a list, so that it may begin with a marker.</param>
    public static bool IsOther(ShownLine line, bool isInList)
    {
        var text = VisibleText.Of(line.Text).Substring(ListItem.Of(line.Text, isInList).Start);
        var colon = text.IndexOfAny([':', '\uFF1A']);
        return colon > 0 && colon < text.TrimEnd().Length - 1
            && text.Substring(0, colon).Split([' '], StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfLabel;
    }

    private static (string Name, int Start)? LabelBefore(string line, string shown, int from, int separator, bool isFirst)
    {
        var end = separator;
        while (end > from && shown[end - 1] == ' ') end--;
        var start = end;
        while (start > from && IsInLabel(shown, start - 1, from)) start--;
        if (FieldLabels.NameOf(shown.Substring(start, end - start)) is not { } name) return null;
        // "Status: Accepted; supersedes: ADR-0003" is one value.
        if (!isFirst && name is FieldLabels.SupersededBy or FieldLabels.Supersedes) return null;
        var before = shown.Substring(from, start - from);
        // Before the first label, only marks and pictures; before another, a sign that divides, or a gap that marks left.
        var isSeparate = isFirst
            ? !before.Any(char.IsLetterOrDigit)
            : before.TrimEnd() is [.., var last] && Between.IndexOf(last) >= 0 || before.EndsWith("  ", StringComparison.Ordinal);
        var isCode = isFirst && line.IndexOf('`', from, start - from) >= 0;
        return isSeparate && !isCode ? (name, start) : null;
    }

    private static bool IsInLabel(string shown, int at, int from) =>
        char.IsLetter(shown[at]) || shown[at] is '-' or '\'' or '_'
        || (shown[at] == ' ' && at > from && char.IsLetter(shown[at - 1]) && shown[at + 1] != ' ');

    // "**Status** Accepted"
    private static FieldLine? WithoutSeparator(string line, int from)
    {
        if (from >= line.Length || line[from] is not ('*' or '_')) return null;
        var start = from;
        while (start < line.Length && line[start] is '*' or '_') start++;
        var end = line.IndexOfAny(['*', '_'], start);
        if (end < 0 || FieldLabels.NameOf(line.Substring(start, end - start)) is not { } name) return null;
        return ValueOf(name, line, end, line.Length);
    }

    private static FieldLine Until(FieldLine field, string line, int end)
    {
        while (end > field.Start && (line[end - 1] is ' ' or '*' or '_' || Between.IndexOf(line[end - 1]) >= 0)) end--;
        return ValueOf(field.Name, line, field.Start, end);
    }

    private static FieldLine ValueOf(string name, string line, int start, int end)
    {
        while (start < end && _beforeValue.Contains(line[start])) start++;
        while (end > start && (_afterValue.Contains(line[end - 1]) || IsLineBreak(line, start, end)))
        {
            end -= IsLineBreak(line, start, end) ? LineBreak.Length : 1;
        }
        return new(name, start, end - start);
    }

    private static bool IsLineBreak(string line, int start, int end) =>
        end - start >= LineBreak.Length
        && string.Compare(line, end - LineBreak.Length, LineBreak, 0, LineBreak.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
