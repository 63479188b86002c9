using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>A relative link of a record to another Markdown file.</summary>
/// <param name="Target">The file it points to, relative to the repository.</param>
/// <param name="Place">The place of the link.</param>
internal sealed record Link(string Target, Place Place)
{
    private const string LinkStart = "](";
    private static readonly char[] _afterTarget = [')', ' '];

    /// <summary>The links in the prose of a record.</summary>
    /// <param name="path">The record's path relative to the repository.</param>
    /// <param name="body">The record's text.</param>
    internal static IEnumerable<Link> Of(string path, MarkdownBody body)
    {
        // Nothing after it needs to be searched.
        var last = body.Text.LastIndexOf(LinkStart, StringComparison.Ordinal);
        if (last < body.Start) yield break;
        foreach (var block in body.Leaves)
        {
            if (block.Start > last) yield break;
            if (!HasLink(block, body.Text)) continue;
            var hidden = HiddenText.AllIn(body.Text, block);
            foreach (var line in body.LinesOf(block))
            {
                if (!line.Contains(LinkStart)) continue;
                foreach (var (start, end) in TargetsIn(line, hidden))
                {
                    if (Resolve(path, body.Text.Substring(start, end - start)) is { } file) yield return new(file, line.Place(start - line.Start, end - start));
                }
            }
        }
    }

    private static bool HasLink(Block block, string text) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.Table
        && text.IndexOf(LinkStart, block.Start, block.End - block.Start, StringComparison.Ordinal) >= 0;

    // A link in code is only shown as text, and a link in a comment is not shown.
    private static IEnumerable<(int Start, int End)> TargetsIn(TextLine line, List<HiddenText> hidden)
    {
        var lineEnd = line.Start + line.Length;
        var next = 0;
        for (var at = Next(line, line.Start); at >= 0;)
        {
            var start = at + LinkStart.Length;
            while (next < hidden.Count && hidden[next].End <= at) next++;
            if (next < hidden.Count && hidden[next].Start <= at)
            {
                at = hidden[next].End < lineEnd ? Next(line, hidden[next].End) : -1;
                continue;
            }
            var end = line.Whole.IndexOfAny(_afterTarget, start, lineEnd - start);
            if (end < 0) yield break;
            yield return (start, end);
            at = Next(line, end);
        }
    }

    private static int Next(TextLine line, int from) => line.Whole.IndexOf(LinkStart, from, line.Start + line.Length - from, StringComparison.Ordinal);

    // Null if the target is not a relative link to a Markdown file, or if it leads out of the repository.
    private static string? Resolve(string path, string target)
    {
        var file = target.Split('#')[0];
        if (!UsualFolders.Extensions.Any(each => file.EndsWith(each, StringComparison.OrdinalIgnoreCase))) return null;
        if (file.StartsWith("/", StringComparison.Ordinal) || file.Contains(':')) return null;
        var segments = new List<string>(path.Split('/'));
        segments.RemoveAt(segments.Count - 1);
        foreach (var segment in Uri.UnescapeDataString(file).Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count == 0) return null;
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or "")) segments.Add(segment);
        }
        return string.Join("/", segments);
    }
}
