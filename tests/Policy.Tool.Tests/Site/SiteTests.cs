namespace DecisionPolicies.Tool.Tests.Site;

/// <summary>Which files <c>decisions site</c> writes, and which it leaves alone.</summary>
public sealed class SiteTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-one", "status: accepted", "# One\n")
        .WithRecord("0002-two", "status: accepted", "# Two\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_is_an_index_and_a_page_for_each_record()
    {
        var run = _folder.Run("site", "out/pages");
        Assert.Equal(0, run.Exit);
        Assert.Equal("out/pages: 3 pages written\n", run.Output);
        Assert.Equal(["0001-one.html", "0002-two.html", "index.html"], Files());
    }

    [Fact]
    public void The_same_records_give_the_same_bytes_on_any_day()
    {
        _folder.WithRecord("0003-three",
            "status: accepted\nrevisit: 2026-12-01\nrules:\n- { configuration: A, forbid: true }\nwaivers:\n- { rule: A, until: 2026-12-01, because: B. }");
        _folder.On("2026-11-26").Run("site", "out/pages");
        var first = Texts();
        _folder.On("2027-06-01").Run("site", "out/pages");
        Assert.Equal(first, Texts());
    }

    [Fact]
    public void The_page_of_a_removed_record_is_removed_and_no_other_file()
    {
        _folder.With("out/pages/mine.html", "<p>mine</p>").With("out/pages/notes.txt", "mine").Run("site", "out/pages");
        File.Delete(_folder.Full("docs/adr/0002-two.md"));
        var run = _folder.Run("site", "out/pages");
        Assert.Equal("out/pages: 2 pages written, 1 page of old records removed\n", run.Output);
        Assert.Equal(["0001-one.html", "index.html", "mine.html", "notes.txt"], Files());
    }

    [Fact]
    public void A_page_that_somebody_else_has_written_is_not_written_over()
    {
        _folder.With("out/pages/index.html", "<p>mine</p>");
        var run = _folder.Run("site", "out/pages");
        Assert.Equal(2, run.Exit);
        Assert.Contains("'out/pages/index.html' was not written by this command, and would be overwritten.", run.Error);
        Assert.Equal(["index.html"], Files());
        Assert.Equal("<p>mine</p>", _folder.Read("out/pages/index.html"));
    }

    [Fact]
    public void No_page_is_written_through_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, links need a privilege.");
        _folder.Run("site", "other");
        _folder.With("out/pages/notes.txt", "mine");
        File.CreateSymbolicLink(_folder.Full("out/pages/index.html"), _folder.Full("other/index.html"));
        var before = File.GetLastWriteTimeUtc(_folder.Full("other/index.html"));
        var run = _folder.Run("site", "out/pages");
        Assert.Equal(2, run.Exit);
        Assert.Contains("'out/pages/index.html' is a symbolic link, and no page is written through one. Remove it, or name another folder.", run.Error);
        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder.Full("other/index.html")));
    }

    [Fact]
    public void A_long_chain_is_drawn_in_part_on_the_page_of_a_record()
    {
        for (var i = 1; i <= 40; i++)
        {
            _folder.WithRecord($"{i + 100:0000}-r", i < 40 ? $"status: superseded by ADR-{i + 101:0000}" : "status: accepted", $"# R{i}\n");
        }
        _folder.Run("site", "out/pages");
        var page = _folder.Read("out/pages/0120-r.html");
        Assert.Contains("At most 24 records are drawn here, the nearest ones. <a href=\"index.html#supersession\">The index shows all.</a>", page);
        Assert.Equal(24, page.Split("<rect ").Length - 1);
        Assert.Equal(40, _folder.Read("out/pages/index.html").Split("<rect ").Length - 1);
    }

    [Theory]
    [InlineData("docs/adr")]
    [InlineData("docs")]
    [InlineData("docs/adr/../../docs/adr/")]
    [InlineData(".")]
    [InlineData("..")]
    public void The_folder_of_the_records_and_those_above_it_are_refused(string folder)
    {
        var run = _folder.Run("site", folder);
        Assert.Equal(2, run.Exit);
        Assert.Contains("because the records are in it", run.Error);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.html", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_link_to_the_folder_of_the_records_is_refused_too()
    {
        Directory.CreateSymbolicLink(_folder.Full("out"), _folder.Full("docs"));
        Assert.Equal(2, _folder.Run("site", "out").Exit);
        Assert.Equal(2, _folder.Run("site", "out/adr").Exit);
        Assert.Equal(0, _folder.Run("site", "out/site").Exit);
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused()
    {
        _folder.With("out", "mine");
        var run = _folder.Run("site", "out");
        Assert.Equal(2, run.Exit);
        Assert.Equal("decisions: 'out' is a file. Name a folder.\n", run.Error);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_on_the_index_and_fails_the_call()
    {
        _folder.WithRecord("0003-broken", "status: [\nrules:\n  - symbol: T:A");
        var run = _folder.Run("site", "out/pages");
        Assert.Equal(1, run.Exit);
        Assert.Matches(@"^docs/adr/0003-broken\.md\(\d+,\d+\): error DP1001: ", run.Error);
        Assert.Equal(["0001-one.html", "0002-two.html", "index.html"], Files());
        Assert.Contains(Page("index.html").Named("code"), code => code.Text.StartsWith("docs/adr/0003-broken.md(", StringComparison.Ordinal));
    }

    [Fact]
    public void Records_of_one_name_in_several_folders_have_pages_of_their_own()
    {
        _folder.With("docs/adr/team/0001-one.md", "---\nid: T-1\nstatus: accepted\n---\n# Team\n")
            .With("docs/adr/team-0001-one.md", "---\nid: T-2\nstatus: accepted\n---\n# Other\n")
            .With("docs/adr/0001-ONE.md", "---\nid: T-3\nstatus: accepted\n---\n# Upper\n")
            .With("docs/adr/0009-a b#c?ü.md", "---\nstatus: accepted\n---\n# Odd\n");
        _folder.Run("site", "out/pages");
        Assert.Equal(
            ["0001-ONE.html", "0001-one-2.html", "0002-two.html", "0009-a-b-c-u.html", "index.html", "team-0001-one-2.html", "team-0001-one.html"], Files());
        Assert.Equal(
            6, Page("index.html").Named("a").Select(link => link["href"]).Where(href => href!.EndsWith(".html", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public void The_title_of_the_site_is_the_users()
    {
        _folder.Run("site", "out/pages", "--title", "Our <decisions>");
        Assert.Equal("Our <decisions>", Page("index.html").TextOf("h1"));
        Assert.Equal("ADR-0001: One - Our <decisions>", Page("0001-one.html").TextOf("title"));
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(_folder.Full("out/pages")).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private List<string> Texts() => [.. Files().Select(name => _folder.Read($"out/pages/{name}"))];

    private PageMarkup Page(string name) => PageMarkup.Of(_folder.Read($"out/pages/{name}"));
}
