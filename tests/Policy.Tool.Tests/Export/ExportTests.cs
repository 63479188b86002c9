using System.Text.Json;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>An export is whole or not written, and says what it leaves out.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Mock =
        """
        status: accepted
        date: 2026-11-01
        title: No mock
        because: Mocks answer anybody
        instead: Use the test server.
        rules:
          - { configuration: Gateway:Mock, forbid: true }
        """;

    private const string Routes =
        """
        status: accepted
        rules:
          - { configuration: Gateway:Mock, forbid: true }
          - { configuration: Gateway:Path, forbid: { route-to: "**/register" } }
          - { configuration: Gateway:Origin, require: "https://a.example" }
          - symbol: T:Gateway.Mock
        """;

    private const string Waived = Mock + "\nwaivers:\n  - { rule: Gateway:Mock, environments: [Staging], until: 2026-12-10, because: One team migrates. }";

    private static readonly string[] _files = [".manifest", "decisions.rego", "decisions/data.json"];

    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bundle_is_a_library_its_data_and_a_manifest()
    {
        var run = _folder.WithRecord("0001-mock", Mock).Run("export", "rego", "--out", "policy");
        Assert.Equal(new(0, "policy: 1 rule of 1 decision exported\n", ""), run);
        Assert.Equal(
            _files,
            Directory.EnumerateFiles(_folder.Full("policy"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(_folder.Full("policy"), file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal("{\"rego_version\":1,\"roots\":[\"decisions\"]}\n", _folder.Read("policy/.manifest"));
        Assert.Contains("\npackage decisions\n", _folder.Read("policy/decisions.rego"));
        Assert.False(Data.RootElement.TryGetProperty("as_of", out _));
        var rule = Data.RootElement.GetProperty("records")[0].GetProperty("rules")[0];
        Assert.Equal("ADR-0001 rejects ", rule.GetProperty("before").GetString());
        Assert.Equal(
            " and must not be true. Mocks answer anybody. Instead: Use the test server. Read docs/adr/0001-mock.md",
            rule.GetProperty("after").GetString());
    }

    [Fact]
    public void The_same_records_make_the_same_export()
    {
        _folder.WithRecord("0001-mock", Mock).WithRecord("0002-routes", Routes.Replace("accepted", "proposed"));
        string[] call = ["export", "rego", "--without", "ADR-0002:5", "ADR-0002:6", "--out"];
        _folder.Run([.. call, "one"]);
        _folder.On("2027-11-26").Run([.. call, "two"]);
        Assert.All(_files, file => Assert.Equal(_folder.Read($"one/{file}"), _folder.Read($"two/{file}")));
    }

    [Fact]
    public void A_rule_that_cannot_be_exported_is_named_with_the_way_out_and_nothing_is_written()
    {
        var run = _folder.WithRecord("0002-routes", Routes).Run("export", "rego", "--out", "policy");
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Equal(
            "docs/adr/0002-routes.md(5,22): ADR-0002 cannot be exported: 'route-to' reads the value as a route, and an expression cannot. "
            + "To export the other rules, leave it out with '--without ADR-0002:5'.\n"
            + "docs/adr/0002-routes.md(6,22): ADR-0002 cannot be exported: 'https://a.example' is a GUID, a time span, a date, a version or a URL, "
            + "and an expression does not recognize its other spellings. "
            + "To export the other rules, accept a stricter rule with '--allow-stricter', or leave it out with '--without ADR-0002:6'.\n"
            + "decisions: Nothing was exported: 2 rules cannot be exported.\n",
            run.Error);
        Assert.False(Directory.Exists(_folder.Full("policy")));
    }

    [Fact]
    public void What_is_left_out_is_named_in_the_export()
    {
        _folder.WithRecord("0002-routes", Routes);
        var run = _folder.Run("export", "rego", "--out", "policy", "--without", "ADR-0002:5", "--allow-stricter");
        Assert.Equal(
            new(
                0,
                "policy: 2 rules of 1 decision exported\nStricter than the record: ADR-0002:6\nNot exported: ADR-0002:5\nNot about configuration: 1 rule\n",
                ""),
            run);
        Assert.Equal(
            [("Gateway:Path", 5), ("T:Gateway.Mock", 7)],
            Data.RootElement.GetProperty("not_kept").EnumerateArray()
                .Select(each => (each.GetProperty("subject").GetString(), each.GetProperty("line").GetInt32())));
    }

    [Theory]
    [InlineData("ADR-0002:4", "'--without ADR-0002:4' names a rule that need not be left out. Remove it.")]
    [InlineData("ADR-0002:7", "'--without ADR-0002:7' names a rule that need not be left out. Remove it.")]
    [InlineData("ADR-0002:9", "'--without ADR-0002:9' does not name a rule that cannot be exported.")]
    public void A_name_of_nothing_that_cannot_be_exported_is_refused(string name, string expected)
    {
        var run = _folder.WithRecord("0002-routes", Routes).Run("export", "rego", "--out", "policy", "--without", "ADR-0002:5", "ADR-0002:6", name);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"decisions: {expected}", run.Error);
    }

    [Fact]
    public void A_check_says_what_is_not_up_to_date()
    {
        _folder.WithRecord("0001-mock", Mock);
        Assert.Equal(
            new(1, "policy/decisions.rego: missing\npolicy/decisions/data.json: missing\npolicy/.manifest: missing\n"
                + "Run 'decisions export rego --out policy' to update it, with the same options as before.\n", ""),
            _folder.Run("export", "rego", "--out", "policy", "--check"));
        _folder.Run("export", "rego", "--out", "policy");
        Assert.Equal(new(0, "policy: up to date\n", ""), _folder.Run("export", "rego", "--out", "policy", "--check"));
        _folder.WithRecord("0001-mock", Mock.Replace("Mocks answer", "A mock answers"));
        var run = _folder.Run("export", "rego", "--out", "policy", "--check");
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("policy/decisions/data.json: not up to date\n", run.Output);
    }

    [Fact]
    public void The_day_of_the_export_is_in_it_where_a_waiver_names_a_day()
    {
        _folder.WithRecord("0001-mock", Waived).Run("export", "rego", "--out", "policy", "--as-of", "2026-12-01");
        Assert.Equal("2026-12-01", Data.RootElement.GetProperty("as_of").GetString());
        Assert.Equal(new(0, "policy: up to date\n", ""), _folder.On("2026-12-10").Run("export", "rego", "--out", "policy", "--check"));
        Assert.Equal(
            new(1, "ADR-0001's waiver for Gateway:Mock expired on 2026-12-10. Export again.\n", ""),
            _folder.On("2026-12-11").Run("export", "rego", "--out", "policy", "--check"));
        _folder.Run("export", "rego", "--out", "policy");
        Assert.Equal(0, _folder.Run("export", "rego", "--out", "policy", "--check").Exit);
    }

    [Fact]
    public void A_check_reports_a_waiver_that_has_begun()
    {
        _folder.WithRecord("0001-mock", Waived.Replace("until:", "from: 2026-12-01, until:")).Run("export", "rego", "--out", "policy");
        Assert.Equal(0, _folder.On("2026-11-30").Run("export", "rego", "--out", "policy", "--check").Exit);
        Assert.Equal(
            new(1, "ADR-0001's waiver for Gateway:Mock applies since 2026-12-01. Export again.\n", ""),
            _folder.On("2026-12-01").Run("export", "rego", "--out", "policy", "--check"));
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_overwritten()
    {
        var run = _folder.WithRecord("0001-mock", Mock).With("policy/decisions.rego", "package mine\n").Run("export", "rego", "--out", "policy");
        Assert.Equal(2, run.Exit);
        Assert.Contains("'policy/decisions.rego' was not written by this command", run.Error);
        Assert.Equal("package mine\n", _folder.Read("policy/decisions.rego"));
        Assert.False(File.Exists(_folder.Full("policy/.manifest")));
    }

    [Theory]
    [InlineData("kubectl", "policy", "'kubectl' is not an engine that rules can be exported for. Use rego or vap.")]
    [InlineData("rego", "docs", "The export cannot be written to 'docs', because the records are in it.")]
    public void A_call_that_cannot_be_meant_is_refused(string engine, string folder, string expected)
    {
        var run = _folder.WithRecord("0001-mock", Mock).Run("export", engine, "--out", folder);
        Assert.Equal(2, run.Exit);
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_not_left_out_in_silence()
    {
        var run = _folder.WithRecord("0001-mock", Mock).WithRecord("0002-odd", "status: accepted\nrules:\n  - { configuration: A, forbids: true }")
            .Run("export", "rego", "--out", "policy");
        Assert.Equal(2, run.Exit);
        Assert.EndsWith("decisions: Nothing was exported: a record or a pack cannot be read, so a rule would be missing.\n", run.Error);
    }

    private JsonDocument Data => JsonDocument.Parse(_folder.Read("policy/decisions/data.json"));
}
