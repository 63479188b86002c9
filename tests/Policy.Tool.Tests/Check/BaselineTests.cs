namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Findings that are accepted until they change.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create().With("deploy/a.json", GatewayFolder.Enabled);

    public BaselineTests() => Assert.Equal(0, _folder.Run("check", "deploy", "--write-baseline", "known.json").Exit);

    public void Dispose() => _folder.Dispose();

    private ToolRun Check() => _folder.Run("check", "deploy", "--baseline", "known.json");

    [Fact]
    public void What_is_known_is_accepted()
    {
        var run = Check();
        Assert.Equal((0, "1 file checked: no violations, 1 known to the baseline.\n"), (run.Exit, run.Output));
    }

    [Fact]
    public void It_is_still_known_when_its_line_has_moved()
    {
        _folder.With("deploy/a.json", "\n\n" + GatewayFolder.Enabled);
        Assert.Equal(0, Check().Exit);
    }

    [Fact]
    public void What_is_new_is_found()
    {
        _folder.With("deploy/b.json", GatewayFolder.Enabled);
        var run = Check();
        Assert.Equal(1, run.Exit);
        Assert.Contains("deploy/b.json:4:18", run.Output);
        Assert.DoesNotContain("deploy/a.json", run.Output);
    }

    [Theory]
    [InlineData("""{ "Gateway:Registration:Enabled": "on" }""")]
    [InlineData("""{ "gateway": { "REGISTRATION": { "enabled": 1 } } }""")]
    public void It_is_still_known_in_another_spelling(string json)
    {
        _folder.With("deploy/a.json", json);
        Assert.Equal(0, Check().Exit);
    }

    [Fact]
    public void It_is_still_known_when_the_reason_or_the_title_is_worded_anew()
    {
        _folder.WithRecord("0001-no-dcr", GatewayFolder.Record.Replace("It serves", "It would serve").Replace("No DCR", "No registration"));
        Assert.Equal(0, Check().Exit);
    }

    [Fact]
    public void What_another_rule_finds_at_the_same_key_is_new()
    {
        _folder.WithRecord("0001-no-dcr", GatewayFolder.Record.Replace("forbid: true", "require: false"));
        Assert.Equal(1, Check().Exit);
    }

    // One value is a finding in each environment where another verdict is given on it.
    [Theory]
    [InlineData("Development")]
    [InlineData("Staging")]
    public void What_a_waiver_covers_in_one_environment_leaves_what_is_known_in_another(string environment)
    {
        _folder.WithRecord("0001-no-dcr", GatewayFolder.Record + $"""

            waivers:
              - rule: Gateway:Registration:Enabled
                environments: [{environment}]
                until: 2027-01-31
                because: The old client goes.
            """);
        Assert.Equal(0, _folder.Run("check", "deploy", "--write-baseline", "known.json").Exit);
        var run = Check();
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.EndsWith("1 file checked: no violations, 1 waived, 1 known to the baseline.\n", run.Output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_count_below_one_accepts_nothing(string count)
    {
        _folder.With("known.json", _folder.Read("known.json").Replace("\"count\": 1", $"\"count\": {count}"));
        Assert.Equal(1, Check().Exit);
    }

    [Fact]
    public void What_no_longer_exists_is_reported()
    {
        _folder.With("deploy/a.json", "{}");
        var run = Check();
        Assert.Equal(0, run.Exit);
        Assert.Contains("1 violation in the baseline has changed or been fixed.", run.Error);
    }

    [Theory]
    [InlineData("", "deploy", "known.json")]
    [InlineData("deploy", ".", "../known.json")]
    [InlineData("docs/adr", "../../deploy/a.json", "../../known.json")]
    public void It_holds_wherever_the_command_runs(string below, string path, string baseline) =>
        Assert.Equal(
            (0, ""), (_folder.RunIn(below, "check", path, "--baseline", baseline).Exit, _folder.RunIn(below, "check", path, "--baseline", baseline).Error));

    [Theory]
    [InlineData("known.json")]
    [InlineData("ci/known.json")]
    public void One_that_is_made_in_a_clone_holds_in_a_download_and_the_other_way_round(string baseline)
    {
        foreach (var (here, there) in new[] { (true, false), (false, true) })
        {
            using var first = Copy(here);
            Assert.Equal(0, first.With("ci/notes.txt", "").Run("check", "deploy", "--write-baseline", baseline).Exit);
            using var second = Copy(there);
            Assert.Equal(0, second.With(baseline, first.Read(baseline)).Run("check", "deploy", "--baseline", baseline).Exit);
        }

        ToolFolder Copy(bool isClone)
        {
            var copy = GatewayFolder.Create().With("deploy/a.json", GatewayFolder.Enabled);
            return isClone ? copy.With(".git/HEAD", "ref: refs/heads/main\n") : copy;
        }
    }

    private static string ConfigMap(string space, string name, string more = "") =>
        $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: {name}, namespace: {space} }}\ndata:\n  Gateway__Registration__Enabled: \"true\"\n{more}";

    [Theory]
    [InlineData("shop", "gateway", 0)]
    [InlineData("shop", "other", 1)]
    [InlineData("bank", "gateway", 1)]
    public void A_manifest_is_known_by_kind_namespace_and_name(string space, string name, int exit)
    {
        _folder.With("deploy/a.yaml", ConfigMap("shop", "gateway")).Run("check", "deploy", "--write-baseline", "known.json");
        _folder.With("deploy/a.yaml", ConfigMap(space, name));
        Assert.Equal(exit, Check().Exit);
    }

    [Fact]
    public void Two_manifests_of_one_name_in_two_namespaces_are_two_findings()
    {
        _folder.With("deploy/a.yaml", ConfigMap("shop", "gateway")).Run("check", "deploy", "--write-baseline", "known.json");
        _folder.With("deploy/a.yaml", $"{ConfigMap("bank", "gateway")}---\n{ConfigMap("shop", "gateway")}");
        var run = Check();
        Assert.Equal(1, run.Exit);
        Assert.Contains("(data of ConfigMap bank/gateway)", run.Output);
        Assert.DoesNotContain("shop/gateway", run.Output);
    }

    // The entry is a file of its own, so a document of it is one as at the top of a file.
    [Fact]
    public void A_document_inside_a_manifest_is_still_known_when_another_comes_after_it()
    {
        const string entry = "  config.yaml: |\n    Gateway: { Registration: { Enabled: true } }\n";
        const string map = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: gateway }\ndata:\n" + entry;
        _folder.With("deploy/a.yaml", map).Run("check", "deploy", "--write-baseline", "known.json");
        _folder.With("deploy/a.yaml", map + "    ---\n    Other: 1\n");
        Assert.Equal(0, Check().Exit);
    }

    [Fact]
    public void Findings_of_one_identity_are_counted_so_that_one_more_is_new()
    {
        const string document = "Gateway: { Registration: { Enabled: true } }\n";
        _folder.With("deploy/a.yaml", $"{document}---\n{document}").Run("check", "deploy", "--write-baseline", "known.json");
        Assert.Equal(0, Check().Exit);
        Assert.Contains("\"count\": 2", _folder.Read("known.json"));

        _folder.With("deploy/a.yaml", $"{document}---\n{document}---\n{document}");
        var run = Check();
        Assert.Equal(1, run.Exit);
        Assert.EndsWith("2 files checked: 1 violation of 1 decision, 3 known to the baseline.\n", run.Output);
    }

    [Fact]
    public void The_file_says_what_it_accepts_and_no_value()
    {
        _folder.With("deploy/a.json", """{ "Gateway:Registration:Endpoint": "hunter2" }""").Run("check", "deploy", "--write-baseline", "known.json");
        var text = _folder.Read("known.json");
        Assert.Contains("\"key\": \"Gateway:Registration:Endpoint\"", text);
        Assert.DoesNotContain("hunter2", text);
    }

    [Fact]
    public void It_is_not_configuration_itself_even_if_it_is_named()
    {
        Assert.Equal("1 file checked: no violations, 1 known to the baseline.\n", _folder.Run("check", ".", "--baseline", "known.json").Output);
        Assert.Equal("1 file checked: no violations, 1 known to the baseline.\n",
            _folder.Run("check", "deploy/a.json", "known.json", "--baseline", "known.json").Output);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "version": 2 }""")]
    [InlineData("""{ "version": 2, "root": "." }""")]
    [InlineData("""{ "version": 2, "root": ".", "findings": [ {} ] }""")]
    [InlineData("""{ "version": 2, "root": ".", "findings": [ { "fingerprint": "a", "count": "x" } ] }""")]
    [InlineData("""{ "version": 2, "root": ".", "findings": [ { "fingerprint": "a", "count": 1 }, { "fingerprint": "a", "count": 1 } ] }""")]
    [InlineData("""{ "version": 2, "root": "\u0000", "findings": [] }""")]
    public void What_is_not_a_baseline_is_an_error(string text)
    {
        _folder.With("known.json", text);
        var run = Check();
        Assert.Equal(2, run.Exit);
        Assert.Contains("'known.json' is not a baseline. Write it again with --write-baseline.", run.Error);
    }

    [Fact]
    public void A_baseline_of_an_older_version_is_refused_with_what_to_do() => Assert.Equal(
        "decisions: 'known.json' has version 1 of the baseline format; this command reads version 2. Write it again with --write-baseline.\n",
        _folder.With("known.json", """{ "version": 1, "findings": [] }""").Run("check", "deploy", "--baseline", "known.json").Error);

    [Fact]
    public void A_baseline_that_does_not_exist_is_an_error() =>
        Assert.Contains("There is no baseline", _folder.Run("check", "--baseline", "nowhere.json").Error);

    [Fact]
    public void A_file_that_cannot_be_read_is_in_no_baseline()
    {
        var run = _folder.With("broken.json", "{").Run("check", "broken.json", "deploy", "--write-baseline", "known.txt");
        Assert.Equal(1, run.Exit);
        Assert.DoesNotContain("broken.json", _folder.Read("known.txt"));
    }
}
