using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>Each diagnostic about settings files: where it is, what it says, when it is not there, and who decides how grave it is.</summary>
public sealed class SettingsDiagnosticsTests
{
    private const string NoRegistration = """
        because: It costs us storage.
        instead: [Register upstream, Use a document.]
        rules:
          - configuration: Gateway:Registration:Enabled
            forbid: true
            because: It serves an endpoint
        """;

    private const string Waiver = "\nwaivers:\n  - { rule: \"Gateway:Registration:Enabled\", until: 2020-01-31, because: One client migrates. }";

    private const string Breaks = "{\n  \"Gateway\": {\n    \"Registration\": { \"Enabled\": true }\n  }\n}";

    private const string Keeps = "{ \"Gateway\": { \"Registration\": { \"Enabled\": false } } }";

    [Fact]
    public async Task A_broken_decision_is_an_error_at_the_value_and_cites_the_record() => Assert.Equal(
        "src/appsettings.Production.json(3,34): error DP4001: ADR-0001 rejects Gateway:Registration:Enabled = true, which must not be true. " +
        "It serves an endpoint. Instead: Register upstream. Read docs/adr/0001-some-decision.md",
        Assert.Single(await SettingsProject.Of(NoRegistration).WithAppSettings(Breaks, "Production").Told()));

    [Fact]
    public async Task A_broken_proposal_is_a_warning_at_the_value() => Assert.Equal(
        "src/appsettings.json(3,34): warning DP4002: ADR-0001 is proposed and would reject Gateway:Registration:Enabled = true, which must not be true. " +
        "It serves an endpoint. Instead: Register upstream. Read docs/adr/0001-some-decision.md",
        Assert.Single(await SettingsProject.Of(NoRegistration, "proposed").WithAppSettings(Breaks).Told()));

    // The compiler has no clock: the waiver of the test ended long ago, which is for the start to judge.
    [Fact]
    public async Task A_waived_finding_is_a_warning_until_its_day_whatever_the_day_is_now() => Assert.Equal(
        "src/appsettings.json(3,34): warning DP4003: ADR-0001 rejects Gateway:Registration:Enabled = true, which must not be true; "
            + "waived until 2020-01-31: One client migrates. Read docs/adr/0001-some-decision.md",
        Assert.Single(await SettingsProject.Of(NoRegistration + Waiver).WithAppSettings(Breaks).Told()));

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error_where_reading_ends() => Assert.Equal(
        "src/appsettings.json(3,1): error DP4004: The file ends before its '}'. A host that loads the file does not start.",
        Assert.Single(await SettingsProject.Of(NoRegistration).WithAppSettings("{\n  \"Gateway\": {}\n").Told()));

    [Theory]
    [InlineData("accepted")]
    [InlineData("proposed")]
    public async Task Nothing_is_said_of_settings_that_keep_the_decision(string status) =>
        Assert.Empty(await SettingsProject.Of(NoRegistration + Waiver, status).WithAppSettings(Keeps).Told());

    [Theory]
    [InlineData("rejected")]
    [InlineData("deprecated")]
    public async Task A_decision_that_is_not_in_force_is_not_judged(string status) =>
        Assert.Empty(await SettingsProject.Of(NoRegistration, status).WithAppSettings(Breaks).Told());

    [Fact]
    public async Task Without_rules_about_the_configuration_no_file_is_read() =>
        Assert.Empty(await SettingsProject.Of("because: It is so.").WithAppSettings("{").Told());

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    public async Task A_file_that_is_not_marked_is_left_alone(string mark) =>
        Assert.Empty(await SettingsProject.Of(NoRegistration).With("src/appsettings.json", Breaks, mark).Told());

    [Theory]
    [InlineData("DP4001", "accepted", "", Breaks)]
    [InlineData("DP4002", "proposed", "", Breaks)]
    [InlineData("DP4003", "accepted", Waiver, Breaks)]
    [InlineData("DP4004", "accepted", "", "{")]
    public async Task Every_one_can_be_silenced(string id, string status, string waiver, string json) =>
        Assert.Empty(await SettingsProject.Of(NoRegistration + waiver, status).WithAppSettings(json).Told((id, ReportDiagnostic.Suppress)));

    [Theory]
    [InlineData("DP4001", "accepted", "", Breaks, ReportDiagnostic.Warn, "warning")]
    [InlineData("DP4002", "proposed", "", Breaks, ReportDiagnostic.Error, "error")]
    [InlineData("DP4003", "accepted", Waiver, Breaks, ReportDiagnostic.Warn, "warning")]
    [InlineData("DP4004", "accepted", "", "{", ReportDiagnostic.Warn, "warning")]
    public async Task Every_one_can_be_given_another_severity(string id, string status, string waiver, string json, ReportDiagnostic severity, string shown) =>
        Assert.Contains(
            $": {shown} {id}: ", Assert.Single(await SettingsProject.Of(NoRegistration + waiver, status).WithAppSettings(json).Told((id, severity))));

    [Fact]
    public async Task The_help_link_is_the_record_where_it_can_be_reached()
    {
        var told = Assert.Single(
            await SettingsProject.Of(NoRegistration).With("DecisionsLinkBase", "https://example.org/blob").WithAppSettings(Breaks).Analyzed());

        Assert.Equal("https://example.org/blob/docs/adr/0001-some-decision.md", told.Descriptor.HelpLinkUri);
    }

    // A descriptor of its own must not take the diagnostic out of reach of what is set for its id.
    [Theory]
    [InlineData(ReportDiagnostic.Suppress, 0)]
    [InlineData(ReportDiagnostic.Warn, 1)]
    public async Task The_severity_of_what_links_to_its_record_can_be_set(ReportDiagnostic severity, int warnings)
    {
        var told = await SettingsProject.Of(NoRegistration).With("DecisionsLinkBase", "https://example.org/blob").WithAppSettings(Breaks)
            .Analyzed(("DP4001", severity));

        Assert.Equal(warnings, told.Count(d => d.Severity == DiagnosticSeverity.Warning));
        Assert.Equal(warnings, told.Count);
    }

    [Theory]
    [InlineData("docs/adr/0001-some-decision.md")]
    [InlineData("/docs/adr/0001-some-decision.md")]
    [InlineData("file:///docs/adr/0001-some-decision.md")]
    public async Task A_path_is_no_help_link(string link)
    {
        var told = Assert.Single(await SettingsProject.Of($"link: {link}\n{NoRegistration}").WithAppSettings(Breaks).Analyzed());

        Assert.Equal("", told.Descriptor.HelpLinkUri);
    }

    [Fact]
    public async Task The_message_stays_on_its_line()
    {
        var told = Assert.Single(
            await SettingsProject.Of("because: |\n  One.\n  Two.\nrules:\n  - { configuration: A, forbid: 1 }").WithAppSettings("{ \"A\": 1 }").Told());

        Assert.Contains(" One. Two. Read ", told);
    }
}
