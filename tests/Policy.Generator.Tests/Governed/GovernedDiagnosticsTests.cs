using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>A rule that cannot judge the options of its section is reported in the record, and options that cannot be governed in the code.</summary>
public sealed class GovernedDiagnosticsTests
{
    private const string Record = "/machine/checkout/docs/adr/0001-some-decision.md";

    private const string Members =
        "public string? Text { get; set; } public bool Switch { get; set; } public int Count { get; set; } "
            + "public Mode Kind { get; set; } public TimeSpan Wait { get; set; }\n"
            + "public Guid Id { get; set; } public char Letter { get; set; } public Uri? Url { get; set; } "
            + "public Inner Nested { get; set; } = new(); public List<string> List { get; set; } = [];\n"
            + "public Dictionary<string, List<DateTime>> Map { get; set; } = []; public DateTime Date { get; set; } "
            + "public Dictionary<string, Lazy<Inner>> Lazy { get; set; } = []; public int? MaybeCount { get; set; } public byte[]? Blob { get; set; }\n"
            + "public enum Mode { Slow, Fast, Quick = 1 } public class Inner { public bool Enabled { get; set; } }";

    [Theory]
    [InlineData("S:Texd", "S:Text")]
    [InlineData("S:Nested:Enable", "S:Nested:Enabled")]
    [InlineData("s:switsh", "S:Switch")]
    public async Task A_rule_that_means_no_property_is_reported_with_the_one_that_may_be_meant(string key, string meant) => Assert.Equal(
        [$"{Record}(4,22): warning DP2006: '{key}' matches no property of Options. Did you mean '{meant}'? The rule judges only the configuration."],
        await Told(Members, $"configuration: '{key}', forbid: true"));

    [Theory]
    [InlineData("S:Nowhere:At:All")]
    [InlineData("S:Switch:Below")]
    [InlineData("S:List:0:Below")]
    [InlineData("S:List:Nothing")]
    [InlineData("S:Nested:*:Other")]
    public async Task A_rule_that_means_no_property_is_reported(string key) => Assert.Equal(
        [$"{Record}(4,22): warning DP2006: '{key}' matches no property of Options. The rule judges only the configuration."],
        await Told(Members, $"configuration: '{key}', forbid: true"));

    [Theory]
    [InlineData("S:Text")]
    [InlineData("s:TEXT")]
    [InlineData("S:List:*")]
    [InlineData("S:List:7")]
    [InlineData("S:Texts:Anything:*")]
    [InlineData("S:*:*")]
    [InlineData("**:Text")]
    [InlineData("Other:Text")]
    [InlineData("*:Other")]
    [InlineData("SS:Text")]
    public async Task A_rule_that_means_a_property_or_another_section_is_not(string key) =>
        Assert.Empty(await Told(Members + " public Dictionary<string, List<string>> Texts { get; set; } = [];", $"configuration: '{key}', forbid: x-y"));

    [Fact]
    public async Task A_wildcard_that_could_mean_any_section_and_means_no_property_is_not() =>
        Assert.Empty(await Told("public string? Text { get; set; }", "configuration: '**:Elsewhere', forbid: x-y"));

    [Theory]
    [InlineData("S:Count", "forbid: many", "'S:Count' is a number and is never 'many'.")]
    [InlineData("S:Count", "forbid: '0x7'", "'S:Count' is a number; write '0x7' without quotes.")]
    [InlineData("S:Switch", "forbid: 'yes'", "'S:Switch' is a boolean and is never 'yes'.")]
    [InlineData("S:Count", "forbid: { like: 'a*' }", "'S:Count' is a number, but 'like' compares text.")]
    [InlineData(
        "S:Count",
        "forbid: { present: true }",
        "'S:Count' is a number and always has a value, so it is unclear whether it was set. Make it nullable, or write the value that you mean.")]
    [InlineData("S:Switch", "forbid: 2", "'S:Switch' is a boolean and is never '2'.")]
    [InlineData("S:Switch", "forbid: { at-least: 1 }", "'S:Switch' is a boolean, but only a number has bounds.")]
    [InlineData("S:Kind", "forbid: Fats", "'S:Kind' is of type Mode, which lacks a member 'Fats'. Did you mean 'Fast'? Members: Slow, Fast, Quick.")]
    [InlineData("S:Kind", "forbid: quick", "'S:Kind' is of type Mode, where 'quick' is another name of 'Fast'. Write that.")]
    [InlineData("S:Kind", "forbid: 1", "'S:Kind' is of type Mode, which lacks a member '1'. Members: Slow, Fast, Quick.")]
    [InlineData("S:Wait", "forbid: '5'", "'S:Wait' is a time span; write '5' as '5.00:00:00'.")]
    [InlineData("S:Wait", "forbid: soon", "'S:Wait' is a time span and is never 'soon'.")]
    [InlineData("S:Wait", "forbid: { at-most: 5 }", "'S:Wait' is a time span, but only a number has bounds.")]
    [InlineData("S:Id", "forbid: '11111111'", "'S:Id' is a GUID, which is never written as '11111111'.")]
    [InlineData("S:Letter", "forbid: xy", "'S:Letter' is a single character and is never 'xy'.")]
    [InlineData("S:Blob", "forbid: c2VjcmU", "'S:Blob' is Base64 and is never 'c2VjcmU'.")]
    [InlineData("S:Blob", "forbid: 'c2Vj cmV0'", "'S:Blob' is Base64; write 'c2Vj cmV0' as 'c2VjcmV0'.")]
    [InlineData("S:Blob", "forbid: { like: 'c2*' }", "'S:Blob' is an array of bytes, but 'like' compares text.")]
    [InlineData("S:Url", "forbid: true", "'S:Url' is a URL and is never 'true'.")]
    [InlineData("S:Count", "forbid: { same-origin-as: 'S:Url' }", "'S:Count' is a number, but only a URL has an origin.")]
    [InlineData("S:Nested", "forbid: true", "'S:Nested' is an object; write the key of one of its properties.")]
    [InlineData("S:Nested", "forbid: { present: true }", "'S:Nested' is an object, which can exist without any value being set.")]
    [InlineData("S", "forbid: { present: true }", "'S' is an object, which can exist without any value being set.")]
    [InlineData("S:List", "forbid: bad", "'S:List' is a collection; write a key that ends in ':*' to mean its elements.")]
    [InlineData("S:Map", "forbid: { like: bad }", "'S:Map' is a collection; write a key that ends in ':*' to mean its elements.")]
    [InlineData("S:Date", "forbid: x", "'S:Date' is of type DateTime, which no condition can compare.")]
    [InlineData("S:Lazy:*", "forbid: x", "'S:Lazy:*' is of type Lazy<Inner>, which no condition can compare.")]
    [InlineData("S:Map:*:*", "forbid: { present: true }", "'S:Map:*:*' is of type DateTime, which no condition can compare.")]
    [InlineData("S:Text", "forbid: null", "'S:Text' is compared with null, which only a configuration file can hold.")]
    [InlineData("S:Switch", "forbid: [true, many]", "'S:Switch' is a boolean and is never 'many'.")]
    public async Task A_rule_that_cannot_compare_a_property_is_reported(string key, string test, string reason)
    {
        var told = Assert.Single(await Told(Members, $"configuration: '{key}', {test}"));

        Assert.Equal(
            $"{Record}(4,{"  - { configuration: '', forbid: ".Length + key.Length + 1}): warning DP2007: In Options, "
                + $"{reason} The rule judges only the configuration.",
            told);
    }

    [Theory]
    [InlineData("S:Count", "forbid: '7'")]
    [InlineData("S:Count", "forbid: [1, 0x10]")]
    [InlineData("S:MaybeCount", "forbid: { present: true, at-least: 5 }")]
    [InlineData("S:Switch", "forbid: true")]
    [InlineData("S:Switch", "forbid: 'true'")]
    [InlineData("S:Kind", "forbid: [fast, SLOW]")]
    [InlineData("S:Wait", "forbid: '00:05:00'")]
    [InlineData("S:Id", "forbid: 'AAAAAAAA-1111-1111-1111-111111111111'")]
    [InlineData("S:Id", "forbid: '{11111111-1111-1111-1111-111111111111}'")]
    [InlineData("S:Wait", "forbid: '0:5:0'")]
    [InlineData("S:Url", "forbid: { like: 'http://**' }")]
    [InlineData("S:Map", "forbid: { present: true }")]
    [InlineData("S:Blob", "forbid: { present: true }")]
    [InlineData("S:Blob", "forbid: c2VjcmV0")]
    [InlineData("S:Text", "forbid: { at-least: 3 }")]
    public async Task A_rule_that_can_compare_a_property_is_not(string key, string test) =>
        Assert.Empty(await Told(Members, $"configuration: '{key}', {test}"));

    [Fact]
    public async Task The_place_is_that_of_the_rule()
    {
        var record = Records.WithFrontMatter("status: accepted\nrules:\n  - configuration: S:Text\n    forbid: x\n\n"
            + "  - configuration: S:Txet\n    forbid: x\n  - configuration: S:Count\n    forbid: many");

        Assert.Equal(
            [
                $"{Record}(10,13): warning DP2007: In Options, 'S:Count' is a number and is never 'many'. The rule judges only the configuration.",
                $"{Record}(7,20): warning DP2006: 'S:Txet' matches no property of Options. Did you mean 'S:Text'? The rule judges only the configuration.",
            ],
            await new Project(record).WithCode(GovernedCode.Code(GovernedCode.Class(Members))).WithNullable().Messages());
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, "error")]
    [InlineData(ReportDiagnostic.Info, "info")]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task Its_severity_can_be_set(ReportDiagnostic severity, string? shown)
    {
        var project = GovernedCode.Options(Members, "configuration: 'S:Texd', forbid: x", "configuration: 'S:Count', forbid: many");

        var told = await project.Messages(("DP2006", severity), ("DP2007", severity));

        Assert.Equal(shown is null ? [] : ["DP2006", "DP2007"], told.Select(message => message.Split($": {shown} ")[1][..6]));
    }

    [Theory]
    [InlineData("proposed", 1)]
    [InlineData("rejected", 0)]
    [InlineData("superseded by ADR-0002", 0)]
    public async Task Only_a_decision_that_is_or_may_come_into_force_is_looked_at(string status, int messages)
    {
        var record = Records.WithFrontMatter($"status: {status}\nrules:\n  - {{ configuration: 'S:Texd', forbid: x }}");

        var told = await new Project(record, Records.Simple(2, "Another")).WithCode(GovernedCode.Code(GovernedCode.Class(Members))).WithNullable().Messages();

        Assert.Equal(messages, told.Count(message => message.Contains(" DP2006: ")));
    }

    [Fact]
    public async Task One_of_several_classes_that_has_the_property_is_enough() => Assert.Empty(await GovernedCode.With(
        "namespace App { [Governed(\"S\")] public class A { public bool P { get; set; } } "
            + "[Governed(\"S\")] public class B { } [Governed(\"S:Inner\")] public class C { public bool Q { get; set; } } }",
        "configuration: 'S:P', forbid: true",
        "configuration: 'S:Inner:Q', forbid: true").Messages());

    [Fact]
    public async Task Of_several_classes_without_the_property_the_first_by_name_is_reported() => Assert.StartsWith(
        $"{Record}(4,22): warning DP2006: 'S:P' matches no property of A.",
        Assert.Single(await GovernedCode.With(
            "namespace App { [Governed(\"S\")] public class B { } [Governed(\"S\")] public class A { } }", "configuration: 'S:P', forbid: true").Messages()));

    [Fact]
    public async Task The_name_that_an_overriding_property_is_given_is_not_a_key() => Assert.Contains(
        " DP2006: 'S:second' matches no property of Options.",
        Assert.Single(await GovernedCode.With(
            "namespace App { public class Base { [ConfigurationKeyName(\"first\")] public virtual bool P { get; set; } } "
                + "[Governed(\"S\")] public class Options : Base { [ConfigurationKeyName(\"second\")] public override bool P { get; set; } } }",
            "configuration: 'S:second', forbid: true").Messages()));

    [Fact]
    public async Task A_property_that_code_cannot_use_is_none() => Assert.Contains(
        " DP2006: ",
        Assert.Single(await Told("[Obsolete(\"x\", true)] public bool P { get; set; }", "configuration: 'S:P', forbid: true")));

    [Theory]
    [InlineData(
        "[Governed(\"S\")] class Options<T> { }",
        "Options: it is generic, but the options of a section have one type. Derive a class from it and mark that class.")]
    [InlineData(
        "class Outer<T> { [Governed(\"S\")] public class Options { } }",
        "Outer.Options: it is generic, but the options of a section have one type. Derive a class from it and mark that class.")]
    [InlineData("[Governed(\"S\")] static class Options { }", "Options: it is static, but options need an instance.")]
    [InlineData("[Governed(\"S\")] file class Options { }", "Options: generated code cannot see it. Make it internal or public.")]
    [InlineData("class Outer { [Governed(\"S\")] private class Options { } }", "Outer.Options: generated code cannot see it. Make it internal or public.")]
    [InlineData(
        "class Outer { [Governed(\"S\")] private protected class Options { } }",
        "Outer.Options: generated code cannot see it. Make it internal or public.")]
    [InlineData(
        "class Outer { class Middle { [Governed(\"S\")] public class Options { } } }",
        "Outer.Middle.Options: generated code cannot see it. Make it internal or public.")]
    [InlineData("[Governed(\"S:*\")] class Options { }", "Options: its section 'S:*' contains a wildcard. Name one section.")]
    [InlineData("[Governed(\"S::T\")] class Options { }", "Options: its section cannot be read. The key 'S::T' has an empty segment. Remove the extra ':'.")]
    [InlineData(
        "[Governed(\"S__T\")] class Options { }",
        "Options: its section cannot be read. The key 'S__T' has '__', which separates segments only in environment variables. Write ':'.")]
    [InlineData("[Governed(null!)] class Options { }", "Options: its section is null. Write \"\" for the root of the configuration.")]
    public async Task Options_that_cannot_be_governed_are_an_error_at_their_name(string code, string reason)
    {
        var project = GovernedCode.With("namespace App;\n" + code, "configuration: 'S:P', forbid: true");
        var line = GovernedCode.Code("").Split('\n').Length + 1;

        var told = Assert.Single(await project.Messages());

        Assert.Equal(
            $"{GovernedCode.Path}({line},{code.IndexOf(" Options", StringComparison.Ordinal) + 2}): "
                + $"error DP3002: ValidateDecisions() cannot be generated for {reason}",
            told);
    }

    [Fact]
    public async Task That_options_cannot_be_governed_can_be_silenced() => Assert.Empty(
        await GovernedCode.With("namespace App; [Governed(\"S\")] static class Options { }").Messages(("DP3002", ReportDiagnostic.Suppress)));

    private static async Task<string[]> Told(string members, string rule) => await GovernedCode.Options(members, rule).Messages();
}
