using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Finds faults of front matter before its YAML is read.</summary>
internal static class FrontMatterFaults
{
    // No record comes near this limit; a longer text could keep the compiler busy for seconds.
    private const int LongestFrontMatter = 256 * 1024;

    private static readonly string[] _enforced = [FieldNames.Rules, "waivers"];

    /// <summary>The fault of text that only looks like front matter and would be lost, with its rules; null if there is none.</summary>
    /// <param name="body">The text of a file without front matter.</param>
    public static Fault? Lost(MarkdownBody body)
    {
        var before = default(TextLine);
        var late = 0;
        foreach (var block in body.Leaves)
        {
            if (before.IsNone && IsFence(body.LinesOf(block).First())) return AtLine(body.LinesOf(block).First());
            if (block is { Level: 2, IsSetext: false }) return null;
            foreach (var (line, text) in ShownLine.Of(body, block))
            {
                var isKept = _enforced.Any(name => IsField(text, name) && text.Substring(name.Length + 1).Trim() is "" or ['[' or '{', ..]);
                if (isKept || (line.Number == late && IsAnyField(text.Trim()))) return AtLine(line);
                if (text.Trim() == "---" && IsBelowNothing(line, before)) late = line.Number + 1;
                before = line;
            }
            if (before.Number < block.LastLine) before = body.LinesOf(block).Last();
        }
        return null;
    }

    private static Fault AtLine(TextLine line) =>
        new(
            FaultKind.UnreadableFrontMatter,
            line.Place(0, line.Length),
            "Front matter must start with '---', alone on the first line of the file. Move it there, or remove this line.");

    private static bool IsFence(TextLine line) => line.Text.Trim() is { Length: > 1 } text && text.All(c => c == '-');

    // A fence below a comment. Below text, it would turn the text into a heading.
    private static bool IsBelowNothing(TextLine line, TextLine before) =>
        before.Number + 1 < line.Number || before.Text.Trim() is ['<', ..] or [.., '-', '-', '>'];

    private static bool IsAnyField(string text) =>
        text.IndexOf(':') is var colon and > 0 && text.Substring(0, colon).All(c => char.IsLetter(c) || c is '-' or '_');

    private static bool IsField(string line, string name) => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>The fault that keeps front matter from being read at all, or null.</summary>
    /// <param name="frontMatter">The front matter.</param>
    public static Fault? Of(FrontMatter frontMatter)
    {
        if (!frontMatter.IsClosed)
        {
            return new(FaultKind.UnreadableFrontMatter, Place.Start, "The front matter starts with '---' but does not end. Add a line '---' after it.");
        }
        if (frontMatter.Yaml!.Length > LongestFrontMatter)
        {
            return new(FaultKind.UnreadableFrontMatter, Place.Start,
                $"The front matter is longer than {LongestFrontMatter / 1024} KiB. Move the text below it.");
        }
        // The YAML reader takes a NUL for the end of the text, so what follows would be lost.
        var nul = frontMatter.Yaml.IndexOf('\0') < 0
            ? default
            : TextLine.Of(frontMatter.Yaml, 0, FrontMatter.FirstLine).First(line => line.Contains("\0"));
        return nul.IsNone
            ? null
            : new(FaultKind.UnreadableFrontMatter, nul.Place(0, nul.Length), "This line of the front matter contains a NUL character. Remove it.");
    }
}
