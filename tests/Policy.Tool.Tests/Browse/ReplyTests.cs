namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>The answer that <c>decisions reply</c> writes.</summary>
public sealed class ReplyTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord(
            "0001-no-dcr",
            "status: accepted\ndate: 2026-08-02\nbecause: It costs too much.\ninstead: [Use the IdP.]\n"
                + "allows: [Delegation.]\nrevisit: { by: 2027-08-02, when: [The standard demands it.] }",
            "# No DCR\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_the_decision_why_and_what_else_can_be_done()
    {
        var run = _folder.Run("reply", "1", "--to", "Add a registration endpoint", "--link-base", "https://example.org/r/");
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            "Thank you for the request (“Add a registration endpoint”). We have already decided this, so we will not take it up: "
                + "[ADR-0001, No DCR](https://example.org/r/docs/adr/0001-no-dcr.md) (accepted on 2026-08-02).\n"
                + """

                **Why:** It costs too much.

                **What to do instead:**

                - Use the IdP.

                **This is still allowed:**

                - Delegation.

                **We will revisit this decision by 2027-08-02, or if any of these happens:**

                - The standard demands it.

                If one of them does, please let us know.

                """,
            run.Output);
    }

    [Fact]
    public void What_a_record_does_not_say_is_left_out()
    {
        _folder.WithRecord("0002-short", "status: accepted", "# Short\n");
        Assert.Equal(
            "Thank you for the request. We have already decided this, so we will not take it up: ADR-0002, Short (accepted; docs/adr/0002-short.md).\n",
            _folder.Run("reply", "2").Output);
    }

    [Fact]
    public void A_record_without_a_reason_is_reported()
    {
        _folder.WithRecord("0002-short", "status: accepted\nbecause:", "# Short\n");
        var run = _folder.Run("reply", "2");
        Assert.Equal(0, run.Exit);
        Assert.Equal("ADR-0002 does not give a reason, so neither does the answer. Add one in docs/adr/0002-short.md, under 'because'.\n", run.Error);
        Assert.Empty(_folder.Run("reply", "1").Error);
    }

    [Fact]
    public void A_date_alone_is_a_sentence()
    {
        _folder.WithRecord("0002-short", "status: accepted\nrevisit: 2027-01-01", "# Short\n");
        Assert.EndsWith("\n\nWe will revisit this decision by 2027-01-01.\n", _folder.Run("reply", "2").Output);
    }

    [Theory]
    [InlineData("proposed", "A proposed decision covers this: ADR-0002, Short (proposed; docs/adr/0002-short.md).")]
    [InlineData("rejected", "We have considered this and decided against it: ADR-0002, Short (rejected; docs/adr/0002-short.md).")]
    public void The_status_decides_what_is_said(string status, string sentence)
    {
        _folder.WithRecord("0002-short", $"status: {status}", "# Short\n");
        Assert.Contains(sentence, _folder.Run("reply", "2").Output);
    }

    [Theory]
    [InlineData("superseded by ADR-0001", "ADR-0002 is superseded by ADR-0001, so it no longer answers a request. Run 'decisions reply ADR-0001'.")]
    [InlineData("deprecated", "ADR-0002 is deprecated, so it no longer answers a request.")]
    [InlineData("whatever", "The status of ADR-0002 is unknown, so it is unclear whether the decision is in force.")]
    public void A_decision_that_is_not_in_force_is_not_an_answer(string status, string message)
    {
        _folder.WithRecord("0002-short", $"status: {status}", "# Short\n");
        var run = _folder.Run("reply", "2");
        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void Text_of_a_record_mentions_no_one_and_contains_no_markup()
    {
        _folder.WithRecord(
            "0002-odd",
            """
            status: accepted
            title: "](https://evil.example) @team"
            because: "@somebody closes #12 and !34 <img src=x onerror=alert(1)> **now** &#64;a"
            instead: ["# a heading", "1. a list", "- [x] a task", "@me", "line\none"]
            link: "https://example.org/a)b"
            """);
        var output = _folder.Run("reply", "2", "--to", "```\n@everyone\n/close").Output;
        Assert.DoesNotMatch(@"<|\*\*now|^#|^/|^```", output);
        Assert.Contains("(“\\`\\`\\` `@everyone` /close”)", output);
        Assert.Contains("[ADR-0002, `](https://evil.example)` `@team`](https://example.org/a%29b)", output);
        Assert.Contains("`@somebody` closes `#12` and `!34` &lt;img src=x onerror=alert(1)> \\*\\*now\\*\\* `&#64;a`", output);
        Assert.Contains("- \\# a heading\n- 1\\. a list\n- \\- \\[x\\] a task\n- `@me`\n- line one\n", output);
    }
}
