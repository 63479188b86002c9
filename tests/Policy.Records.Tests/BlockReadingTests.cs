namespace DecisionPolicies.Records.Tests;

/// <summary>A field, a status or a link counts where a page shows it as such: not in comments, code, quotations or tables.</summary>
public sealed class BlockReadingTests
{
    // Each is above or below the real text, and says something else.
    private static readonly string[] _asides =
    [
        "<!-- {0} -->",
        "<!--\n{0}\n-->",
        "<!--\n\n{0}\n\n-->",
        "<!-- When all agree:\n{0} -->",
        "```\n{0}\n```",
        "~~~ yaml\n\n{0}\n\n~~~",
        "    {0}",
        "> {0}",
        "> Note\n> {0}",
        "| a | b |\n|---|---|\n| {0} | c |",
        "<pre>\n{0}\n</pre>",
        "<script>\n{0}\n</script>",
        "<?x\n{0}\n?>",
        "- An example:\n\n  ```\n  {0}\n  ```",
        "- An example:\n\n      {0}",
        "- > {0}",
        "[a]: b \"{0}\"",
        "Text <!-- one of\n{0} -->",
    ];

    public static TheoryData<string> Asides => [.. _asides];

    [Theory]
    [MemberData(nameof(Asides))]
    public void A_field_in_an_aside_is_not_one(string aside)
    {
        var record = Read($"# T\n\n{Filled(aside, "Status: rejected")}\n\n{Filled(aside, "Date: 2020-01-01")}\n\n- Status: accepted\n- Date: 2024-02-03\n");

        Assert.Equal((DecisionStatus.Accepted, new DateOnly(2024, 2, 3)), (record.Decision.Status, record.Decision.Date));
    }

    [Theory]
    [MemberData(nameof(Asides))]
    public void A_status_in_an_aside_is_not_that_of_the_section(string aside)
    {
        foreach (var word in new[] { "Rejected", "Superseded by [ADR-0009](0009-x.md)", "Supersedes [ADR-0003](0003-x.md)" })
        {
            var before = Read($"# T\n\n## Status\n\n{Filled(aside, word)}\n\nAccepted\n");
            var after = Read($"# T\n\n## Status\n\nAccepted\n\n{Filled(aside, word)}\n");

            // A section that begins with other words says something else.
            var hasWords = aside.StartsWith("Text", StringComparison.Ordinal) || aside.StartsWith("- An example", StringComparison.Ordinal);
            Assert.Equal(hasWords ? DecisionStatus.Unknown : DecisionStatus.Accepted, before.Decision.Status);
            Assert.Equal((DecisionStatus.Accepted, 0, 0), (after.Decision.Status, after.Decision.SupersededBy.Count, after.Decision.Supersedes.Count));
        }
    }

    [Theory]
    [MemberData(nameof(Asides))]
    public void A_section_in_an_aside_is_not_one(string aside)
    {
        var record = Read($"# T\n\n{Filled(aside, "## Status")}\n\nRejected\n\n## Status\n\nAccepted\n");

        Assert.Equal(DecisionStatus.Accepted, record.Decision.Status);
    }

    [Theory]
    [InlineData("## Status")]
    [InlineData("## Status ##")]
    [InlineData("##   status   ")]
    [InlineData("   ## Status")]
    [InlineData("## **Status**")]
    [InlineData("## [Status](#x)")]
    [InlineData("## Status <!-- one of these -->")]
    [InlineData("Status\n------")]
    [InlineData("*Status*\n-")]
    public void A_section_in_every_spelling(string heading) =>
        Assert.Equal(DecisionStatus.Accepted, Read($"# T\n\n{heading}\n\nAccepted\n\n## Context\n\nRejected\n").Decision.Status);

    // By CommonMark a paragraph right above '---' is a heading; it was written above a rule.
    [Theory]
    [InlineData("# T\nStatus: accepted\nDate: 2024-02-03\n---\n## Context\n\nText.")]
    [InlineData("# T\n\nDate: 2024-02-03\n\n## Status\n\nAccepted\n---\n## Context\n\nText.")]
    [InlineData("T\n---\nStatus: accepted\nDate: 2024-02-03\n")]
    [InlineData("# T\n---\nStatus: accepted\nDate: 2024-02-03\n")]
    public void Fields_above_a_rule_are_not_lost(string text)
    {
        var record = Read(text);

        Assert.Equal((DecisionStatus.Accepted, new DateOnly(2024, 2, 3)), (record.Decision.Status, record.Decision.Date));
    }

    [Theory]
    [InlineData("Status: <!-- proposed | accepted --> accepted", "3,38")]
    [InlineData("Status: accepted <!-- or rejected -->", "3,9")]
    [InlineData("- Status: accepted <!-- or\n  rejected -->", "3,11")]
    [InlineData("<div>\nStatus: accepted\n</div>", "4,9")]
    [InlineData("Status: accepted <!-- never closed", "3,9")]
    public void A_value_beside_a_comment_keeps_its_place(string field, string place)
    {
        RecordReader.Read(Reading.Path, $"# T\n\n{field}\n", RecordConventions.None, out var fields);
        var value = fields.Status!;

        Assert.Equal(("accepted", place), (value.Text, $"{value.Place.Line},{value.Place.Column}"));
    }

    // It says what is there, at its place, in the way in which it would say what cannot be understood.
    [Theory]
    [InlineData("> Accepted", "'> Accepted'")]
    [InlineData("| Word |\n|---|\n| Accepted |", "'| Word |'")]
    public void A_quotation_or_table_instead_of_a_status_is_a_fault_at_its_place(string status, string what)
    {
        var faults = Reading.Told(RecordReader.Read(Reading.Path, $"# T\n\n## Status\n\n{status}\n"));

        Assert.StartsWith($"DP1004 5,1: {what} is written where it does not state the status of", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](0009-missing.md)", 1)]
    [InlineData("> [x](0009-missing.md)", 1)]
    [InlineData("- a\n  - [x](0009-missing.md)", 1)]
    [InlineData("| a | b |\n|---|---|\n| [x](0009-missing.md) | c |", 1)]
    [InlineData("## [x](0009-missing.md)", 1)]
    [InlineData("a ` b\n\n[x](0009-missing.md) ` c", 1)]
    [InlineData("``a ` b`` [x](0009-missing.md)", 1)]
    [InlineData("\\[x\\](0009-missing.md)", 0)]
    [InlineData("\\`[x](0009-missing.md)\\`", 1)]
    [InlineData("<!-- [x](0009-missing.md) -->", 0)]
    [InlineData("<!--\n[x](0009-missing.md)\n-->", 0)]
    [InlineData("a <!-- [x](0009-missing.md) --> b", 0)]
    [InlineData("    [x](0009-missing.md)", 0)]
    [InlineData("`` a ` [x](0009-missing.md) ``", 0)]
    [InlineData("`a\n[x](0009-missing.md)` b", 0)]
    [InlineData("- ```\n  [x](0009-missing.md)\n  ```", 0)]
    [InlineData("<pre>\n[x](0009-missing.md)\n</pre>", 0)]
    public void A_link_counts_where_a_page_has_one(string body, int count) =>
        Assert.Equal(count, RecordReader.Read(Reading.Path, $"---\nstatus: accepted\n---\n# T\n\n{body}\n").Links.Count);

    // What only shows rules does not keep a record from being read, and what looks like lost front matter still does.
    [Theory]
    [InlineData("# T\n\n<!--\nrules:\n  - configuration: A:B\n-->\n\n## Status\n\nAccepted", false)]
    [InlineData("# T\n\n```yaml\n---\nstatus: accepted\nrules:\n---\n```\n\n## Status\n\nAccepted", false)]
    [InlineData("\n---\nstatus: accepted\n---", false)]
    [InlineData("\n---\nstatus: accepted\nbecause: x\n---", true)]
    [InlineData("\n---\nstatus: accepted\nrules:\n  - symbol: T:A\n---", true)]
    [InlineData("<!-- a\nb -->\n---\nstatus: accepted\nbecause: x\n---", true)]
    [InlineData("<a name=\"x\"></a>\n---\nstatus: accepted\n---", false)]
    [InlineData("<a name=\"x\"></a>\n---\nbecause: accepted\n---", true)]
    [InlineData("# T\n\nText.\n\n---\nstatus: accepted\n---", false)]
    [InlineData("Title\n---\n\nrules:\n  - configuration: A:B", true)]
    [InlineData("# T\n\nText.\n---\nStatus: accepted", false)]
    public void Front_matter_in_the_wrong_place_is_reported_from_what_shows_it(string text, bool isLost) =>
        Assert.Equal(isLost, RecordReader.Read(Reading.Path, text + "\n").Faults.Any(fault => fault.Kind == FaultKind.UnreadableFrontMatter));

    private static string Filled(string aside, string text) => aside.Replace("{0}", text, StringComparison.Ordinal);

    private static AdrRecord Read(string text) => RecordReader.Read("docs/adr/0007-a-choice.md", text).Record!;
}
