using System.Text;

namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>The table that <c>decisions index</c> keeps in a file.</summary>
public sealed class IndexTests : IDisposable
{
    private const string Readme = "docs/adr/README.md";
    private const string Marked = "# Decisions\n\n<!-- decisions:start -->\nold\n<!-- decisions:end -->\n\nMore.\n";

    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-no-dcr", "status: accepted\ndate: 2026-08-02\naliases: [DCR, RFC 7591]", "# No DCR\n")
        .WithRecord("0002-old", "title: Old | `way` <b> a_b _c_\nstatus: superseded by ADR-0001\ndate: 2026-01-01", "# Old way\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_table_is_between_the_markers_and_all_else_stays()
    {
        _folder.With(Readme, Marked);
        var run = _folder.Run("index", Readme);
        Assert.Equal(0, run.Exit);
        Assert.Equal("docs/adr/README.md: written, 2 records\n", run.Output);
        Assert.Equal(
            """
            # Decisions

            <!-- decisions:start -->
            | id | decision | status |
            |---|---|---|
            | [ADR-0001](0001-no-dcr.md) | No DCR (DCR, RFC 7591) | accepted 2026-08-02 |
            | [ADR-0002](0002-old.md) | Old \| \`way\` &lt;b> a_b \_c\_ | superseded by [ADR-0001](0001-no-dcr.md) 2026-01-01 |
            <!-- decisions:end -->

            More.

            """,
            _folder.Read(Readme));
    }

    [Fact]
    public void Links_are_relative_to_the_file()
    {
        _folder.With("README.md", Marked).With("docs/guide/README.md", Marked).WithRecord("0003-größe (1)", "status: accepted", "# Size\n");
        _folder.Run("index", "README.md");
        Assert.Contains("[ADR-0001](docs/adr/0001-no-dcr.md)", _folder.Read("README.md"));
        Assert.Contains("(docs/adr/0003-gr%C3%B6%C3%9Fe%20%281%29.md)", _folder.Read("README.md"));
        _folder.RunIn("docs/guide", "index", "README.md");
        Assert.Contains("[ADR-0001](../adr/0001-no-dcr.md)", _folder.Read("docs/guide/README.md"));
    }

    [Fact]
    public void Line_ends_and_bytes_that_are_not_UTF_8_stay_as_they_are()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes("caf\u00E9\r\n<!-- decisions:start -->\r\n<!-- decisions:end -->\r\nlast\nwithout end")];
        File.WriteAllBytes(_folder.Full("log.md"), before);
        Assert.Equal(0, _folder.Run("index", "log.md").Exit);
        var after = Encoding.Latin1.GetString(File.ReadAllBytes(_folder.Full("log.md")));
        Assert.StartsWith("\u00EF\u00BB\u00BFcaf\u00E9\r\n<!-- decisions:start -->\r\n| id | decision | status |\r\n|---|---|---|\r\n| [ADR-0001]", after);
        Assert.EndsWith("2026-01-01 |\r\n<!-- decisions:end -->\r\nlast\nwithout end", after);
    }

    [Fact]
    public void What_is_up_to_date_is_not_written()
    {
        _folder.With(Readme, Marked);
        _folder.Run("index", Readme);
        var day = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder.Full(Readme), day);
        Assert.Equal("docs/adr/README.md: up to date\n", _folder.Run("index", Readme).Output);
        Assert.Equal(0, _folder.Run("index", Readme, "--check").Exit);
        Assert.Equal(day, File.GetLastWriteTimeUtc(_folder.Full(Readme)));
    }

    [Fact]
    public void Check_writes_nothing_and_says_which_rows_differ()
    {
        var table = "| id | decision | status |\n|---|---|---|\n| [ADR-0001](0001-no-dcr.md) | No DCR (DCR, RFC 7591) | proposed |\n"
            + "| [ADR-0002](0002-old.md) | Old \\| \\`way\\` &lt;b> a_b \\_c\\_ | superseded by [ADR-0001](0001-no-dcr.md) 2026-01-01 |\n";
        var text = $"<!-- decisions:start -->\n{table}<!-- decisions:end -->\n";
        _folder.With(Readme, text);
        var run = _folder.Run("index", Readme, "--check");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            """
            docs/adr/README.md(4): not expected: | [ADR-0001](0001-no-dcr.md) | No DCR (DCR, RFC 7591) | proposed |
            docs/adr/README.md: missing: | [ADR-0001](0001-no-dcr.md) | No DCR (DCR, RFC 7591) | accepted 2026-08-02 |
            Run 'decisions index docs/adr/README.md' to update the table.

            """,
            run.Output);
        Assert.Equal(text, _folder.Read(Readme));
    }

    [Fact]
    public void Check_reports_rows_in_another_order()
    {
        _folder.With(Readme, Marked);
        _folder.Run("index", Readme);
        var lines = _folder.Read(Readme).Split('\n');
        (lines[5], lines[6]) = (lines[6], lines[5]);
        _folder.With(Readme, string.Join('\n', lines));
        var run = _folder.Run("index", Readme, "--check");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("docs/adr/README.md(4): The rows are not in the order of the files", run.Output);
    }

    [Theory]
    [InlineData(
        "# Nothing\n",
        "docs/adr/README.md does not have the markers of the table. "
            + "Add these two lines where you want it: <!-- decisions:start --> and, below it, <!-- decisions:end -->")]
    [InlineData("```\n<!-- decisions:start -->\n<!-- decisions:end -->\n```\n", "docs/adr/README.md does not have the markers of the table.")]
    [InlineData("    <!-- decisions:start -->\n    <!-- decisions:end -->\n", "docs/adr/README.md does not have the markers of the table.")]
    [InlineData("<!--\n<!-- decisions:start -->\n\n<!-- x\n<!-- decisions:end -->\n", "docs/adr/README.md does not have the markers of the table.")]
    [InlineData("<!-- decisions:start -->\n", "docs/adr/README.md has the line <!-- decisions:end --> not at all. Write it once, after the table.")]
    [InlineData(
        "<!-- decisions:start -->\n<!-- decisions:start -->\n<!-- decisions:end -->\n",
        "docs/adr/README.md has the line <!-- decisions:start --> 2 times, in lines 1, 2.")]
    [InlineData(
        "<!-- decisions:end -->\n<!-- decisions:start -->\n",
        "docs/adr/README.md has <!-- decisions:end --> in line 1, before <!-- decisions:start --> in line 2. Change their order.")]
    public void Without_its_markers_a_file_is_refused_and_stays_as_it_is(string text, string message)
    {
        _folder.With(Readme, text);
        var run = _folder.Run("index", Readme);
        Assert.Equal(2, run.Exit);
        Assert.Contains(message, run.Error);
        Assert.Equal(text, _folder.Read(Readme));
    }

    [Fact]
    public void A_record_that_cannot_be_read_keeps_the_table_from_being_written()
    {
        _folder.With(Readme, Marked).WithRecord("0003-broken", "status: [\nrules:\n  - symbol: T:A");
        var run = _folder.Run("index", Readme);
        Assert.Equal(2, run.Exit);
        Assert.Contains("docs/adr/0003-broken.md(", run.Error);
        Assert.EndsWith("decisions: The table was not written: a record cannot be read.\n", run.Error);
        Assert.Equal(Marked, _folder.Read(Readme));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_not_made()
    {
        Assert.Equal(2, _folder.Run("index", "nowhere.md").Exit);
        Assert.False(File.Exists(_folder.Full("nowhere.md")));
    }

    [Fact]
    public void No_other_file_is_written_or_left_behind()
    {
        _folder.With(Readme, Marked);
        var before = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        _folder.Run("index", Readme);
        Assert.Equal(before, Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_index_of_this_repository_is_up_to_date()
    {
        var root = Metadata.Of("RepositoryRoot");
        var run = _folder.Run("index", System.IO.Path.Combine(root, Readme), "--check", "--records", System.IO.Path.Combine(root, "docs/adr"));
        Assert.Equal("", run.Output.Contains("up to date", StringComparison.Ordinal) ? "" : run.Output + run.Error);
    }
}
