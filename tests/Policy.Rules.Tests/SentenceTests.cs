namespace DecisionPolicies.Rules.Tests;

/// <summary>How texts of records end in a message.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("It costs too much", "It costs too much.")]
    [InlineData(" It costs too much. ", "It costs too much.")]
    [InlineData("It costs too much…", "It costs too much…")]
    [InlineData("It costs too much...", "It costs too much...")]
    [InlineData("Why not?", "Why not?")]
    [InlineData("Never!", "Never!")]
    [InlineData("費用がかかる。", "費用がかかる。")]
    [InlineData("なぜ？", "なぜ？")]
    [InlineData("He said: \"It costs.\"", "He said: \"It costs.\"")]
    [InlineData("He said “it costs”", "He said “it costs”.")]
    [InlineData("It costs (too much.)", "It costs (too much.)")]
    [InlineData("It costs (too much)", "It costs (too much).")]
    [InlineData("", "")]
    [InlineData(")", ")")]
    public void A_text_ends_with_one_mark(string text, string sentence) => Assert.Equal(sentence, Sentence.Of(text));

    /// <summary>A finding of each sort.</summary>
    public static TheoryData<string> Findings => ["setting", "code", "endpoint"];

    [Theory]
    [MemberData(nameof(Findings))]
    public void A_reason_that_ends_with_an_ellipsis_gets_no_other_mark_in_any_message(string sort)
    {
        var decision = new DecisionPolicy
        {
            Id = "ADR-0001", Title = "A decision", Status = DecisionStatus.Accepted,
            Link = "docs/adr/0001-a.md", Because = "It costs too much…", Instead = ["Do this…", "Do that."],
        };
        IFinding finding = sort switch
        {
            "setting" => new Finding(new("Feature", Verb.Forbid, Condition.EqualTo(Literal.True)), "Feature", SettingState.Value, Literal.True, null),
            "code" => new CodeFinding(new LiteralRule("feature"), "\"feature\""),
            _ => new EndpointFinding(new("POST /feature"), "POST /feature"),
        };

        var message = finding.Message(decision, Verdict.Of(decision, finding, null, null), []);

        Assert.EndsWith(". It costs too much… Instead: Do this… Read docs/adr/0001-a.md", message);
    }

    [Fact]
    public void Without_a_reason_the_title_says_what_was_decided()
    {
        var decision = new DecisionPolicy { Id = "ADR-0001", Title = "No feature", Status = DecisionStatus.Proposed, Link = "docs/adr/0001-a.md" };
        var finding = new CodeFinding(new LiteralRule("feature"), "\"feature\"");

        Assert.Equal(
            "ADR-0001 is proposed and would reject \"feature\". No feature. Read docs/adr/0001-a.md",
            finding.Message(decision, Verdict.Of(decision, finding, null, null), []));
    }
}
