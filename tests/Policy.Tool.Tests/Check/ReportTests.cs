using System.Text.Json;
using System.Xml.Linq;
using Json.Schema;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>The reports that programs read.</summary>
public sealed class ReportTests : IDisposable
{
    private static readonly Lazy<JsonSchema> _sarif = new(() => JsonSchema.FromFile(Metadata.Of("SarifSchema")));

    private readonly ToolFolder _folder = GatewayFolder.Create()
        .WithRecord("0002-debug",
            "title: No debugging\nstatus: accepted\nlink: https://decisions.example/2\nrules:\n  - { configuration: Debug, forbid: true }\n"
                + "waivers:\n  - { rule: Debug, until: 2026-12-31, because: One client migrates. }")
        .WithRecord("0003-trace", "title: No tracing\nstatus: proposed\nrules:\n  - { configuration: Trace, forbid: true }")
        .With("a, b/1.json", """{ "Gateway:Registration:Enabled": true, "Debug": true, "Trace": true }""")
        .With("broken.json", "{\n  nothing\n}")
        .With("fine.json", "{}");

    public void Dispose() => _folder.Dispose();

    private JsonElement Json(params string[] arguments) => JsonDocument.Parse(_folder.Run(["check", .. arguments]).Output).RootElement;

    internal static bool IsValid(JsonElement sarif) => _sarif.Value.Evaluate(sarif).IsValid;

    [Fact]
    public void SARIF_is_valid_by_its_schema()
    {
        var sarif = Json("-f", "sarif");
        Assert.True(IsValid(sarif));
        // The schema does refuse something.
        Assert.False(IsValid(JsonDocument.Parse("""{ "version": "2.1.0", "runs": [ { "tool": {} } ] }""").RootElement));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void A_report_ends_with_the_end_of_its_line(string format) => Assert.EndsWith("\n}\n", _folder.Run("check", "-f", format).Output);

    [Fact]
    public void SARIF_names_records_as_rules_and_places_relative_to_the_folder()
    {
        var run = Json("-f", "sarif").GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray().ToList();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(["ADR-0001", "ADR-0002", "ADR-0003", "unreadable-configuration"], rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.Equal("https://decisions.example/2", rules[1].GetProperty("helpUri").GetString());
        foreach (var result in results)
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        }
        var location = results[1].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("a%2C%20b/1.json", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(35, location.GetProperty("region").GetProperty("startColumn").GetInt32());
        var waived = results.Single(result => result.GetProperty("ruleId").GetString() == "ADR-0002");
        Assert.Equal("accepted", waived.GetProperty("suppressions")[0].GetProperty("status").GetString());
    }

    [Fact]
    public void Fingerprints_stay_the_same_when_lines_move()
    {
        var before = Fingerprints();
        _folder.With("a, b/1.json", "\n\n  " + _folder.Read("a, b/1.json"));
        Assert.Equal(before, Fingerprints());
        Assert.Equal(before.Count, before.Distinct().Count());

        List<string?> Fingerprints() => [.. Json("-f", "sarif").GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.TryGetProperty("partialFingerprints", out _))
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("decisionFinding/v2").GetString())];
    }

    [Fact]
    public void JSON_holds_each_result_and_the_summary()
    {
        var report = Json("-f", "json");
        var results = report.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["error", "error", "info", "warning"], results.Select(result => result.GetProperty("severity").GetString()));
        Assert.Equal(["rejected", "waived", "warned"], results.Skip(1).Select(result => result.GetProperty("verdict").GetString()));
        var first = results[1];
        Assert.Equal("ADR-0001", first.GetProperty("decision").GetProperty("id").GetString());
        Assert.Equal("Gateway:Registration:Enabled", first.GetProperty("key").GetString());
        var place = first.GetProperty("place");
        Assert.Equal((1, 35), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()));
        Assert.Equal(35, results[2].GetProperty("waiver").GetProperty("daysLeft").GetInt32());
        Assert.Equal("unreadable", results[0].GetProperty("kind").GetString());
        Assert.Equal(3, report.GetProperty("summary").GetProperty("files").GetInt32());
    }

    [Fact]
    public void JUnit_fails_what_is_broken_skips_what_is_waived_and_passes_what_is_kept()
    {
        var suites = XDocument.Parse(_folder.Run("check", "-f", "junit").Output).Root!;
        Assert.Equal(("6", "2", "1"), (suites.Attribute("tests")!.Value, suites.Attribute("failures")!.Value, suites.Attribute("skipped")!.Value));
        var failure = suites.Elements("testsuite").First().Element("testcase")!.Element("failure")!;
        Assert.StartsWith("ADR-0001 rejects Gateway:Registration:Enabled = true", failure.Attribute("message")!.Value);
        Assert.StartsWith("a, b/1.json(1,35): ", failure.Value);
    }

    [Fact]
    public void Every_case_of_JUnit_has_a_name_of_its_own()
    {
        const string document = "Gateway: { Registration: { Enabled: true } }\n";
        _folder.With("twice.yaml", $"{document}---\n{document}---\nGateway: {{ Registration: {{ Enabled: \"on\" }} }}\n");
        var cases = XDocument.Parse(_folder.Run("check", "-f", "junit").Output).Root!.Elements("testsuite").Elements("testcase");
        var names = cases.Select(test => (test.Attribute("classname")!.Value, test.Attribute("name")!.Value)).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void A_case_of_JUnit_has_the_same_name_wherever_the_command_runs()
    {
        _folder.With("maps/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: gateway }\ndata: { Gateway__Registration__Enabled: \"true\" }\n")
            .With("maps/broken.json", "{")
            .With(".git/HEAD", "ref: refs/heads/main\n");
        var names = Names("", "maps");
        Assert.Equal(names, Names("maps", "."));
        Assert.Equal(names, Names("docs/adr", "../../maps"));
        Assert.Contains("Gateway:Registration:Enabled (maps/map.yaml, ConfigMap//gateway/data)", names);
        Assert.Contains("maps/broken.json", names);

        List<string> Names(string folder, string path) => [.. XDocument.Parse(_folder.RunIn(folder, "check", path, "-f", "junit").Output)
            .Root!.Elements("testsuite").Elements("testcase").Select(test => test.Attribute("name")!.Value)];
    }

    [Fact]
    public void A_case_of_JUnit_names_standard_input_as_people_do()
    {
        var run = _folder.WithInput("{ \"Gateway\": { \"Registration\": { \"Enabled\": true } } }").Run("check", "-", "-f", "junit");
        Assert.Contains("name=\"Gateway:Registration:Enabled (standard input)\"", run.Output);
    }

    [Fact]
    public void GitHub_gets_an_annotation_for_each_place()
    {
        var run = _folder.Run("check", "-f", "github");
        Assert.Contains("::error file=a%2C b/1.json,line=1,endLine=1,col=35,endColumn=39,title=ADR-0001 No DCR in the Registry::ADR-0001 rejects", run.Output);
        Assert.Contains("::notice file=a%2C b/1.json", run.Output);
        Assert.Contains("::warning file=a%2C b/1.json", run.Output);
    }

    [Fact]
    public void A_report_can_be_written_to_a_file_as_a_whole()
    {
        var run = _folder.Run("check", "-f", "sarif", "-o", "out.sarif");
        Assert.Equal((1, ""), (run.Exit, run.Output));
        Assert.True(IsValid(JsonDocument.Parse(_folder.Read("out.sarif")).RootElement));
    }

    [Fact]
    public void A_report_of_an_earlier_run_is_not_configuration()
    {
        foreach (var file in new[] { "out.json", "known.json" }) _folder.With(file, GatewayFolder.Enabled);
        var run = _folder.Run("check", "-f", "json", "-o", "out.json", "--write-baseline", "known.json");
        Assert.Equal(2,
            JsonDocument.Parse(_folder.Read("out.json")).RootElement.GetProperty("results").EnumerateArray()
                .Count(result => result.TryGetProperty("verdict", out var verdict) && verdict.GetString() != "warned"));
        Assert.Equal((1, ""), (run.Exit, run.Output));
    }

    [Fact]
    public void SARIF_is_one_run_cut_to_what_code_scanning_takes_and_says_so()
    {
        const string Cut = "The report holds the first 25,000 of 25,002 results and leaves out 2, because code scanning accepts no more in one run.";
        var many = string.Join(",", Enumerable.Range(0, 25_002).Select(i => $"\"{i}\": \"https://gateway.example/\""));
        using var folder = GatewayFolder.Create().With("a.json", $"{{ \"Gateway\": {{ \"AuthorizationServers\": {{ {many} }} }} }}");
        var call = folder.Run("check", "-f", "sarif");
        Assert.Equal((1, $"decisions: {Cut}\n"), (call.Exit, call.Error));
        var run = Assert.Single(JsonDocument.Parse(call.Output).RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal(25_000, run.GetProperty("results").GetArrayLength());
        var invocation = Assert.Single(run.GetProperty("invocations").EnumerateArray());
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        var note = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal(("warning", Cut), (note.GetProperty("level").GetString(), note.GetProperty("message").GetProperty("text").GetString()));
    }

    [Fact]
    public void SARIF_names_a_file_outside_of_the_folder_by_an_absolute_URI()
    {
        var run = JsonDocument.Parse(
            _folder.With("below/empty.txt", "").RunIn("below", "check", "../a, b/1.json", "-f", "sarif", "--records", "../docs/adr").Output).RootElement;
        Assert.True(IsValid(run));
        var file = run.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation")
            .GetProperty("artifactLocation");
        Assert.Equal(_folder.Full("a, b/1.json"), new Uri(file.GetProperty("uri").GetString()!, UriKind.Absolute).LocalPath);
        Assert.False(file.TryGetProperty("uriBaseId", out _));
    }
}
