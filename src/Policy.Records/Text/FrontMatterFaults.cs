using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Finds faults of front matter before its YAML is read.</summary>
internal static class FrontMatterFaults
{
    // No record comes near this limit; a longer text could keep the compiler busy for seconds.
    private const int LongestFrontMatter = 256 * 1024;

    // The first item below 'rules:' is within this.
    private const int LongestStart = 400;

    private static readonly string[] _enforced = [FieldNames.Rules, "waivers"];

    // What front matter says and prose does not.
    private static readonly string[] _ofFrontMatter =
        [FieldNames.Rules, "waivers", "because", "instead", "allows", "revisit", "amendments", "aliases", "name", "title", "link", "supersedes",
            "superseded-by"];

    /// <summary>The fault of text that only looks like front matter and would be lost, with its rules; null if there is none.</summary>
    /// <param name="body">The text below any front matter.</param>
    public static Fault? Lost(MarkdownBody body)
    {
        var before = default(TextLine);
        var isLate = false;
        var lastRule = default(int?);
        foreach (var block in body.Leaves)
        {
            if (block is { Level: > 1, IsSetext: false }) return null;
            foreach (var (line, text) in ShownLine.Of(body, block))
            {
                var isKept = _enforced.Any(name => IsField(text, name) && text.Substring(name.Length + 1).Trim() is "" or ['[' or '{', ..]);
                if (isKept && line.Start < (lastRule ??= RulesText.EndOfLastItem(body.Text))) return AtLine(line);
                if (isLate && _ofFrontMatter.Any(name => IsField(text.Trim(), name))) return AtLine(line);
                if (text.Trim() == "---") isLate = before.IsNone || IsBelowNothing(line, before);
                before = line;
            }
            if (before.Number < block.LastLine) before = body.LinesOf(block).Last();
        }
        return null;
    }

    /// <summary>The fault of front matter in another language than YAML; null if there is none.</summary>
    /// <param name="body">The text of a file without front matter.</param>
    public static Fault? Foreign(MarkdownBody body)
    {
        var first = TextLine.Of(body.Text, body.Start, 1).First();
        return first.Text.TrimEnd() == "+++"
            ? new(FaultKind.UnreadableFrontMatter, first.Place(0, 3), "Front matter in TOML is not read. Write it in YAML, between two lines '---'.")
            : null;
    }

    /// <summary>The fault of rules in the prose of a record without rules: below a heading, in a fence or in a quotation; or null.</summary>
    /// <param name="body">The record's text.</param>
    public static Fault? RulesIn(MarkdownBody body)
    {
        if (body.Text.IndexOf(FieldNames.Rules + ":", body.Start, StringComparison.Ordinal) < 0) return null;
        foreach (var block in body.Leaves.Where(leaf => leaf.Kind is BlockKind.Paragraph or BlockKind.FencedCode or BlockKind.IndentedCode))
        {
            foreach (var line in body.LinesOf(block))
            {
                if (!IsField(line.Text.TrimStart(' ', '\t', '>'), FieldNames.Rules) || line.Start + line.Length >= body.Text.Length) continue;
                var rest = body.Text.Substring(line.Start, Math.Min(LongestStart, body.Text.Length - line.Start));
                if (!RulesText.IsIn(rest)) continue;
                return new(FaultKind.RulesInProse, line.Place(0, line.Length), "Rules are read only in front matter, at the start of the file.");
            }
        }
        return null;
    }

    private static Fault AtLine(TextLine line) =>
        new(
            FaultKind.UnreadableFrontMatter,
            line.Place(0, line.Length),
            "Front matter must start with '---', alone on the first line of the file. Move it there, or remove this line.");

    // A fence below a comment. Below text, it would turn the text into a heading.
    private static bool IsBelowNothing(TextLine line, TextLine before) =>
        before.Number + 1 < line.Number || before.Text.Trim() is ['<', ..] or [.., '-', '-', '>'];

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
