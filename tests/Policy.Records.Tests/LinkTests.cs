using System.Diagnostics;

namespace DecisionPolicies.Records.Tests;

/// <summary>Links between records point to files that are there.</summary>
public sealed class LinkTests
{
    private static string[] Told(string body) => Reading.Told(RecordSet.Of(
        [
            RecordReader.Read("docs/adr/0001-a.md", $"---\nstatus: accepted\n---\n{body}\n"),
            RecordReader.Read("docs/adr/0002-b c.md", "---\nstatus: accepted\n---\n"),
            RecordReader.Read("docs/adr/README.md", "# Decisions\n"),
            RecordReader.Read("docs/adr/team/0003-d.md", "---\nstatus: [\n---\n"),
        ]));

    [Theory]
    [InlineData("[x](0009-missing.md)", "4,5", "docs/adr/0009-missing.md")]
    [InlineData("# T\n\nSee [x](0009-missing.md), please.", "6,9", "docs/adr/0009-missing.md")]
    [InlineData("[x](./0009-missing.md#decision)", "4,5", "docs/adr/0009-missing.md")]
    [InlineData("[x](0009-missing.md \"Title\")", "4,5", "docs/adr/0009-missing.md")]
    [InlineData("[x](team/0009-missing.md)", "4,5", "docs/adr/team/0009-missing.md")]
    [InlineData("[x](../adr/0009-missing.md)", "4,5", "docs/adr/0009-missing.md")]
    [InlineData("[x](0002-B%20C.md)", "4,5", "docs/adr/0002-B C.md")]
    [InlineData("![x](0009-missing.md)", "4,6", "docs/adr/0009-missing.md")]
    public void A_link_to_no_file_is_reported_at_its_place(string body, string place, string target) =>
        Assert.Equal([$"docs/adr/0001-a.md: DP1020 {place}: The link points to {target}, which does not exist."], Told(body));

    [Fact]
    public void Each_of_several_links_is_reported() => Assert.Equal(
        ["docs/adr/0001-a.md: DP1020 4,5: The link points to docs/adr/8.md, which does not exist.",
            "docs/adr/0001-a.md: DP1020 4,30: The link points to docs/adr/9.md, which does not exist."],
        Told("[a](8.md) [b](README.md) [c](9.md)"));

    [Theory]
    [InlineData("[x](0002-b%20c.md)")]
    [InlineData("[x](./0002-b%20c.md#decision)")]
    [InlineData("[x](README.md)")]
    [InlineData("[x](team/0003-d.md)")]
    [InlineData("[x](team/../README.md)")]
    [InlineData("[x](0001-a.md)")]
    public void A_link_to_a_file_that_is_there_is_fine(string body) => Assert.Empty(Told(body));

    // The compiler knows no other files than the records.
    [Theory]
    [InlineData("[x](../guide/0009-missing.md)")]
    [InlineData("[x](../../../0009-missing.md)")]
    [InlineData("[x](/docs/adr/0009-missing.md)")]
    [InlineData("[x](https://example.org/0009-missing.md)")]
    [InlineData("[x](diagram.png)")]
    [InlineData("[x](#decision)")]
    [InlineData("[x]()")]
    [InlineData("[x](")]
    [InlineData("[x](0009-missing.md")]
    public void A_link_to_anything_else_is_not_looked_at(string body) => Assert.Empty(Told(body));

    [Theory]
    [InlineData("```md\n[x](0009-missing.md)\n```")]
    [InlineData("~~~\n```\n[x](0009-missing.md)\n~~~")]
    [InlineData("  ```\n  [x](0009-missing.md)\n  ```")]
    [InlineData("````md\n```\n[x](0009-missing.md)\n```\n````")]
    [InlineData("Write `[x](0009-missing.md)` there.")]
    public void A_link_in_code_is_not_a_link(string body) => Assert.Empty(Told(body));

    [Fact]
    public void A_link_after_a_code_block_is_one_again() => Assert.Single(Told("```\ncode\n```\n[x](0009-missing.md)"));

    // A line of inline code only looks like a fence.
    [Fact]
    public void A_link_after_a_line_of_inline_code_is_looked_at() => Assert.Single(Told("```code``` it is.\n\n[x](0009-missing.md)"));

    // 160 KB of this took more than a minute: the compiler must not hang on any text.
    [Fact]
    public void A_line_of_link_starts_does_not_keep_the_reader_busy()
    {
        var text = "---\nstatus: accepted\n---\n" + string.Concat(Enumerable.Repeat("](", 20_000)) + ".md)\n";
        var watch = Stopwatch.StartNew();

        RecordReader.Read(Reading.Path, text);

        Assert.InRange(watch.ElapsedMilliseconds, 0, 500);
    }
}
