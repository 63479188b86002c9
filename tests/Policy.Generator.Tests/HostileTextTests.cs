using System.Collections.Immutable;
using System.Globalization;
using DecisionPolicies.Rules;

namespace DecisionPolicies.Generator.Tests;

/// <summary>No text of a record becomes code, and none keeps the generated code from compiling.</summary>
public sealed class HostileTextTests
{
    // As a YAML reader hands them over, so without YAML's own escapes.
    public static TheoryData<string> Texts =>
    [
        "quotes \" \"\" \"\"\" ' \\",
        "*/ /* // /// #if false",
        "</summary><script>alert(1)</script> &amp; <![CDATA[ ]]>",
        "line\r\nbreaks \u2028 \u2029 \u0085 \u000B \f",
        "{0} {x} {{ }} $\"{System.Environment.Exit(1)}\" $@\"\"",
        "\"); } } class Injected { static Injected() { System.Environment.Exit(1); } } /*",
        "right to left \u202E override \u2066 isolate",
        "half \uD83D of a character, \uDE00 the other half, \uFFFE \uFFFF \0",
        "\U0001F600 عربى 日本語",
        new string('x', 10_000),
        "\n#error injected\n#pragma warning disable\n",
        "\\u0022; \\x22; \\\"",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_comes_through_as_it_is_and_stays_text(string text)
    {
        var record = new RecordText(
            "docs/adr/0001-hostile.md", $"---\nstatus: accepted\nname: Hostile\nbecause: {Quoted(text)}\ntags: [{Quoted(text)}]\n---\n");

        var all = new Project(record).Build().Decisions<ImmutableArray<DecisionPolicy>>("All");

        Assert.Equal(text.Trim(), Assert.Single(all).Because);
        Assert.Equal([text.Trim()], all[0].Tags);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_in_any_field_of_any_form_compiles(string text)
    {
        var quoted = Quoted(text);
        var record = new RecordText("docs/adr/0001-hostile.md", $"""
            ---
            id: {quoted}
            name: Hostile
            title: {quoted}
            status: deprecated
            link: {quoted}
            because: {quoted}
            instead: [{quoted}]
            allows: [{quoted}]
            revisit: {"{"} by: 2027-01-01, when: [{quoted}] {"}"}
            amendments: [{"{"} date: 2026-01-01, change: {quoted} {"}"}]
            supersedes: [{quoted}]
            rules:
              - configuration: A:B
                forbid: [{quoted}, 1]
                because: {quoted}
                environments: [x, {quoted}]
                when: {"{"} "C:D": {"{"} like: {quoted} {"}"} {"}"}
            waivers: [{"{"} rule: "A:B", until: 2027-01-01, because: {quoted} {"}"}]
            ---
            # Hostile
            """);

        var messages = new Project(record).With("DecisionsVisibility", "public").Build().Messages;

        // In a rule, a character that cannot be seen is a fault in the record, and so is a pattern beyond the limit.
        var expected = InvisibleCharacter.IndexIn(text) < 0 && Glob.FaultOf(text) is null ? "none" : ": error DP";
        Assert.All(messages, message => Assert.Contains(expected, message));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("required")]
    [InlineData("scoped")]
    [InlineData("extension")]
    [InlineData("record")]
    [InlineData("await")]
    [InlineData("var")]
    [InlineData("nodcr")]
    [InlineData("Record_Same")]
    [InlineData("_")]
    public void Any_name_that_is_accepted_compiles(string name)
    {
        var build = new Project(
            Records.WithFrontMatter($"status: accepted\nname: {name}"),
            Records.WithFrontMatter("status: accepted\nname: Same", "docs/adr/0002-same.md")).Build();

        Assert.Empty(build.Messages);
    }

    [Theory]
    [InlineData("get_All")]
    [InlineData("set_Same")]
    [InlineData("Records")]
    [InlineData("ids")]
    [InlineData("ToString")]
    [InlineData("1st")]
    [InlineData("a;b")]
    public async Task A_name_that_would_not_compile_is_a_warning_in_the_record(string name)
    {
        var project = new Project(Records.WithFrontMatter($"status: accepted\nname: {name}"));

        Assert.Empty(project.Build().Messages);
        Assert.StartsWith("/machine/checkout/docs/adr/0001-some-decision.md(3,7): warning DP1008: ", Assert.Single(await project.Messages()));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_machines_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = Generated();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Generated());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string[] Generated()
        {
            var rules = Records.WithFrontMatter(
                "status: accepted\ndate: August 2, 2026\nrules:\n  - { configuration: \"I:i\", require: { at-least: 1.5 } }", "docs/adr/0002-istanbul-i.md");
            return [.. new Project(Records.Complete, rules).Build().Run.GeneratedSources.Select(s => s.SourceText.ToString())];
        }
    }

    [Fact]
    public void The_repositorys_place_on_the_machine_does_not_matter()
    {
        var here = new Project(Records.Complete).Build();
        var there = new Project(new RecordText(Records.Complete.RelativePath, Records.Complete.GetText().ToString()) { Root = @"C:\work\" }).Build();

        Assert.Equal(here.Run.GeneratedSources.Select(s => s.SourceText.ToString()), there.Run.GeneratedSources.Select(s => s.SourceText.ToString()));
    }

    // A double-quoted YAML scalar; a character that YAML cannot escape is written as it is.
    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        < ' ' or '\u0085' or '\u2028' or '\u2029' => $"\\u{(int)c:X4}",
        _ => c.ToString(),
    })) + "\"";
}
