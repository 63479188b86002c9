namespace DecisionPolicies.Tool.Tests.Lint;

/// <summary>The records are judged, as the build judges them, and nothing is passed over.</summary>
public sealed class LintTests : IDisposable
{
    private const string Unknown =
        "'acepted' is not a known status. Did you mean 'accepted'? Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009.";

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sound_records_are_clean()
    {
        _folder.WithRecord("0001-one", "status: accepted").WithRecord("0002-two", "status: proposed");
        var run = _folder.Run("lint");
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Output);
        Assert.EndsWith("2 records checked: 0 errors, 0 warnings.\n", run.Error);
    }

    [Fact]
    public void Findings_are_printed_as_the_compiler_prints_them_in_the_order_of_their_places()
    {
        _folder.WithRecord("0001-one", "status: acepted\ndate: 03/04/2026").WithRecord("0002-two", "status: superseded by ADR-9\nrules:\n  - symbol: T:A")
            .WithRecord("0003-three", "status: accepted");
        var run = _folder.Run("lint");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            $"docs/adr/0001-one.md(2,9): info DP1004: {Unknown}\n"
                + "docs/adr/0001-one.md(2,9): warning DP1024: In the records of this folder, 1 status and 1 date cannot be read, "
                + $"the first of them here: {Unknown} The editor and 'decisions lint' show each as info.\n"
                + "docs/adr/0001-one.md(3,7): info DP1006: '03/04/2026' in 'date' is not a date. Write it in the form 2026-08-02.\n"
                + "docs/adr/0002-two.md(2,9): error DP1016: ADR-0002 is superseded by ADR-9, but that record does not exist.\n",
            run.Output);
        Assert.EndsWith("3 records checked: 1 error, 1 warning.\n", run.Error);
    }

    [Fact]
    public void A_record_that_cannot_be_read_keeps_no_other_from_being_judged()
    {
        _folder.WithRecord("0001-broken", "status: accepted\ntitle: a: b\nrules:\n  - symbol: T:A").WithRecord("0002-two", "status: superseded by ADR-9");
        var run = _folder.Run("lint");
        Assert.Contains("docs/adr/0001-broken.md(3,9): error DP1001: ", run.Output);
        Assert.Contains("docs/adr/0002-two.md(2,9): warning DP1016: ", run.Output);
    }

    [Fact]
    public void Front_matter_that_is_not_valid_YAML_is_read_in_part_if_it_has_no_rules()
    {
        _folder.WithRecord("0001-loose", "status: accepted\ntitle: a: b");
        var run = _folder.Run("lint");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("docs/adr/0001-loose.md(3,9): warning DP1001: ", run.Output);
        Assert.EndsWith("1 record checked: 0 errors, 1 warning.\n", run.Error);
    }

    [Fact]
    public void Info_is_shown_and_does_not_fail()
    {
        _folder.WithRecord("0001-one", "status: accepted").With("docs/adr/README.md", "# Records\n");
        var run = _folder.Run("lint");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("docs/adr/README.md(1,1): info DP1022: ", run.Output);
        Assert.Empty(_folder.Run("lint", "--severity", "warning").Output);
    }

    [Fact]
    public void Only_what_is_shown_fails()
    {
        _folder.WithRecord("0001-one", "status: acepted");
        Assert.Equal(1, _folder.Run("lint", "--severity", "warning").Exit);
        var run = _folder.Run("lint", "--severity", "error");
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void GitHub_gets_each_finding_as_an_annotation_at_its_place()
    {
        _folder.WithRecord("0001-one", "status: acepted").With("docs/adr/README.md", "# Records\n");
        var run = _folder.Run("lint", "--format", "github");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            "::warning file=docs/adr/0001-one.md,line=2,endLine=2,col=9,endColumn=16,title=DP1024%3A Records are read only in part::"
                + $"{Unknown}\n"
                + "::notice file=docs/adr/README.md,line=1,endLine=1,col=1,title=DP1022%3A The file is skipped::"
                + "The file is named like a page beside the records, such as an index, a README or a template, so it is not read as a decision.\n",
            run.Output);
    }

    [Fact]
    public void Text_of_a_record_moves_no_cursor()
    {
        _folder.WithRecord("0001-one", "status: \"a\\e[2Jb\"");
        Assert.DoesNotContain('\u001b', _folder.Run("lint").Output);
    }

    [Fact]
    public void Outside_of_a_repository_what_needs_git_is_said_not_to_be_judged()
    {
        _folder.WithRecord("0001-one", "status: accepted");
        var run = _folder.Run("lint");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith(
            "decisions: Not checked: whether an accepted decision was changed, "
                + "and whether a number is taken on another branch: the records are not in a git repository.\n",
            run.Error);
    }
}
