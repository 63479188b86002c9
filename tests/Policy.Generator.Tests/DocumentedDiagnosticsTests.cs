using System.Text.RegularExpressions;
using DecisionPolicies.Generator.Settings;
using DecisionPolicies.Records;
using DecisionPolicies.Rules;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>
/// docs/diagnostics.md lists every diagnostic, and each has a section on the page of its range. Every example is compiled and reports the
/// messages below it.
/// </summary>
public sealed partial class DocumentedDiagnosticsTests
{
    private static readonly string _docs = Path.Combine(Snapshot.Folder, "../../docs");

    // The page of each range, by the starts of its ids.
    private static readonly (string Range, string Page)[] _pages =
    [
        ("DP100|DP1010|DP1011|DP1012", "diagnostics-records.md"), ("DP1013|DP1014|DP1015|DP1016|DP1017|DP1018|DP1019|DP102", "diagnostics-folder.md"),
        ("DP103", "diagnostics-packs.md"), ("DP11", "diagnostics-history.md"), ("DP2", "diagnostics-rules.md"), ("DP3", "diagnostics-code.md"),
        ("DP4", "diagnostics-settings.md"),
    ];

    // Each id with its row in the table.
    private static readonly Dictionary<string, string> _rows = FaultKind.All
        .Select(kind => (kind.Id, Severity: SeverityOf(kind), Reporter: kind.KeepsFromEmitting ? "generator" : "analyzer", kind.Title))
        .Concat(CodeDiagnostics.All.Concat(SettingsDiagnostics.All)
            .Select(code => (code.Id, Severity: code.DefaultSeverity.ToString().ToLowerInvariant(), Reporter: ReporterOf(code), Title: code.Title.ToString())))
        .ToDictionary(d => d.Id, d => $"| [{d.Id}]({PageOf(d.Id)}#{d.Id.ToLowerInvariant()}) | {d.Severity} | {d.Reporter} | {d.Title} |");

    public static TheoryData<string> Ids => [.. _rows.Keys];

    // The command line reports what needs git, and the build what is wrong with properties; they are tested where they are reported.
    [Fact]
    public void The_table_lists_every_diagnostic_and_no_other() =>
        Assert.Equal(
            _rows.Values,
            Row().Matches(Read("diagnostics.md")).Select(row => row.Value).Where(row => !row.Contains("| command line |") && !row.Contains("| build |")));

    [Fact]
    public void Every_diagnostic_of_the_table_has_a_section_on_its_page_and_there_are_no_others() => Assert.All(_pages, page => Assert.Equal(
        Row().Matches(Read("diagnostics.md")).Select(row => row.Groups["id"].Value).Where(id => IsIn(id, page.Range)),
        SectionsOf(page.Page).Select(section => section[3..9])));

    [Fact]
    public void The_properties_that_the_build_checks_are_in_the_table()
    {
        string[] files = ["JudgedProject.targets", "HiddenRecords.targets", "DecisionPack.targets", "DecisionPack.targets.template"];
        var targets = string.Concat(files.Select(file => File.ReadAllText(Path.Combine(_docs, "../src/Policy/buildTransitive", file))));

        Assert.Equal(
            Property().Matches(targets).Select(code => (code.Groups["id"].Value, code.Groups["severity"].Value.ToLowerInvariant())),
            Row().Matches(Read("diagnostics.md")).Where(row => row.Value.Contains("](#properties) |") && row.Value.Contains("| build |"))
                .Select(row => (row.Groups["id"].Value, row.Value.Split('|')[2].Trim())));
    }

    // A record that enforces nothing never fails a build, even if warnings are errors.
    [Fact]
    public void The_faults_of_records_stay_warnings_in_the_build()
    {
        var targets = File.ReadAllText(Path.Combine(_docs, "../src/Policy/buildTransitive/JudgedProject.targets"));
        var listed = RecordId().Matches(string.Concat(targets.Split('\n').Where(line => line.Contains("<_DecisionWarnings>", StringComparison.Ordinal))));

        Assert.Equal(
            FaultKind.All.Select(kind => kind.Id).Where(id => id.StartsWith("DP1", StringComparison.Ordinal)),
            listed.Select(match => match.Value));
    }

    [Fact]
    public void The_first_message_of_the_index_is_one_of_an_example()
    {
        var shown = Told().Match(Read("diagnostics.md")).Groups["told"].Value.Replace(" […]\n", "");

        Assert.Contains(shown, Read("diagnostics-records.md"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_says_what_the_page_shows(string id)
    {
        var section = SectionsOf(PageOf(id)).Single(s => s.StartsWith("## " + id, StringComparison.Ordinal));
        // A path below 'decisions' is that of a pack.
        var records = Example().Matches(section).Select(m => m.Groups["path"].Value.Split("decisions/", 2) is ["", var packed]
            ? RecordText.OfPack(packed, m.Groups["text"].Value)
            : new RecordText(m.Groups["path"].Value, m.Groups["text"].Value)).ToList();
        if (records.Exists(record => record.Pack is not null)) records.Add(RecordText.Manifest());
        // There, the pack is an earlier version of what the project makes.
        if (id == FaultKind.ChangedPack.Id) records = [.. records.Select(record => record.Pack is null ? record : record.AsBaseline())];

        var project = new Project(records).With("PackageVersion", "1.3.0").With("MSBuildProjectFullPath", "/machine/checkout/Shop.csproj");
        if (Code().Match(section) is { Success: true, Groups: var code })
        {
            project.AsProgram().WithCode(code["text"].Value, "/machine/checkout/" + code["path"].Value);
        }

        foreach (var json in Json().Matches(section).Select(m => m.Groups)) project.WithSettings(new(json["path"].Value, json["text"].Value));

        var told = string.Concat((await project.Messages()).Select(message => message.Replace("/machine/checkout/", "") + "\n"));

        Assert.Contains($": {_rows[id].Split('|')[2].Trim()} {id}: ", told);
        if (Snapshot.Accepts)
        {
            var accepted = Told().Replace(section, $"```text\n{told.Replace("$", "$$")}```");
            File.WriteAllText(Path.Combine(_docs, PageOf(id)), Read(PageOf(id)).Replace(section, accepted));
        }
        else Assert.Equal(Told().Match(section).Groups["told"].Value, told);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_section_begins_with_the_title(string id)
    {
        var title = _rows[id].Split('|')[4].Trim();

        Assert.StartsWith($"## {id}\n\n**{title}.** ", SectionsOf(PageOf(id)).Single(s => s.StartsWith("## " + id, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, "error")]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task The_severity_of_what_the_analyzer_reports_can_be_set(ReportDiagnostic severity, string? shown)
    {
        var told = await new Project(Records.WithFrontMatter("status: accepted\nlink: [x]")).Messages(("DP1007", severity));

        Assert.Equal(shown is null ? 0 : 1, told.Count(message => message.Contains($": {shown} DP1007: ")));
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

    private static string PageOf(string id) => _pages.Single(page => IsIn(id, page.Range)).Page;

    private static bool IsIn(string id, string range) => range.Split('|').Any(start => id.StartsWith(start, StringComparison.Ordinal));

    private static string Read(string page) => File.ReadAllText(Path.Combine(_docs, page)).ReplaceLineEndings("\n");

    private static string[] SectionsOf(string page) => [.. Regex.Split(Read(page), "(?m)^(?=## DP)").Skip(1)];

    [GeneratedRegex("DP1[0-9]{3}")]
    private static partial Regex RecordId();

    private static string ReporterOf(DiagnosticDescriptor code) =>
        code.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? "generator" : "analyzer";

    private static string SeverityOf(FaultKind kind) => kind.Severity.Word();

    [GeneratedRegex(@"`(?<path>(decisions/)?docs/adr/\S+\.(md|yml))`\n\n```(markdown|yaml)\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"`(?<path>\S+\.cs)`\n\n```csharp\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"`(?<path>\S+\.json)`\n\n```json\n(?<text>.*?\n)```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex(@"```text\n(?<told>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Told();

    [GeneratedRegex(@"^\| \[(?<id>DP\d+)\]\([^\n]*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("<(?<severity>Error|Warning) Code=\"(?<id>DP\\d+)\"")]
    private static partial Regex Property();
}
