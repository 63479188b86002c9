using DecisionPolicies.Tool.Site;

namespace DecisionPolicies.Tool.Tests.Site;

/// <summary>Which texts a page shows as they are written, because a parser of Markdown would take too long for them.</summary>
public sealed class HeavyMarkdownTests
{
    [Theory]
    [InlineData(">", 101, true)]
    [InlineData("> ", 101, true)]
    [InlineData("- ", 101, true)]
    [InlineData("1. ", 101, true)]
    [InlineData("> - ", 51, true)]
    [InlineData("> ", 99, false)]
    [InlineData("*a ", 2_001, true)]
    [InlineData("*a\n", 2_001, true)]
    [InlineData("_a", 2_001, true)]
    [InlineData("~~a", 2_001, true)]
    [InlineData("[", 2_001, true)]
    [InlineData("[", 2_000, false)]
    [InlineData("| *a* ", 1_001, true)]
    [InlineData("*a*\n\n", 5_000, false)]
    [InlineData("- [a](b)\n", 5_000, false)]
    [InlineData("* [a](b)\n", 5_000, false)]
    [InlineData("## [a](b)\n", 5_000, false)]
    [InlineData("word ", 100_000, false)]
    [InlineData("***************", 1_000, false)]
    public void Depth_and_marks_make_a_text_heavy_and_length_does_not(string piece, int times, bool isHeavy) =>
        Assert.Equal(isHeavy, HeavyMarkdown.Is(string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public void A_heavy_text_is_on_its_page_as_it_is_written()
    {
        using var folder = new ToolFolder().WithRecord("0001-one", "status: accepted", $"# One\n\n{new string('>', 200)} <b>\n");
        folder.Run("site", "out");

        Assert.Contains($"<pre tabindex=\"0\"># One\n\n{string.Concat(Enumerable.Repeat("&gt;", 200))} &lt;b&gt;", folder.Read("out/0001-one.html"));
    }
}
