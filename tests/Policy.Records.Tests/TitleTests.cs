using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records.Tests;

/// <summary>A title is the first level-1 heading, in words: without the marks that only show how they look.</summary>
public sealed class TitleTests
{
    [Theory]
    [InlineData("# Use one queue")]
    [InlineData("#\tUse one queue")]
    [InlineData("#   Use one queue   ")]
    [InlineData("   # Use one queue")]
    [InlineData("# Use one queue #")]
    [InlineData("# Use one queue ###  ")]
    [InlineData("Use one queue\n===")]
    [InlineData("Use\none queue\n=")]
    [InlineData("Use\r\none queue\r\n===")]
    [InlineData("Use  \n    one\tqueue\n===")]
    [InlineData("# Use   one queue")]
    [InlineData("# Use\tone queue")]
    [InlineData("# Use <!-- only --> one queue")]
    [InlineData("# Use ` one ` queue")]
    [InlineData("  Use one queue  \n  =====  ")]
    [InlineData("# **Use** *one* __queue__")]
    [InlineData("# ~~Use~~ _one_ ***queue***")]
    [InlineData("# Use `one` ``queue``")]
    [InlineData("# [Use](a.md) one [queue](<b c.md> \"title\")")]
    [InlineData("# [**Use** one](a.md) ![queue](b.png)")]
    [InlineData("# 7. Use one queue")]
    [InlineData("# **7.** Use one queue")]
    [InlineData("# 7\\. Use one queue")]
    [InlineData("# ADR-0007: Use one queue")]
    [InlineData("# ADR 7 - Use one queue")]
    [InlineData("# ADR-0007 Use one queue")]
    [InlineData("# ADR-0007:Use one queue")]
    [InlineData("# ADR\u20110007: Use one queue")]
    [InlineData("# [ADR-0007] Use one queue")]
    [InlineData("# ADR-BE-0007: Use one queue")]
    [InlineData("# Decision 7: Use one queue")]
    [InlineData("# RFC 7: Use one queue")]
    [InlineData("# (7) Use one queue")]
    [InlineData("# \u2116 7. Use one queue")]
    [InlineData("# 7 Use one queue")]
    [InlineData("# 0007 Use one queue")]
    [InlineData("# 7.Use one queue")]
    [InlineData("# 7 - Use one queue")]
    [InlineData("# Architecture Decision Record: Use one queue")]
    [InlineData("# <a name=\"x\"></a>Use one queue")]
    [InlineData("# Use one queue {#use-one-queue}")]
    [InlineData("# [ADR-0007](0007-a.md): Use one queue")]
    [InlineData("# Use one queue <!-- short and in the imperative -->")]
    [InlineData("<!-- # Title -->\n# Use one queue")]
    [InlineData("<!--\n# Title\n\nCopy this file.\n-->\n# Use one queue")]
    [InlineData("```\n# Title\n```\n# Use one queue")]
    [InlineData("    # Title\n\n# Use one queue")]
    [InlineData("> # Title\n\n# Use one queue")]
    [InlineData("- # Title\n\n# Use one queue")]
    [InlineData("<pre>\n# Title\n</pre>\n# Use one queue")]
    [InlineData("#Title\n\n# Use one queue")]
    [InlineData("## Title\n\n# Use one queue")]
    public void The_title_of_every_spelling(string body) => Assert.Equal("Use one queue", TitleOf(body));

    // In front matter, only the record's own id is not a part of the title.
    [Theory]
    [InlineData("\"ADR-0007: Use one queue\"", "Use one queue")]
    [InlineData("7. Use one queue", "Use one queue")]
    [InlineData("8. Use one queue", "8. Use one queue")]
    [InlineData("\"6:x\"", "6:x")]
    public void A_title_in_front_matter_loses_the_id_of_its_record(string title, string expected) =>
        Assert.Equal(expected, Reading.Record($"status: accepted\ntitle: {title}").Title);

    // What looks like a mark and is a part of the words.
    [Theory]
    [InlineData("Use C#")]
    [InlineData("2FA for all")]
    [InlineData("100% coverage")]
    [InlineData("3.1 is out")]
    [InlineData("12 factors")]
    [InlineData("Use snake_case_names and 2 * 3")]
    [InlineData("Return List<T> for a < b")]
    [InlineData("[Draft] use one queue")]
    [InlineData("Use a ` and ~ and **")]
    [InlineData("Use a\\b and AT&T")]
    [InlineData("Why `it` (not) [that]", "Why it (not) [that]")]
    [InlineData("Use \\*one\\* \\`queue\\`", "Use *one* `queue`")]
    [InlineData("Use `a*b*c`", "Use a*b*c")]
    [InlineData("Use <https://example.org/a_b_c>", "Use https://example.org/a_b_c")]
    [InlineData("Use [a](b", "Use [a](b")]
    [InlineData("*a**b*", "a**b")]
    [InlineData("[a [b](c) d](e)", "[a b d](e)")]
    public void Words_stay_as_they_are_meant(string heading, string? title = null) => Assert.Equal(title ?? heading, TitleOf("# " + heading));

    [Fact]
    public void An_empty_heading_is_not_a_title() => Assert.Equal("a-choice", TitleOf("#\n\ntext"));

    [Fact]
    public void A_title_that_is_never_written_stays_as_it_is()
    {
        var title = new string('*', 2000) + "a";

        Assert.Equal(title, InlineText.Of(title));
    }

    private static string TitleOf(string body) =>
        RecordReader.Read("docs/adr/0007-a-choice.md", $"---\nstatus: accepted\n---\n{body}\n").Record!.Decision.Title;
}
