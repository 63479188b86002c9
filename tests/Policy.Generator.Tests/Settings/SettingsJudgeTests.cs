namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>Which configuration a settings file is judged as, and where what is wrong with it is told.</summary>
public sealed class SettingsJudgeTests
{
    private const string ForbidOn = "{ configuration: \"F:On\", forbid: true }";

    [Fact]
    public async Task What_an_environment_sets_otherwise_is_judged_as_that_environment_sees_it() => Assert.Equal(
        ["src/appsettings.json(1,15) DP4001 F:On = true, which must not be true (in environment Staging)"],
        await SettingsProject.OfRule(ForbidOn)
            .WithAppSettings("{\"F\": { \"On\": true } }").WithAppSettings("{ \"f:on\": false }", "Production").WithAppSettings("{}", "Staging").Rejections());

    [Fact]
    public async Task What_every_environment_sets_otherwise_is_not_there() => Assert.Empty(
        await SettingsProject.OfRule(ForbidOn).WithAppSettings("{\"F\": { \"On\": true } }").WithAppSettings("{ \"F:On\": false }", "Production").Told());

    [Fact]
    public async Task What_is_wrong_in_every_environment_is_told_once_and_names_none() => Assert.Equal(
        ["src/appsettings.json(1,11) DP4001 F:On = true, which must not be true"],
        await SettingsProject.OfRule(ForbidOn).WithAppSettings("{ \"F:On\": true }").WithAppSettings("{}", "Production").WithAppSettings("{}", "Staging")
            .Rejections());

    [Fact]
    public async Task Several_environments_are_named_in_order() => Assert.Equal(
        ["src/appsettings.json(1,11) DP4001 F:On = true, which must not be true (in environments Blue, Green and Production)"],
        await SettingsProject.OfRule(ForbidOn).WithAppSettings("{ \"F:On\": true }").WithAppSettings("{}", "Green").WithAppSettings("{}", "Blue")
            .WithAppSettings("{ \"F:On\": false }", "Red").Rejections());

    [Fact]
    public async Task A_value_is_told_in_the_file_of_the_environment_that_sets_it() => Assert.Equal(
        ["src/appsettings.Staging.json(1,11) DP4001 F:On = true, which must not be true"],
        await SettingsProject.OfRule(ForbidOn).WithAppSettings("{ \"F:On\": false }").WithAppSettings("{ \"F:On\": true }", "Staging").Rejections());

    [Fact]
    public async Task A_rule_for_an_environment_without_a_file_is_judged_there_too() => Assert.Equal(
        ["src/appsettings.json(1,11) DP4001 F:On = true, which must not be true in Live"],
        await SettingsProject.OfRule("{ configuration: \"F:On\", forbid: true, environments: [Live] }").WithAppSettings("{ \"F:On\": true }").Rejections());

    [Fact]
    public async Task A_rule_for_another_environment_says_nothing() => Assert.Empty(
        await SettingsProject.OfRule("{ configuration: \"F:On\", forbid: true, environments: [Live] }").WithAppSettings("{ \"F:On\": true }", "Development")
            .Rejections());

    [Fact]
    public async Task A_waiver_for_one_environment_leaves_the_others() => Assert.Equal(
        [
            "src/appsettings.json(1,11): error DP4001: ADR-0001 rejects F:On = true, which must not be true (in environment Production). "
                + "Some decision. Read docs/adr/0001-some-decision.md",
            "src/appsettings.json(1,11): warning DP4003: ADR-0001 rejects F:On = true, which must not be true (in environment Staging); "
                + "waived until 2027-01-31: It is so. Read docs/adr/0001-some-decision.md",
        ],
        await SettingsProject.Of($"rules:\n  - {ForbidOn}\nwaivers:\n  - {{ rule: \"F:On\", environments: [Staging], until: 2027-01-31, because: It is so. }}")
            .WithAppSettings("{ \"F:On\": true }").Told());

    [Fact]
    public async Task The_waiver_that_lasts_longest_is_told() => Assert.Contains(
        "waived until 2027-01-31: Second",
        Assert.Single(await SettingsProject.Of($"""
            rules:
              - {ForbidOn}
            waivers:
              - {"{"} rule: "F:On", until: 2026-01-31, because: First {"}"}
              - {"{"} rule: "F:On", until: 2027-01-31, because: Second {"}"}
            """).WithAppSettings("{ \"F:On\": true }").Told()));

    // What is not there may come from an environment variable or a secret.
    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"A\": null }")]
    [InlineData("{ \"A\": \"\" }")]
    [InlineData("{ \"A\": {} }")]
    public async Task What_a_file_leaves_open_breaks_no_rule_that_requires_it(string json) =>
        Assert.Empty(
            await SettingsProject.OfRule("{ configuration: A, require: { present: true } }", "{ configuration: A, require: [1, 2] }").WithAppSettings(json)
                .Told());

    [Fact]
    public async Task A_value_that_is_not_the_required_one_is_told_and_withheld() => Assert.Equal(
        ["src/appsettings.json(1,8) DP4001 A, which is set (value withheld) and must be one of 1, 2"],
        await SettingsProject.OfRule("{ configuration: A, require: [1, 2] }").WithAppSettings("{ \"A\": \"secret\" }").Rejections());

    [Fact]
    public async Task Null_is_told_where_the_record_names_it() => Assert.Equal(
        ["src/appsettings.json(1,8) DP4001 A, which is null and must not be null"],
        await SettingsProject.OfRule("{ configuration: A, forbid: null }").WithAppSettings("{ \"A\": null }").Rejections());

    [Fact]
    public async Task A_section_is_told_at_its_key() => Assert.Equal(
        ["src/appsettings.json(1,10) DP4001 A:B, which has settings below it and must not be set"],
        await SettingsProject.OfRule("{ configuration: \"A:B\", forbid: { present: true } }").WithAppSettings("{ \"A\": { \"B\": { \"C\": 1 } } }")
            .Rejections());

    [Fact]
    public async Task A_section_is_told_in_the_file_that_sets_what_is_below_it() => Assert.Equal(
        ["src/appsettings.Production.json(1,3) DP4001 A, which has settings below it and must not be set"],
        await SettingsProject.OfRule("{ configuration: A, forbid: { present: true } }")
            .WithAppSettings("{ \"A\": { \"B\": \"\", \"C\": \"\" } }").WithAppSettings("{ \"A:C\": 1 }", "Production").Rejections());

    [Fact]
    public async Task Elements_of_an_array_are_told_each_at_its_place() => Assert.Equal(
        ["src/appsettings.json(1,14) DP4001 A:1, which is set (value withheld) and must not be at least 5",
            "src/appsettings.json(1,17) DP4001 A:2, which is set (value withheld) and must not be at least 5"],
        await SettingsProject.OfRule("{ configuration: \"A:*\", forbid: { at-least: 5 } }").WithAppSettings("{ \"A\" : [ 4, 5, 6 ] }").Rejections());

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_what_it_is_merged_with_unjudged() => Assert.StartsWith(
        "src/appsettings.json(1,11): error DP4004: ",
        Assert.Single(await SettingsProject.OfRule(ForbidOn).WithAppSettings("{ \"F:On\": ]").WithAppSettings("{ \"F:On\": true }", "Production").Told()));

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_other_environments_judged() => Assert.Equal(
        ["src/appsettings.Production.json(1,1)", "src/appsettings.json(1,11)"],
        (await SettingsProject.OfRule(ForbidOn).WithAppSettings("{ \"F:On\": true }").WithAppSettings("", "Production").WithAppSettings("{}", "Staging").Told())
            .Select(told => told.Split(':')[0]));

    [Fact]
    public async Task Two_records_that_reject_one_value_are_told_in_order() => Assert.Equal(
        ["ADR-0001", "ADR-0002"],
        (await new Project(
            Records.WithFrontMatter($"status: accepted\nrules:\n  - {ForbidOn}", "docs/adr/0002-b.md"),
            Records.WithFrontMatter($"status: accepted\nrules:\n  - {ForbidOn}", "docs/adr/0001-a.md"))
            .WithAppSettings("{ \"F:On\": 1 }").Told()).Select(told => told.Split("DP4001: ")[1][..8]));
}
