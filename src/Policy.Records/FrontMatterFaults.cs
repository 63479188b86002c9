namespace DecisionPolicies.Records;

/// <summary>What can be wrong with front matter before its YAML is read.</summary>
internal static class FrontMatterFaults
{
    // No record comes near; more could keep the compiler busy for seconds.
    private const int LongestFrontMatter = 256 * 1024;

    private static readonly string[] _enforced = [FieldNames.Rules, "waivers"];

    /// <summary>What only looks like front matter and would be lost, its rules included; null where there is nothing of the kind.</summary>
    /// <param name="text">The text of a file without front matter.</param>
    public static Fault? Lost(string text)
    {
        var isFirst = true;
        var before = "";
        var afterFence = false;
        foreach (var line in TextLine.OfProse(text, 0, 1))
        {
            var written = line.Text;
            var content = written.Trim('\uFEFF', ' ', '\t');
            if (content.StartsWith("## ", StringComparison.Ordinal)) return null;
            var isFence = isFirst && content.Length > 1 && content.All(c => c == '-');
            var isKept = _enforced.Any(name => IsField(written, name) && written.Substring(name.Length + 1).Trim() is "" or ['[' or '{', ..]);
            // A fence below a comment; under text it would make that text a heading.
            var isLate = afterFence && content.IndexOf(':') > 0 && content.Substring(0, content.IndexOf(':')).All(c => char.IsLetter(c) || c is '-' or '_');
            if (isFence || isKept || isLate) return new(FaultKind.UnreadableFrontMatter, line.Place(0, line.Length), "Front matter starts with '---', alone on the first line of the file. Put it there, or remove this line.");
            isFirst &= content.Length == 0;
            afterFence = content == "---" && (before.Length == 0 || before.StartsWith("<", StringComparison.Ordinal) || before.EndsWith("-->", StringComparison.Ordinal));
            before = content;
        }
        return null;
    }

    private static bool IsField(string line, string name) => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>What keeps front matter from being read at all, or null.</summary>
    /// <param name="frontMatter">The front matter.</param>
    public static Fault? Of(FrontMatter frontMatter)
    {
        if (!frontMatter.IsClosed)
        {
            return new(FaultKind.UnreadableFrontMatter, Place.Start, "The front matter is opened with '---' and never closed; put a line '---' after it.");
        }
        if (frontMatter.Yaml!.Length > LongestFrontMatter)
        {
            return new(FaultKind.UnreadableFrontMatter, Place.Start, $"The front matter is longer than {LongestFrontMatter / 1024} KiB. Move the text below it.");
        }
        // To the YAML reader a NUL is the end of the text, and what follows would be lost.
        var nul = frontMatter.Yaml.IndexOf('\0') < 0
            ? default
            : TextLine.Of(frontMatter.Yaml, 0, FrontMatter.FirstLine).First(line => line.Contains("\0"));
        return nul.IsNone ? null : new(FaultKind.UnreadableFrontMatter, nul.Place(0, nul.Length), "The front matter has a NUL character in this line. Remove it.");
    }
}
