using System.Text.Json;

namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>What <c>decisions list</c> shows, and what it never leaves out.</summary>
public sealed class ListTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-no-dcr", "status: accepted\ndate: 2026-08-02\ntags: [oauth, mcp-spec]", "# No DCR\n")
        .WithRecord("0002-one-queue", "status: proposed\ntags: [queue]", "# One queue\n")
        .WithRecord("0003-two-queues", "status: superseded by ADR-0001", "# Two queues\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Records_are_in_aligned_columns()
    {
        var run = _folder.Run("list");
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            """
            ADR-0001  accepted    2026-08-02  No DCR
            ADR-0002  proposed                One queue
            ADR-0003  superseded              Two queues

            """,
            run.Output);
    }

    [Fact]
    public void Status_and_tag_choose_records()
    {
        Assert.Equal(["ADR-0001", "ADR-0002"], IdsOf(_folder.Run("list", "--status", "accepted,Proposed")));
        Assert.Equal(["ADR-0001", "ADR-0002"], IdsOf(_folder.Run("list", "--status", "accepted", "--status", "proposed")));
        Assert.Equal(["ADR-0001"], IdsOf(_folder.Run("list", "--tag", "OAuth")));
        Assert.Equal(["ADR-0001", "ADR-0002"], IdsOf(_folder.Run("list", "--tag", "oauth,queue")));
    }

    [Fact]
    public void It_is_reported_if_no_record_is_chosen()
    {
        var run = _folder.Run("list", "--status", "proposed", "--tag", "oauth");
        Assert.Equal((0, "", "No record matches.\n"), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void A_status_that_does_not_exist_is_named_beside_those_that_do()
    {
        var run = _folder.Run("list", "--status", "acepted");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: 'acepted' is not a status. Use proposed, accepted, rejected, deprecated, superseded or unknown.\n", run.Error);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_with_its_place_and_fails_the_list()
    {
        _folder.WithRecord("0004-broken", "status: [\nrules:\n  - symbol: T:A");
        var run = _folder.Run("list");
        Assert.Equal(1, run.Exit);
        Assert.Contains("ADR-0003", run.Output);
        Assert.Matches(@"^docs/adr/0004-broken\.md\(\d+,\d+\): error DP1001: ", run.Error);
    }

    [Fact]
    public void A_file_that_is_not_read_as_a_record_is_reported_and_fails_nothing()
    {
        _folder.With("docs/adr/notes.md", "# Glossary\n").With("docs/adr/README.md", "# Index\n");
        var run = _folder.Run("list");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("docs/adr/notes.md(1,1): warning DP1002: ", run.Error);
        Assert.DoesNotContain("README", run.Error);
    }

    [Fact]
    public void Json_holds_the_records_and_what_cannot_be_read()
    {
        _folder.WithRecord("0004-broken", "status: [\nrules:\n  - symbol: T:A");
        var run = _folder.Run("list", "--format", "json");
        Assert.Equal(1, run.Exit);
        using var json = JsonDocument.Parse(run.Output);
        var first = json.RootElement.GetProperty("records")[0];
        Assert.Equal("ADR-0001", first.GetProperty("id").GetString());
        Assert.Equal("NoDcr", first.GetProperty("name").GetString());
        Assert.Equal("2026-08-02", first.GetProperty("date").GetString());
        Assert.Equal("docs/adr/0001-no-dcr.md", first.GetProperty("link").GetString());
        Assert.Equal(["oauth", "mcp-spec"], first.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.False(json.RootElement.GetProperty("records")[1].TryGetProperty("date", out _));
        var broken = Assert.Single(json.RootElement.GetProperty("unreadable").EnumerateArray());
        Assert.Equal("docs/adr/0004-broken.md", broken.GetProperty("place").GetProperty("path").GetString());
        Assert.Equal("DP1001", broken.GetProperty("id").GetString());
    }

    [Fact]
    public void A_format_that_does_not_exist_is_an_error() =>
        Assert.Contains("'yaml' is not a valid value for --format. Use text or json.", _folder.Run("list", "--format", "yaml").Error);

    [Fact]
    public void Colours_are_there_on_a_terminal_only_and_never_with_NO_COLOR()
    {
        Assert.DoesNotContain('\u001b', _folder.Run("list").Output);
        Assert.Contains("\u001b[1;32maccepted", _folder.OnTerminal().Run("list").Output);
        Assert.DoesNotContain('\u001b', _folder.WithVariable("NO_COLOR", "1").Run("list").Output);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("index docs/adr/README.md")]
    public void A_folder_without_a_record_is_an_error(string call)
    {
        using var folder = new ToolFolder().With("docs/adr/README.md", "# Log\n\n<!-- decisions:start -->\n<!-- decisions:end -->\n");

        var run = folder.Run(call.Split(' '));

        Assert.Equal(2, run.Exit);
        Assert.Contains("No record was found in docs/adr.", run.Error, StringComparison.Ordinal);
    }

    // With a byte order mark, as the compiler reads it.
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_record_in_Unicode_is_read(string encoding)
    {
        using var folder = new ToolFolder().With("docs/adr/0001-one.md", "");
        File.WriteAllText(folder.Full("docs/adr/0001-one.md"), "---\nstatus: accepted\n---\n# Gr\u00F6\u00DFe\n", System.Text.Encoding.GetEncoding(encoding));

        Assert.StartsWith("ADR-0001  accepted  Gr\u00F6\u00DFe", System.Text.RegularExpressions.Regex.Replace(folder.Run("list").Output, " {3,}", "  "));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public void Rules_in_a_file_that_is_not_Unicode_fail_the_lint(string encoding)
    {
        using var folder = new ToolFolder().With("docs/adr/0001-one.md", "");
        const string Text = "---\nstatus: accepted\nbecause: Gr\u00F6\u00DFe\nrules:\n  - { configuration: A:B, forbid: true }\n---\n# One\n";
        // GetBytes does not write a byte order mark.
        File.WriteAllBytes(folder.Full("docs/adr/0001-one.md"), System.Text.Encoding.GetEncoding(encoding).GetBytes(Text));

        var run = folder.Run("lint");

        Assert.Equal(1, run.Exit);
        Assert.Matches(@"docs/adr/0001-one\.md\(\d+,\d+\): error DP1026: ", run.Output + run.Error);
    }

    [Fact]
    public void A_title_cannot_move_the_cursor_or_reorder_the_line()
    {
        _folder.WithRecord("0004-odd", "status: accepted\ntitle: \"a\\x1b[2Jb\\u202Ec\"");
        Assert.EndsWith("a\\u001B[2Jb\\u202Ec\n", _folder.Run("list").Output);
    }

    private static string[] IdsOf(ToolRun run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];
}
