namespace DecisionPolicies.Rules.Tests;

/// <summary>No text that is shown is a command to the runner that keeps the log.</summary>
public sealed class RunnerCommandTests
{
    [Theory]
    [InlineData("##vso[task.complete result=Failed;]x", @"##vso\[task.complete result=Failed;]x")]
    [InlineData("##VSO[task.setvariable variable=a]b", @"##VSO\[task.setvariable variable=a]b")]
    [InlineData("a ##[error]b ##[group]c", @"a ##\[error]b ##\[group]c")]
    [InlineData("####[error]", @"####\[error]")]
    [InlineData("##teamcity[testFailed name='a']", @"##teamcity\[testFailed name='a']")]
    [InlineData("##a-b_c.1[x]", @"##a-b_c.1\[x]")]
    [InlineData("::error::x", @"\::error::x")]
    [InlineData(" \t\u00A0::Add-Mask::x", "  \u00A0\\::Add-Mask::x")]
    [InlineData("\n::set-output name=a::x", @" \::set-output name=a::x")]
    [InlineData("::error::##[error]", @"\::error::##\[error]")]
    public void A_command_is_shown_with_a_backslash_in_it(string text, string shown)
    {
        Assert.Equal(shown, DisplayText.Neutralise(text));
        Assert.Equal(shown, DisplayText.Neutralise(shown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("##")]
    [InlineData("## Heading [link]")]
    [InlineData("##vso [a]")]
    [InlineData("#[a] C#[0]")]
    [InlineData("[::1]:80")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData(":: a")]
    [InlineData("::\u00E4")]
    [InlineData("std::string and ::error::")]
    [InlineData("global::System")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, DisplayText.Neutralise(text));

    [Fact]
    public void Text_without_a_command_is_not_copied()
    {
        const string Text = "Gateway:Registration:Enabled = true, [::1] and C# 'a[0]'";
        Assert.Same(Text, DisplayText.Neutralise(Text));
    }

    [Fact]
    public void A_page_that_no_runner_reads_shows_the_text_itself() => Assert.Equal("::error::##[error]", DisplayText.Visible("::error::##[error]"));
}
