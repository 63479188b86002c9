using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Code;

/// <summary>How grave it is that code breaks a rule, what is said, and who can silence it.</summary>
public sealed class SeverityTests
{
    private const string Endpoints = "using Microsoft.AspNetCore.Builder; ";

    // Each id with a rule, code that breaks it, and what the code has there.
    public static TheoryData<string, string, string> Broken => new()
    {
        { "DP3101", "symbol: T:System.IO.File", "class C { void M() =>\nSystem.IO.File.Delete(null); }" },
        { "DP3102", "literal: registration", "class C { string M() =>\n\"registration\"; }" },
        { "DP3103", "package: System.Collections.Immutable", "class C { object M() =>\nSystem.Collections.Immutable.ImmutableArray<int>.Empty; }" },
        { "DP3104", "endpoint: POST /register", Endpoints + "class C { void M(WebApplication app) =>\napp.MapPost(\"/register\", () => 1); }" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task An_accepted_decision_is_an_error(string id, string rule, string code)
    {
        var told = await Judge("accepted", rule, code);

        Assert.Equal((id, DiagnosticSeverity.Error, 1), (told.Id, told.Severity, told.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_proposed_decision_warns_under_the_same_id(string id, string rule, string code)
    {
        var told = await Judge("proposed", rule, code);

        Assert.Equal((id, DiagnosticSeverity.Warning), (told.Id, told.Severity));
        Assert.StartsWith("ADR-0001 is proposed and would reject ", told.GetMessage());
    }

    [Theory]
    [InlineData("rejected")]
    [InlineData("deprecated")]
    [InlineData("superseded by ADR-0002")]
    public async Task A_decision_that_is_not_in_force_says_nothing(string status) =>
        Assert.Empty(await JudgeAll(status, "literal: a", "class C { string M() => \"a\"; }"));

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_waiver_for_all_environments_turns_it_into_a_warning_until_it_is_removed(string id, string rule, string code)
    {
        var one = Assert.Single(await OfWaived(rule).WithCode(code).Analyzed());

        Assert.NotEqual(id, one.Id);
        Assert.Equal(("DP3105", DiagnosticSeverity.Warning), (one.Id, one.Severity));
        Assert.EndsWith("; waived until 2020-01-31: One migrates. Read docs/adr/0001-some-decision.md", one.GetMessage());
    }

    // One build is for every environment, so what is allowed in one of them is not allowed in the code.
    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_waiver_for_some_environments_changes_nothing_in_the_build(string id, string rule, string code)
    {
        var one = Assert.Single(await OfWaived(rule, "environments: [Staging], ").WithCode(code).Analyzed());

        Assert.Equal((id, DiagnosticSeverity.Error), (one.Id, one.Severity));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_a_waiver_allows_is_told_at_its_place_and_can_be_suppressed_or_set(string _, string rule, string code)
    {
        Assert.Equal(1, Assert.Single(await Waived(code)).Location.GetLineSpan().StartLinePosition.Line);
        Assert.Empty(await Waived($"#pragma warning disable DP3105\n{code}"));
        Assert.Empty(await Waived(Suppressing("DP3105", code)));
        Assert.Empty(await Waived(code, ("DP3105", ReportDiagnostic.Suppress)));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await Waived(code, ("DP3105", ReportDiagnostic.Error))).Severity);

        async Task<IReadOnlyList<Diagnostic>> Waived(string judged, params (string, ReportDiagnostic)[] severities) =>
            await OfWaived(rule).WithCode(judged).Analyzed(severities);
    }

    [Fact]
    public async Task A_waiver_of_a_rule_that_code_keeps_says_nothing() =>
        Assert.Empty(await OfWaived("literal: a").WithCode("class C { string M() => \"b\"; }").Analyzed());

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_pragma_suppresses_it(string id, string rule, string code) =>
        Assert.Empty(await JudgeAll("accepted", rule, $"#pragma warning disable {id}\n{code}"));

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task An_attribute_suppresses_it(string id, string rule, string code) =>
        Assert.Empty(await JudgeAll("accepted", rule, Suppressing(id, code)));

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Its_severity_can_be_set(string id, string rule, string code)
    {
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await JudgeAll("accepted", rule, code, (id, ReportDiagnostic.Warn))).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await JudgeAll("proposed", rule, code, (id, ReportDiagnostic.Error))).Severity);
        Assert.Empty(await JudgeAll("accepted", rule, code, (id, ReportDiagnostic.Suppress)));
    }

    [Fact]
    public async Task Warnings_as_errors_is_about_proposed_decisions_too()
    {
        var (_, told) = await Of("proposed", "literal: a")
            .WithCode("class C { string M() => \"a\"; }").With(options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)).Analyze();

        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(told).Severity);
    }

    [Fact]
    public async Task The_message_cites_the_decision()
    {
        var project = new Project(new RecordText("docs/adr/0001-no-dcr.md", """
            ---
            status: accepted
            because: It costs us storage
            instead: [Register upstream., Use CIMD.]
            rules:
              - { literal: a, because: It names the endpoint }
              - literal: b
            ---
            # No DCR
            """)).With("DecisionsLinkBase", "https://example.com/repo/");

        var (_, told) = await project.WithCode("class C { string M() => \"a\"; string N() => \"b\"; }").Analyze();

        Assert.Equal(
            [
                "ADR-0001 rejects \"a\". It names the endpoint. Instead: Register upstream. Read https://example.com/repo/docs/adr/0001-no-dcr.md",
                "ADR-0001 rejects \"b\". It costs us storage. Instead: Register upstream. Read https://example.com/repo/docs/adr/0001-no-dcr.md",
            ],
            told.Select(d => d.GetMessage()).Order());
        Assert.All(told, d => Assert.Equal("https://example.com/repo/docs/adr/0001-no-dcr.md", d.Descriptor.HelpLinkUri));
    }

    [Theory]
    [InlineData("https://example.com/a b", "https://example.com/a%20b")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("docs/a.md", "")]
    public async Task Only_a_web_address_becomes_a_help_link(string link, string helpLink)
    {
        var (_, told) = await new Project(Records.WithFrontMatter($"status: accepted\nlink: {link}\nrules:\n  - literal: a"))
            .WithCode("class C { string M() => \"a\"; }").Analyze();

        Assert.Equal(helpLink, Assert.Single(told).Descriptor.HelpLinkUri);
    }

    [Fact]
    public async Task Text_of_a_record_stays_on_one_line_and_is_no_format()
    {
        var record = Records.WithFrontMatter("status: accepted\nbecause: \"line\\nbreak \\e[31m {0} {\"\nrules:\n  - literal: a");

        var (_, told) = await new Project(record).WithCode("class C { string M() => \"a\"; }").Analyze();

        Assert.Contains("line break \\u001B[31m {0} {", Assert.Single(told).GetMessage());
    }

    [Fact]
    public async Task Text_of_a_record_is_not_a_command_to_the_runner_that_keeps_the_log()
    {
        const string Command = "\"##vso[task.complete]\"";
        var broken = Records.WithFrontMatter($"id: {Command}\nstatus: accepted\nbecause: {Command}\nrules:\n  - literal: {Command}");
        var unreadable = Records.WithFrontMatter($"status: {Command}\n{Command}: x", "docs/adr/0002-two.md");

        var messages = await new Project(broken, unreadable).WithCode("class C { string M() => \"##vso[task.complete]\"; }").Messages();

        Assert.Contains(messages, message => message.Contains("error DP3102", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains(@"'##vso\[task.complete]' is not a known status", StringComparison.Ordinal));
        Assert.All(messages, message => Assert.DoesNotContain("##vso[", message));
    }

    [Theory]
    [InlineData("M:A.B(")]
    [InlineData("M:A.B(,)")]
    [InlineData("M:A``99999999999.B")]
    [InlineData("T:A`-1")]
    [InlineData("T:System.Collections.Generic.List`99999999999999999999")]
    [InlineData("M:System.String.Join(System.String[0:,")]
    [InlineData("M:System.String.Join({{{{")]
    [InlineData("M:System.String.op_Implicit()~")]
    [InlineData("P:System.String.Chars(`9)")]
    [InlineData("N:System\u0000.IO")]
    public async Task An_id_that_means_nothing_is_quiet(string id)
    {
        var (build, told) = await Of("accepted", $"symbol: \"{id.Replace("\0", "\\0")}\"").WithCode("class C { string M() => string.Join(\"a\", \"b\"); }")
            .Analyze();

        Assert.Empty(told.Select(d => d.ToString()).Concat(build.Messages));
    }

    private static async Task<Diagnostic> Judge(string status, string rule, string code) => Assert.Single(await JudgeAll(status, rule, code));

    private static async Task<IReadOnlyList<Diagnostic>> JudgeAll(string status, string rule, string code, params (string, ReportDiagnostic)[] severities)
    {
        var (_, told) = await Of(status, rule).WithCode(code).Analyze(severities);
        return [.. told.Where(d => d.Id.StartsWith("DP3", StringComparison.Ordinal))];
    }

    private static string Suppressing(string id, string code) =>
        code.Replace("class C",
            $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"DecisionPolicies\", \"{id}\", Justification = \"ADR-0001 allows it here.\")] class C");

    private static Project OfWaived(string rule, string environments = "") => new(Records.WithFrontMatter(
        $"status: accepted\nrules:\n  - {{ {rule} }}\n"
            + $"waivers:\n  - {{ rule: '{rule[(rule.IndexOf(' ') + 1)..]}', {environments}until: 2020-01-31, because: One migrates }}"));

    private static Project Of(string status, string rule) => new(Records.WithFrontMatter($"status: {status}\nrules:\n  - {{ {rule} }}"));
}
