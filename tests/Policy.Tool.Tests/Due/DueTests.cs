namespace DecisionPolicies.Tool.Tests.Due;

/// <summary>Days pass in no silence.</summary>
public sealed class DueTests : IDisposable
{
    private const string Waived =
        """
        status: accepted
        rules:
          - { configuration: Queue:Count, require: 1 }
        waivers:
          - { rule: Queue:Count, environments: [Staging], until: 2026-12-10, because: One team migrates. }
        """;

    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_overdue_comes_first_then_what_comes_within_the_span()
    {
        _folder.WithRecord("0001-one", "status: accepted\nrevisit:\n  by: 2027-08-02", "# One\n").WithRecord("0002-two", Waived, "# Two\n")
            .WithRecord("0003-three", "status: proposed\nrevisit: 2026-11-25", "# Three\n");
        var run = _folder.Run("due");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            """
            docs/adr/0003-three.md(3,10): overdue by 1 day: revisit ADR-0003 (Three) by 2026-11-25.
            docs/adr/0002-two.md(6,58): in 14 days: ADR-0002's waiver for Queue:Count in Staging expires on 2026-12-10 (One team migrates).

            """,
            run.Output);
        Assert.Equal("1 overdue, 1 due by 2026-12-26.\n", run.Error);
    }

    [Fact]
    public void Of_waivers_of_one_rule_and_one_reason_each_is_at_its_own_day()
    {
        _folder.WithRecord("0002-two", Waived + "\n  - { rule: Queue:Count, environments: [Test], until: 2026-12-01, because: One team migrates. }");
        Assert.Equal(
            ["docs/adr/0002-two.md(7,55): in 5 days", "docs/adr/0002-two.md(6,58): in 14 days"],
            _folder.Run("due").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(':', line.Split(':').Take(2))));
    }

    [Theory]
    [InlineData("13d", 0)]
    [InlineData("14d", 1)]
    [InlineData("2W", 1)]
    [InlineData("1m", 1)]
    [InlineData("0d", 0)]
    public void The_span_is_days_weeks_or_months(string within, int shown)
    {
        _folder.WithRecord("0002-two", Waived);
        var run = _folder.Run("due", "--within", within);
        Assert.Equal(0, run.Exit);
        Assert.Equal(shown, run.Output.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("30")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("1y")]
    [InlineData("99999d")]
    public void A_text_that_is_not_a_span_is_refused(string within)
    {
        _folder.WithRecord("0002-two", Waived);
        var run = _folder.Run("due", $"--within={within}");
        Assert.Equal(2, run.Exit);
        Assert.Equal($"decisions: '{within}' is not a span of time. Write a number of days, weeks or months, as in 30d, 6w or 3m.\n", run.Error);
    }

    [Theory]
    [InlineData("2026-12-09", "in 1 day:", 0)]
    [InlineData("2026-12-10", "today:", 0)]
    [InlineData("2026-12-11", "overdue by 1 day:", 1)]
    public void The_last_day_still_counts(string day, string when, int exit)
    {
        var run = _folder.WithRecord("0002-two", Waived).On(day).Run("due");
        Assert.Contains($": {when} ", run.Output);
        Assert.Equal(exit, run.Exit);
    }

    [Theory]
    [InlineData("rejected")]
    [InlineData("deprecated")]
    [InlineData("superseded by ADR-0002")]
    public void What_is_not_in_force_is_not_due(string status)
    {
        var run = _folder.WithRecord("0001-one", $"status: {status}\nrevisit: 2026-01-01").Run("due");
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("status: accepted\nrevisit:\n  by: soon", "(4,7): warning DP1006: 'soon'")]
    [InlineData("status: accepted\nrevisit: soon", "(3,10): warning DP1006: 'soon'")]
    [InlineData("status: accepted\ntitle: a: b\nrules:\n  - symbol: T:A", "(3,9): error DP1001: ")]
    [InlineData("status: accepted\ntitle: a: b\nrevisit:\n  by: 2026-01-01", "(3,9): warning DP1001: ")]
    public void A_day_that_cannot_be_read_is_said_beside_those_that_can(string frontMatter, string expected)
    {
        var run = _folder.WithRecord("0001-one", frontMatter).WithRecord("0002-two", Waived).Run("due");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("docs/adr/0001-one.md" + expected, run.Error);
        Assert.Contains("ADR-0002", run.Output);
    }

    [Theory]
    [InlineData("status: accepted\ndate: soon")]
    [InlineData("status: accepted\ntitle: a: b")]
    public void A_record_that_says_nothing_of_a_day_hides_none(string frontMatter) =>
        Assert.Equal(0, _folder.WithRecord("0001-one", frontMatter).Run("due").Exit);

    [Fact]
    public void A_day_beside_what_is_not_valid_YAML_is_due()
    {
        var run = _folder.WithRecord("0001-one", "status: accepted\ntitle: a: b\nrevisit: 2026-11-25").Run("due");
        Assert.StartsWith("docs/adr/0001-one.md(4,10): overdue by 1 day: ", run.Output);
        Assert.Equal("1 overdue, 0 due by 2026-12-26.\n", run.Error);
    }

    [Fact]
    public void Reports_for_programs_say_as_well_that_a_day_that_cannot_be_read_is_a_warning()
    {
        _folder.WithRecord("0001-one", "status: accepted\nrevisit: soon");
        Assert.Contains("\"severity\": \"warning\"", _folder.Run("due", "--format", "json").Output);
        Assert.StartsWith("::warning file=docs/adr/0001-one.md,line=3,", _folder.Run("due", "--format", "github").Output);
    }
}
