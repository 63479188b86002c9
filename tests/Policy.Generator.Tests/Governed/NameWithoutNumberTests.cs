using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>A rule that forbids a name, where nothing shows whether a number means it as well, is remarked on in the record.</summary>
public sealed class NameWithoutNumberTests
{
    [Theory]
    [InlineData("configuration: 'Other:Mode', forbid: Fast", "Fast")]
    [InlineData("configuration: 'Other:Mode', forbid: [slow, fast]", "slow")]
    [InlineData("configuration: 'Other:*', forbid: { in: [Fast] }", "Fast")]
    [InlineData("configuration: 'Other:Switch', forbid: true, when: { 'Other:Mode': Fast }", "Fast")]
    [InlineData("configuration: 'Other:Switch', require: true, when: { 'Other:Mode': Fast }", "Fast")]
    public async Task It_is_information_at_the_condition(string rule, string name)
    {
        var told = Assert.Single(await Told(rule));

        Assert.Equal(("DP2008", DiagnosticSeverity.Info), (told.Id, told.Severity));
        Assert.StartsWith($"If '{name}' is a member of an enumeration, its number sets it as well", told.GetMessage());
        Assert.Equal(3, told.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("configuration: 'S:Kind', forbid: Fast")]
    [InlineData("configuration: '**:Kind', forbid: Fast")]
    [InlineData("configuration: 'Other:Mode', forbid: [Fast, 1]")]
    [InlineData("configuration: 'Other:Mode', require: Fast")]
    [InlineData("configuration: 'Other:Mode', forbid: 'two words'")]
    [InlineData("configuration: 'Other:Mode', forbid: 'https://example.com'")]
    [InlineData("configuration: 'Other:Mode', forbid: '1a'")]
    [InlineData("configuration: 'Other:Mode', forbid: true")]
    [InlineData("configuration: 'Other:Mode', forbid: null")]
    [InlineData("configuration: 'Other:Mode', forbid: { like: 'Fast' }")]
    public async Task A_rule_that_a_number_cannot_evade_is_not(string rule) => Assert.Empty(await Told(rule));

    [Fact]
    public async Task Neither_is_a_proposed_one() =>
        Assert.Empty(await Project(Records.WithFrontMatter("status: rejected\nrules:\n  - { configuration: 'Other:Mode', forbid: Fast }")).Analyzed());

    private static async Task<Diagnostic[]> Told(string rule) => [.. await Project(GovernedCode.Record(rule)).Analyzed()];

    private static Project Project(RecordText record) => new Project(record).WithCode(
        "[DecisionPolicies.Governed(\"S\")] class Options { public Mode Kind { get; set; } public enum Mode { Slow, Fast } }");
}
