using DecisionPolicies.Records;
using DecisionPolicies.Records.Markdown;
using DecisionPolicies.Tool.Browse;
using DecisionPolicies.Tool.Repository;
using DecisionPolicies.Tool.Site;

namespace DecisionPolicies.Fuzz;

/// <summary>The prose of records: its blocks are in order, and what is shown of it runs nothing and loads nothing.</summary>
internal static class MarkdownTarget
{
    private static readonly string _root = Path.Combine(Path.GetTempPath(), "decisions-fuzz");

    public static FuzzTarget Instance { get; } = new(
        "markdown",
        [
            "# ", "## ", "=\n", "---\n", "- ", "> ", "1. ", "    ", "```\n", "~~~\n", "<!--", "-->", "<script>", "<img src=x>",
            "javascript:alert(1)", "[a](", "[a][b]", "[b]: ", "![a](x)",
            "](", "*", "**", "_", "`", "~~", "|", "|-|\n", "<https://a.example>", "https://a.example", "www.a.example", "&#x41;", "&lt;", "\\",
            "<details>", "<p>",
        ],
        Run);

    private static void Run(string seed, string text)
    {
        var body = MarkdownBody.Of(text, FrontMatter.Of(text));
        var last = 0;
        foreach (var block in body.Blocks)
        {
            FuzzTarget.Expect(block.FirstLine >= last && block.LastLine >= block.FirstLine, "A block is before the one above it.");
            last = block.FirstLine;
        }
        var folder = new RecordsFolder(_root, [Path.Combine(_root, "docs", "adr")]);
        LogFile[] files = [FileOf("0001-fuzzed.md", text), FileOf("0002-other.md", "---\nstatus: superseded by ADR-0001\n---\n# Other\n")];
        var log = new DecisionLog(folder, files, RecordSet.Of(files.Select(file => file.Content)), ConventionsByFolder.None);
        foreach (var page in new SitePages("Decisions", log, RecordLink.Of("https://a.example", log)).Write()) Check(page);
        foreach (var found in log.Found())
        {
            FuzzTarget.Expect(!MarkdownText.OfHeading(found.Record.Decision.Title).Contains('\n'), "A title has two lines.");
        }
    }

    private static LogFile FileOf(string name, string text) => LogFile.Of(
        Path.Combine(_root, "docs", "adr", name), $"docs/adr/{name}", text, RecordConventions.None);

    private static void Check(SiteFile page)
    {
        foreach (var forbidden in (string[])["<script>", "<img", "href=\"javascript", " style=", " onerror="])
        {
            // The page's own script is the only one.
            var own = forbidden == "<script>" && page.Name == PageNames.Index ? 1 : 0;
            var count = page.Text.Split(forbidden, StringSplitOptions.None).Length - 1;
            FuzzTarget.Expect(count <= own, $"{page.Name} contains '{forbidden}'.");
        }
    }
}
