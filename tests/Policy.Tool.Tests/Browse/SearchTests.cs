using System.Text.Json;
using DecisionPolicies.Tool.Browse;

namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>What <c>decisions search</c> finds, and in which order.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-prose", "status: accepted", "# One\n\nThe client registers where\nthe provider is.\n")
        .WithRecord("0002-tagged", "status: accepted\ntags: [registers]", "# Two\n")
        .WithRecord("0003-no-dcr", "status: accepted\naliases: [Dynamic Client Registration]\nbecause: It registers clients.", "# No DCR for Größe\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_is_found_by_an_alias_with_the_line_that_has_the_words()
    {
        var run = _folder.Run("search", "Dynamic", "Client", "Registration");
        Assert.Equal(0, run.Exit);
        Assert.Equal("ADR-0003  accepted  No DCR for Größe\n  docs/adr/0003-no-dcr.md:3: aliases: [Dynamic Client Registration]\n", run.Output);
    }

    [Fact]
    public void All_words_must_be_found()
    {
        Assert.Equal(["ADR-0003"], Found("dcr", "clients"));
        Assert.Empty(Found("dcr", "provider"));
    }

    [Fact]
    public void Title_and_alias_come_before_tags_and_those_before_text()
    {
        _folder.WithRecord("0003-no-dcr", "status: accepted\naliases: [registers]");
        Assert.Equal(["ADR-0003", "ADR-0002", "ADR-0001"], Found("registers"));
    }

    [Fact]
    public void The_worst_place_of_several_words_decides_the_order()
    {
        _folder.WithRecord("0004-both", "status: accepted", "# It registers with a provider\n");
        Assert.Equal(["ADR-0004", "ADR-0001"], Found("registers", "provider"));
    }

    [Theory]
    [InlineData("größe")]
    [InlineData("GROSE")]
    [InlineData("gro\u0308ße")]
    public void Case_and_marks_of_letters_do_not_matter(string word) => Assert.Equal(["ADR-0003"], Found(word));

    [Fact]
    public void Words_in_one_argument_occur_together_even_over_the_end_of_a_line()
    {
        var run = _folder.Run("search", "where the provider");
        Assert.Equal("ADR-0001  accepted  One\n  docs/adr/0001-prose.md:6: The client registers where\n", run.Output);
        Assert.Empty(Found("provider the where"));
    }

    [Fact]
    public void A_record_is_found_by_its_id_and_its_name_though_no_line_has_them()
    {
        var run = _folder.Run("search", "ADR-0002");
        Assert.Equal("ADR-0002  accepted  Two\n  docs/adr/0002-tagged.md\n", run.Output);
        Assert.Equal(["ADR-0003"], Found("NoDcr"));
    }

    [Fact]
    public void Of_a_long_line_the_part_with_the_word_is_shown()
    {
        _folder.WithRecord("0004-long", "status: accepted", $"# Four\n\n{new string('x', 500)} needle {new string('y', 500)}\n");
        var line = _folder.Run("search", "needle").Output.Split('\n')[1];
        Assert.Contains("needle", line);
        Assert.InRange(line.Length, 150, 200);
    }

    [Fact]
    public void Quotes_that_the_shell_has_left_mean_what_the_shells_own_do() =>
        Assert.Equal(Found("Dynamic Client"), Found("\"Dynamic Client\""));

    [Fact]
    public void Nothing_found_is_reported_and_is_exit_code_1()
    {
        var run = _folder.Run("search", "nowhere", "else");
        Assert.Equal(1, run.Exit);
        Assert.Empty(run.Output);
        Assert.Equal("No record contains all of 'nowhere', 'else'.\n", run.Error);
    }

    [Fact]
    public void Json_holds_the_records_and_the_whole_line_with_its_place()
    {
        var run = _folder.WithRecord("0004-far", "status: accepted", $"# Far\n\n   {new string('x', 300)} needle\n").Run("search", "needle", "-f", "json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Output);
        var hit = Assert.Single(json.RootElement.GetProperty("results").EnumerateArray());
        Assert.Equal("ADR-0004", hit.GetProperty("record").GetProperty("id").GetString());
        Assert.Equal($"{new string('x', 300)} needle", hit.GetProperty("text").GetString());
        var place = hit.GetProperty("place");
        Assert.Equal((6, 4, 311), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32(), place.GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void Json_of_a_search_that_finds_nothing_is_still_json()
    {
        var run = _folder.Run("search", "nowhere", "-f", "json");
        Assert.Equal(1, run.Exit);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Empty(json.RootElement.GetProperty("results").EnumerateArray());
    }

    [Fact]
    public void Nothing_to_search_for_is_an_error()
    {
        Assert.Equal(2, _folder.Run("search", "  ").Exit);
        Assert.Equal(2, _folder.Run("search").Exit);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_with_what_was_found()
    {
        _folder.WithRecord("0004-broken", "status: [\nrules:\n  - symbol: T:A");
        var run = _folder.Run("search", "dcr");
        Assert.Equal(0, run.Exit);
        Assert.Contains("docs/adr/0004-broken.md(", run.Error);
    }

    [Theory]
    [InlineData("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàçéïñöøùýÿ", "aaaaaaceeeeiiiinoooooouuuuyaceinoouyy")]
    [InlineData("ĀĆĎĖĞĦĮĴĶŁŃŐŘŠŢŮŴŶŽſ", "acdeghijklnorstuwyzs")]
    [InlineData("Ελλάδα Ж", "ελλάδα ж")]
    public void Letters_are_folded_to_what_people_type(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    private string[] Found(params string[] words) =>
        [.. _folder.Run(["search", .. words]).Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(' ')[0])];
}
