namespace DecisionPolicies.Records;

/// <summary>A relative link of a record to another Markdown file.</summary>
/// <param name="Target">The file it points to, relative to the repository.</param>
/// <param name="Place">Where the link stands.</param>
internal sealed record Link(string Target, Place Place)
{
    private const string LinkStart = "](";

    /// <summary>The links in the prose of a record.</summary>
    /// <param name="path">The record's path relative to the repository.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="bodyStart">The character at which the prose begins.</param>
    /// <param name="bodyLine">The line on which the prose begins.</param>
    internal static IEnumerable<Link> Of(string path, string text, int bodyStart, int bodyLine)
    {
        // Behind it nothing has to be looked at.
        var last = text.LastIndexOf(LinkStart, StringComparison.Ordinal);
        if (last < bodyStart) yield break;
        foreach (var line in TextLine.OfProse(text, bodyStart, bodyLine).TakeWhile(line => line.Start <= last).Where(line => line.Contains(LinkStart)))
        {
            var prose = WithoutCode(line.Text);
            for (var at = Next(prose, 0); at >= 0;)
            {
                at += LinkStart.Length;
                var end = prose.IndexOfAny([')', ' '], at);
                if (end < 0) break;
                var target = prose.Substring(at, end - at);
                at = Next(prose, end);
                if (Resolve(path, target) is { } file) yield return new(file, line.Place(end - target.Length, target.Length));
            }
        }
    }

    private static int Next(string line, int from) => line.IndexOf(LinkStart, from, StringComparison.Ordinal);

    // What stands between backticks shows a link and is none.
    private static string WithoutCode(string line)
    {
        if (line.IndexOf('`') < 0) return line;
        var isCode = false;
        return string.Concat(line.Select(c =>
        {
            if (c == '`') isCode = !isCode;
            return isCode ? ' ' : c;
        }));
    }

    // Null for what is no relative link to a Markdown file, or leads out of the repository.
    private static string? Resolve(string path, string target)
    {
        var file = target.Split('#')[0];
        if (!file.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || file.StartsWith("/", StringComparison.Ordinal) || file.Contains(':')) return null;
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
