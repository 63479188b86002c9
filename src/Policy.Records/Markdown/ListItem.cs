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
        var isBox = at + 3 < line.Length && line[at] == '[' && line[at + 1] is ' ' or 'x' or 'X' && line[at + 2] == ']' && line[at + 3] is ' ' or '\t';
        return isBox ? new(AfterSpace(line, at + 3), line[at + 1] != ' ') : new(at, null);
    }

    private static int AfterSpace(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at;
    }
}
