using System.Text.RegularExpressions;
using DecisionPolicies.Tool.Browse;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.JiraLinks;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>An answer that <c>decisions reply</c> writes has no other link than that to its record, and notifies no one.</summary>
public sealed partial class LiveReferenceTests : IDisposable
{
    // What forges and readers of Markdown make of text.
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions()
        .UseAutoLinks(new AutoLinkOptions { AllowDomainWithoutPeriod = true })
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseJiraLinks(new JiraLinkOptions("https://jira.example.org"))
        .Build();

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> References => new()
    {
        { "ask @user, or (@org/team)", "ask `@user`, or (`@org/team`)" },
        { "closes #123.", "closes `#123`." },
        { "see org/repo#1 and org/repo@deadbee", "see `org/repo#1` and `org/repo@deadbee`" },
        { "GH-12, gh-12 and GHSA-abcd", "`GH-12`, `gh-12` and `GHSA-abcd`" },
        { "!34 &5 $6 %1.0 ~bug", "`!34` `&5` `$6` `%1.0` `~bug`" },
        { "[issue:12] and *iteration:7", "`[issue:12]` and `*iteration:7`" },
        { "https://evil.example/a?b=c.", "`https://evil.example/a?b=c`." },
        { "https://evil.example/a_(b)", "`https://evil.example/a_(b)`" },
        { "HTTP://evil.example ftp://x javascript://y", "`HTTP://evil.example` `ftp://x` `javascript://y`" },
        { "www.evil.example, WWW.evil.example", "`www.evil.example`, `WWW.evil.example`" },
        { "mailto:a tel:123 xmpp:b", "`mailto:a` `tel:123` `xmpp:b`" },
        { "write to somebody@evil.example!", "write to `somebody@evil.example`!" },
        { ":tada: \u201C:+1:\u201D", "`:tada:` \u201C`:+1:`\u201D" },
        { "since a1b2c3d and 0123456789012345678901234567890123456789", "since `a1b2c3d` and `0123456789012345678901234567890123456789`" },
        { "a1b2c3d..e4f5a6b", "`a1b2c3d..e4f5a6b`" },
        { "[x](https://evil.example)", "`[x](https://evil.example)`" },
        { "[x](y) ![x](y) [x]: y", @"\[x\](y) !\[x\](y) \[x\]: y" },
        { "<a href=https://evil.example>x</a> <img src=x>", "&lt;a `href=https://evil.example>x</a>` &lt;img src=x>" },
        { "JIRA-123 and CVE-2026-1", "`JIRA-123` and `CVE-2026-1`" },
        { "`@user` and ``#1``", "`` `@user` `` and ``` ``#1`` ```" },
        { "##vso[task.complete]", @"`##vso\[task.complete]`" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void What_a_forge_would_make_a_reference_is_code(string text, string expected) => Assert.Equal(expected, MarkdownText.OfComment(text));

    [Theory]
    [InlineData("Register the client in the upstream IdP (Entra, Keycloak, Okta).")]
    [InlineData("C# and F#, 50% of it, at 8:30 a.m., R & D, wow!")]
    [InlineData("RFC 7591 says so; see section 2.1 (page 3).")]
    [InlineData("Use IConfiguration and client_id, and not x/y")]
    [InlineData("the 2nd of 123456 files")]
    public void Other_text_is_not(string text) => Assert.Equal(text, MarkdownText.OfComment(text));

    [Theory]
    [MemberData(nameof(References))]
    public void In_no_field_of_a_record_is_a_reference_live(string text, string expected)
    {
        _ = expected;
        var quoted = $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal)}\"";
        _folder.WithRecord("0001-one", $$"""
            status: accepted
            title: {{quoted}}
            because: {{quoted}}
            instead: [{{quoted}}]
            allows: [{{quoted}}]
            revisit: { by: 2027-01-01, when: [{{quoted}}] }
            """);

        AssertDead(_folder.Run("reply", "1", "--to", text, "--link-base", "https://example.org/r").Output, "https://example.org/r/docs/adr/0001-one.md");
        AssertDead(_folder.Run("reply", "1", "--to", text).Output, null);
    }

    private static void AssertDead(string markdown, string? link)
    {
        Assert.DoesNotContain('\u200B', markdown);
        var document = Markdown.Parse(markdown, _pipeline);
        Assert.Equal(
            link is null ? [] : [link],
            document.Descendants<LinkInline>().Select(each => each.Url).Concat(document.Descendants<AutolinkInline>().Select(each => each.Url)));
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Empty(document.Descendants<HtmlBlock>());
        Assert.Empty(document.Descendants<EmojiInline>());
        foreach (var text in document.Descendants<LiteralInline>().Select(each => each.Content.ToString())) Assert.DoesNotMatch(Live(), text);
    }

    // In what a reader sees, outside of code.
    [GeneratedRegex(
        @"@\w|\w@|#\d|[!$&]\d|[%~]\w|://|www\.|mailto:|tel:|xmpp:|:[\w+-]+:|\b(GH|JIRA|CVE|GHSA)-|\b[0-9a-f]{7,40}\b|\[\w+:|\*\w+:",
        RegexOptions.IgnoreCase)]
    private static partial Regex Live();
}
