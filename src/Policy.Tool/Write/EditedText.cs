using System.Text;

namespace DecisionPolicies.Tool.Write;

/// <summary>A text that is changed place by place. Everything else stays as it is, line ends included.</summary>
/// <param name="Text">The text.</param>
internal sealed record EditedText(string Text)
{
    private static readonly char[] _lineEnds = ['\r', '\n'];

    /// <summary>The lines, including the fences of the front matter.</summary>
    public IReadOnlyList<TextLine> Lines { get; } = [.. TextLine.Of(Text, Text.StartsWith('\uFEFF') ? 1 : 0, 1)];

    /// <summary>The line with a number; an empty one after the last.</summary>
    /// <param name="number">Its number, from 1.</param>
    public TextLine Line(int number) => number <= Lines.Count ? Lines[number - 1] : new(number, Text, Text.Length, 0, Text.Length);

    /// <summary>The text at a place, which is on one line.</summary>
    /// <param name="place">The place.</param>
    public string At(Place place)
    {
        var line = Line(place.Line).Text;
        var (start, end) = (place.Column - 1, place.EndLine == place.Line ? place.EndColumn - 1 : line.Length);
        return start <= end && end <= line.Length ? line[start..end] : "";
    }

    /// <summary>Replaces the text at a place, which is on one line.</summary>
    /// <param name="place">The place.</param>
    /// <param name="text">The text.</param>
    public EditedText Replace(Place place, string text)
    {
        var start = Line(place.Line).Start + place.Column - 1;
        return new(Text[..start] + text + Text[(start + place.EndColumn - place.Column)..]);
    }

    /// <summary>Inserts lines before a line, with the line end of its neighbours.</summary>
    /// <param name="number">The line's number; one more than the last number to append.</param>
    /// <param name="lines">The lines, without line ends.</param>
    public EditedText Insert(int number, params string[] lines)
    {
        var at = Line(number).Start;
        var lineEnd = LineEndBefore(at);
        var inserted = new StringBuilder();
        // A last line without a line end gets one, so that the inserted text starts on a new line.
        if (at > 0 && !_lineEnds.Contains(Text[at - 1]) && Text[at - 1] != '\uFEFF') inserted.Append(lineEnd);
        foreach (var line in lines) inserted.Append(line).Append(lineEnd);
        return new(Text.Insert(at, inserted.ToString()));
    }

    private string LineEndBefore(int at)
    {
        var before = Lines.LastOrDefault(line => line.Next <= at && line.Next > line.Start + line.Length);
        if (before.IsNone) before = Lines.FirstOrDefault(line => line.Next > line.Start + line.Length);
        return before.IsNone ? "\n" : Text[(before.Start + before.Length)..before.Next];
    }
}
