using System.Text;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Tool.Browse;

/// <summary>The lines between two markers in a file. The rest of the file stays as it is.</summary>
internal sealed class MarkedTable
{
    /// <summary>The line before the table.</summary>
    public const string Start = "<!-- decisions:start -->";

    /// <summary>The line after the table.</summary>
    public const string End = "<!-- decisions:end -->";

    private readonly byte[] _bytes;
    private readonly int _from;
    private readonly int _to;
    private readonly string _lineEnd;

    private MarkedTable(byte[] bytes, int from, int to, int firstLine, string lineEnd)
    {
        _bytes = bytes;
        _from = from;
        _to = to;
        FirstLine = firstLine;
        _lineEnd = lineEnd;
        var text = Encoding.UTF8.GetString(bytes.AsSpan(from, to - from));
        Lines = [.. TextLine.Of(text, 0, firstLine).Select(line => line.Text)];
    }

    /// <summary>The number of the line after the first marker.</summary>
    public int FirstLine { get; }

    /// <summary>The lines between the markers.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Finds the markers.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="name">The file, as messages show it.</param>
    /// <exception cref="ToolException">A marker is missing, occurs twice, or is out of order.</exception>
    public static MarkedTable Find(byte[] bytes, string name)
    {
        // One character for each byte, so that bytes that are not UTF-8 stay as they are.
        var text = Encoding.Latin1.GetString(bytes);
        var front = FrontMatter.Of(text);
        var body = front.IsClosed ? MarkdownBody.Of(text, front) : MarkdownBody.Of(text);
        var lines = body.Leaves.Where(block => block.Kind == BlockKind.Html).SelectMany(block => MarkersIn(body, block)).ToList();
        var starts = lines.Where(line => line.Text.Trim() == Start).ToList();
        var ends = lines.Where(line => line.Text.Trim() == End).ToList();
        if (starts.Count == 0 && ends.Count == 0)
        {
            throw new ToolException($"{name} does not have the markers of the table. Add these two lines where you want it: {Start} and, below it, {End}");
        }
        if (starts.Count != 1) throw new ToolException($"{name} has the line {Start} {Times(starts)}. Write it once, before the table.");
        if (ends.Count != 1) throw new ToolException($"{name} has the line {End} {Times(ends)}. Write it once, after the table.");
        var (start, end) = (starts[0], ends[0]);
        if (end.Start < start.Start)
        {
            throw new ToolException($"{name} has {End} in line {end.Number}, before {Start} in line {start.Number}. Change their order.");
        }
        return new(bytes, start.Next, end.Start, start.Number + 1, text[(start.Start + start.Text.Length)..start.Next]);
    }

    /// <summary>The new content of the file: other lines between the markers, with the line ends of the file, and the rest unchanged.</summary>
    /// <param name="lines">The lines.</param>
    public byte[] With(IEnumerable<string> lines) =>
        [.. _bytes.AsSpan(0, _from), .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + _lineEnd))), .. _bytes.AsSpan(_to)];

    // A line inside a longer comment is not a marker.
    private static IEnumerable<TextLine> MarkersIn(MarkdownBody body, Block html) =>
        body.LinesOf(html).Where(line => html.Html != HtmlKind.Comment || line.Number == html.FirstLine);

    private static string Times(List<TextLine> lines) =>
        lines.Count == 0 ? "not at all" : $"{lines.Count} times, in lines {string.Join(", ", lines.Select(line => line.Number))}";
}
