using System.Text.RegularExpressions;
using DecisionPolicies.Generator.Settings;
using DecisionPolicies.Records;
using DecisionPolicies.Rules;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>docs/diagnostics.md: every diagnostic has a section, and every example is compiled and says what stands below it.</summary>
public sealed partial class DocumentedDiagnosticsTests
{
    private static readonly string _page = Path.Combine(Snapshot.Folder, "../../docs/diagnostics.md");
    private static readonly string[] _sections = [.. Regex.Split(File.ReadAllText(_page).ReplaceLineEndings("\n"), "(?m)^(?=## DP)").Skip(1)];

    // Each id with the row that the table has for it.
    private static readonly Dictionary<string, string> _rows = FaultKind.All
        .Select(kind => (kind.Id, Severity: SeverityOf(kind), Reporter: kind.KeepsFromEmitting ? "generator" : "analyzer", kind.Title))
        .Concat(CodeDiagnostics.All.Concat(SettingsDiagnostics.All).Select(code => (code.Id, Severity: code.DefaultSeverity.ToString().ToLowerInvariant(), Reporter: "analyzer", Title: code.Title.ToString())))
        .ToDictionary(d => d.Id, d => $"| [{d.Id}](#{d.Id.ToLowerInvariant()}) | {d.Severity} | {d.Reporter} | {d.Title} |");

    public static TheoryData<string> Ids => [.. _rows.Keys];

    [Fact]
    public void Every_diagnostic_has_a_section_and_there_are_no_others() =>
        Assert.Equal(_rows.Keys, _sections.Select(section => section[3..9]).Where(id => !File.ReadAllText(_page).Contains($"| [{id}](#{id.ToLowerInvariant()}) | warning | command line |", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_says_what_the_page_shows(string id)
    {
        var section = _sections.Single(s => s.StartsWith("## " + id, StringComparison.Ordinal));
        var records = Example().Matches(section).Select(m => new RecordText(m.Groups["path"].Value, m.Groups["text"].Value));

        var project = new Project(records);
        if (Code().Match(section) is { Success: true, Groups: var code }) project.AsProgram().WithCode(code["text"].Value, "/machine/checkout/" + code["path"].Value);

        foreach (var json in Json().Matches(section).Select(m => m.Groups)) project.WithSettings(new(json["path"].Value, json["text"].Value));

        var told = string.Concat((await project.Messages()).Select(message => message.Replace("/machine/checkout/", "") + "\n"));

        Assert.Contains($": {_rows[id].Split('|')[2].Trim()} {id}: ", told);
        if (Snapshot.Accepts) File.WriteAllText(_page, File.ReadAllText(_page).Replace(section, Told().Replace(section, $"```text\n{told.Replace("$", "$$")}```")));
        else Assert.Equal(Told().Match(section).Groups["told"].Value, told);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_table_tells_its_severity_and_who_reports_it(string id) => Assert.Contains(_rows[id], File.ReadAllText(_page));

    [Theory]
    [InlineData(ReportDiagnostic.Error, "error")]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task The_severity_of_what_the_analyzer_reports_can_be_set(ReportDiagnostic severity, string? shown)
    {
        var told = await new Project(Records.Simple(1, "A choice", "approved")).Messages(("DP1004", severity));

        Assert.Equal(shown is null ? 0 : 1, told.Count(message => message.Contains($": {shown} DP1004: ")));
        Assert.Equal(shown is null ? 0 : 1, told.Length);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress)]
    [InlineData(ReportDiagnostic.Warn)]
    public async Task What_leaves_a_decision_out_cannot_be_silenced(ReportDiagnostic severity)
    {
        var told = await new Project(Records.WithFrontMatter("status: accepted\nrules:\n  - { configuration: A }")).Messages(("DP2001", severity));

        Assert.Contains(": error DP2001: ", Assert.Single(told));
    }

    private static string SeverityOf(FaultKind kind) => kind.Severity.Word();

    [GeneratedRegex(@"`(?<path>docs/adr/\S+\.md)`\n\n```markdown\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"`(?<path>\S+\.cs)`\n\n```csharp\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"`(?<path>\S+\.json)`\n\n```json\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex(@"```text\n(?<told>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Told();
}
