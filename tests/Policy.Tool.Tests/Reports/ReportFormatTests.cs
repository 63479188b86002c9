using System.Text.Json;
using System.Xml.Linq;
using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Tests.Check;

namespace DecisionPolicies.Tool.Tests.Reports;

/// <summary>The reports of <c>lint</c> and <c>due</c> for other tools.</summary>
public sealed class ReportFormatTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26")
        .WithRecord("0001-overdue", "title: Overdue\nstatus: accepted\nrevisit: 2026-11-20")
        .WithRecord(
            "0002-coming",
            """
            title: Coming
            status: accepted
            rules:
              - { configuration: A, forbid: true }
            waivers:
              - { rule: A, environments: [Staging], until: 2026-12-10, because: Not yet. }
              - { rule: A, environments: [Staging], until: 2026-12-11, because: Nor then. }
            """)
        .WithRecord("0003-sound", "title: Sound\nstatus: accepted")
        .WithRecord("0004-odd", "title: Odd\nstatus: acepted\ndate: 03/04/2026")
        .WithRecord("0005-broken", "status: [\nrules:\n  - symbol: T:A")
        .With("docs/adr/README.md", "# Records\n");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Formatted => ["check", "lint", "due", "list", "show", "search"];

    [Theory]
    [MemberData(nameof(Formatted))]
    public void The_short_option_is_there_wherever_the_long_one_is(string command)
    {
        string[] call = command switch
        {
            "show" => ["show", "1"],
            "search" => ["search", "Overdue"],
            _ => [command],
        };
        Assert.Equal(_folder.Run([.. call, "--format", "json"]), _folder.Run([.. call, "-f", "json"]));
        Assert.Contains("-f, --format <text|json", _folder.Run(command, "--help").Output);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("due")]
    public void SARIF_is_valid_and_names_the_rule_of_each_result(string command)
    {
        var sarif = JsonDocument.Parse(_folder.Run(command, "-f", "sarif").Output).RootElement;
        Assert.True(ReportTests.IsValid(sarif));
        var run = Assert.Single(sarif.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.All(
            run.GetProperty("results").EnumerateArray(),
            result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]));
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void SARIF_of_lint_has_the_levels_of_its_own_and_what_was_not_judged()
    {
        var run = Sarif("lint");
        Assert.Equal(
            ["DP1004 note", "DP1024 warning", "DP1006 note", "DP1001 error", "DP1022 note"],
            run.GetProperty("results").EnumerateArray().Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("level")}"));
        var note = Assert.Single(run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.StartsWith("Not checked: ", note.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void SARIF_of_due_warns_of_what_is_overdue_and_of_what_may_hide_a_day() => Assert.Equal(
        ["due-revisit warning", "due-waiver note", "due-waiver note", "DP1001 error"],
        Sarif("due").GetProperty("results").EnumerateArray().Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("level")}"));

    [Fact]
    public void JUnit_of_lint_has_a_suite_for_each_file_and_a_case_for_each_fault()
    {
        var suites = Suites("lint");
        Assert.Equal(("9", "2"), (suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value));
        Assert.Equal(
            [
                "docs/adr/0001-overdue.md: no errors or warnings",
                "docs/adr/0002-coming.md: no errors or warnings",
                "docs/adr/0003-sound.md: no errors or warnings",
                "docs/adr/0004-odd.md: DP1004: The record's status is unknown: system-out",
                "docs/adr/0004-odd.md: DP1024: Records are read only in part: failure warning",
                "docs/adr/0004-odd.md: DP1006: A date cannot be read: system-out",
                "docs/adr/0005-broken.md: DP1001: The front matter cannot be read: failure error",
                "docs/adr/README.md: no errors or warnings",
                "docs/adr/README.md: DP1022: The file is skipped: system-out",
            ],
            Cases(suites));
    }

    [Fact]
    public void JUnit_of_due_fails_what_is_overdue_and_passes_what_comes()
    {
        Assert.Equal(
            [
                "ADR-0001: revisit: failure warning",
                "ADR-0002: not overdue",
                "ADR-0002: waiver for A in Staging: system-out",
                "ADR-0002: waiver for A in Staging #2: system-out",
                "ADR-0003: not overdue",
                "docs/adr/0005-broken.md: DP1001: The front matter cannot be read: failure error",
            ],
            Cases(Suites("due")));
    }

    [Fact]
    public void GitHub_gets_an_annotation_for_each_day()
    {
        var run = _folder.Run("due", "--format", "github");
        const string place = "file=docs/adr/0001-overdue.md,line=4,endLine=4,col=10,endColumn=20";
        const string message = "overdue by 6 days: revisit ADR-0001 (Overdue) by 2026-11-20.";
        Assert.StartsWith($"::warning {place},title=ADR-0001 Overdue::{message}\n", run.Output);
        Assert.Contains("::notice file=docs/adr/0002-coming.md,", run.Output);
        Assert.Contains("::error file=docs/adr/0005-broken.md,", run.Output);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("due")]
    public void A_report_can_be_written_to_a_file_as_a_whole(string command)
    {
        var printed = _folder.Run(command, "-f", "junit");
        var run = _folder.Run(command, "-f", "junit", "--output", "report.xml");
        Assert.Equal((printed.Exit, "", printed.Error), (run.Exit, run.Output, run.Error));
        Assert.Equal(printed.Output, _folder.Read("report.xml"));
        Assert.Equal(2, _folder.Run(command, "-o", "nowhere/report.xml").Exit);
    }

    [Theory]
    [InlineData("a, b/1.json", "a%2C%20b/1.json", true)]
    [InlineData("C:odd/a.json", "C%3Aodd/a.json", true)]
    [InlineData("/srv/a b/größe#1.json", "file:///srv/a%20b/gr%C3%B6%C3%9Fe%231.json", false)]
    [InlineData("D:/deploy/a b.json", "file:///D:/deploy/a%20b.json", false)]
    [InlineData("//server/share/a.json", "file://server/share/a.json", false)]
    [InlineData("(standard input)", "%28standard%20input%29", false)]
    public void A_file_outside_of_the_folder_is_an_absolute_URI(string path, string uri, bool isBelow)
    {
        Assert.Equal(new(uri, isBelow), ArtifactUri.Of(path));
        // What RFC 3986 allows, of which a path needs no more.
        Assert.Matches("^[A-Za-z0-9._~:/%-]*$", uri);
        Assert.Equal(isBelow || path[0] == '(', !Uri.TryCreate(uri, UriKind.Absolute, out _));
    }

    private JsonElement Sarif(string command) => JsonDocument.Parse(_folder.Run(command, "-f", "sarif").Output).RootElement.GetProperty("runs")[0];

    private XElement Suites(string command) => XDocument.Parse(_folder.Run(command, "-f", "junit").Output).Root!;

    private static IEnumerable<string> Cases(XElement suites) => suites.Elements("testsuite").Elements("testcase").Select(test =>
    {
        var outcomes = test.Elements().Select(outcome => $": {outcome.Name} {outcome.Attribute("type")?.Value}".TrimEnd());
        return $"{test.Attribute("classname")!.Value}: {test.Attribute("name")!.Value}{string.Concat(outcomes)}";
    });
}
