namespace DecisionPolicies.Records.Markdown;

/// <summary>The start of a line in a list: its marker, and its box if it has one.</summary>
/// <param name="Start">The index at which the text starts.</param>
/// <param name="IsTicked">Whether its box is ticked; null if it has no box.</param>
internal readonly record struct ListItem(int Start, bool? IsTicked)
{
    /// <summary>Reads the start of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isInList">Whether the line is in a list.</param>
    public static ListItem Of(string line, bool isInList)
    {
        var at = AfterSpace(line, 0);
        if (!isInList) return new(at, null);
        while (at < line.Length && ListMarker.Of(line, at, line.Length) is { Length: > 0 } marker) at = AfterSpace(line, at + marker.Length);
        if (EndOfBox(line, at) is not (> 0 and var end)) return new(at, null);
        return new(AfterSpace(line, end), end == at + 3 && line[at + 1] is 'x' or 'X' && end < line.Length && line[end] is ' ' or '\t');
    }

    // "[x]", "[ ]", and what is not ticked either: "[]", "[-]". A link has more words, or a target.
    private static int EndOfBox(string line, int at)
    {
        if (at >= line.Length || line[at] != '[') return 0;
        var end = line.IndexOf(']', at, Math.Min(3, line.Length - at)) + 1;
        return end > 0 && (end == line.Length || line[end] is not ('(' or '[' or ':')) ? end : 0;
    }

    private static int AfterSpace(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at;
    }
}
