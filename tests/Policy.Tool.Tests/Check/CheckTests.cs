namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>What is found, and how a person reads it.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_broken_decision_is_shown_at_its_line_with_all_that_one_needs_to_know()
    {
        var run = _folder.With("deploy/appsettings.json", GatewayFolder.Enabled).Run("check", "deploy");
        Assert.Equal(1, run.Exit);
        Assert.Equal(
            """
            error[ADR-0001]: Gateway:Registration:Enabled = true, which must not be true
             --> deploy/appsettings.json:4:18
              |
            4 |       "Enabled": true
              |                  ^^^^ It serves an RFC 7591 registration endpoint.
              |
              = decision: No DCR in the Registry (accepted 2026-08-02)
              = because: Running a registration server costs us storage.
              = instead: Register the client in the upstream IdP.
              = allowed: Delegated registration.
              = read: docs/adr/0001-no-dcr.md
              = change: Supersede the record; revisit by 2027-08-02.

            1 file checked: 1 violation of 1 decision.

            """,
            run.Output,
            ignoreLineEndingDifferences: true);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Where_nothing_is_broken_the_command_says_so()
    {
        var run = _folder.With("appsettings.json", """{ "Gateway": { "Registration": { "Enabled": false } } }""").Run("check");
        Assert.Equal((0, "1 file checked: no violations.\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Theory]
    [InlineData("""{ "Gateway:Registration:Endpoint": "hunter2" }""")]
    [InlineData("""{ "Password": "hunter2", "Gateway:Registration:Enabled": true, "Key": "hunter2" }""")]
    [InlineData("""{ "Gateway": { "AuthorizationServers": [ "https://gateway.example/hunter2" ] } }""")]
    [InlineData("""{ "Gateway": { "AuthorizationServers": [ "hunter2", "https://gateway.example/a", "hunter2" ] } }""")]
    [InlineData("{ \"Gateway:Registration:Endpoint\":\n \"hunter2\" }")]
    [InlineData("{ \"Gateway:Registration:Enabled\": true } hunter2")]
    [InlineData("{ \"Gateway\": { \"Registration\": { \"Endpoint\": { \"Url\": \"hunter2\" } } } }")]
    [InlineData("{ \"hunter2: \" }")]
    public void No_value_is_shown_but_the_records_own(string settings)
    {
        _folder.With("appsettings.json", settings);
        _folder.With("more.json", GatewayFolder.Enabled);
        foreach (var format in new[] { "text", "json", "sarif", "junit", "github" })
        {
            var run = _folder.Run("check", "--format", format);
            Assert.Equal(1, run.Exit);
            Assert.DoesNotContain("hunter2", run.Output + run.Error);
        }
    }

    [Theory]
    [InlineData(
        "a.json",
        "{ \"Gateway\": { \"AuthorizationServers\": [ { \"p\": \"hunter2\" } ], \"None\": { /* hunter2 */ }, \"Empty\": [ /* hunter2 */ ] } }")]
    [InlineData("a.yaml", "Gateway: { AuthorizationServers: [ { p: hunter2 }, 1: hunter2, [hunter2] ] }")]
    [InlineData("a.yaml", "Gateway:\n  AuthorizationServers:\n    - p: hunter2\n    - - hunter2\n    - { p: hunter2 }\n    - [hunter2]")]
    [InlineData("a.yaml", "Gateway:\n  Empty: \"\" # hunter2\n  None: | # hunter2\n    none\n  AuthorizationServers:\n    - a: hunter2")]
    [InlineData("a.toml", "[Gateway]\nAuthorizationServers = [ { p = \"hunter2\" }, [\"hunter2\"] ]")]
    [InlineData("a.ini", "[Gateway]\nAuthorizationServers:0:p = hunter2")]
    [InlineData("a.env", "GATEWAY__AUTHORIZATIONSERVERS__0__P=hunter2")]
    [InlineData("a.xml", "<r><Gateway><AuthorizationServers Name=\"a\"><p>hunter2</p></AuthorizationServers><Empty><!-- hunter2 --></Empty></Gateway></r>")]
    public void No_comment_and_nothing_in_a_section_is_shown(string file, string settings)
    {
        _folder.WithRecord("0002-sections", """
            status: accepted
            rules:
              - { configuration: "Gateway:AuthorizationServers:*", forbid: { present: true } }
              - { configuration: Gateway:None, forbid: [null, none] }
              - { configuration: Gateway:Empty, forbid: "" }
            """).With(file, settings);
        foreach (var format in new[] { "text", "json", "sarif", "junit", "github" })
        {
            var run = _folder.Run("check", "--format", format, "--write-baseline", "known.txt");
            Assert.Contains("ADR-0002", run.Output);
            Assert.DoesNotContain("hunter2", run.Output + run.Error + _folder.Read("known.txt"));
        }
    }

    [Theory]
    [InlineData("<r><Gateway>\n<Registration Enabled=\"true\" Url=\"hunter2\" />\n</Gateway></r>", "…Enabled=\"true\"…", "          ^^^^")]
    [InlineData("<r><Gateway>\n<Registration Enabled='true' />\n</Gateway></r>", "…Enabled='true' />", "          ^^^^")]
    [InlineData("<r><Gateway><Registration>\n  <Enabled>true</Enabled>\n</Registration></Gateway></r>", "  <Enabled>true</Enabled>", "           ^^^^")]
    [InlineData(
        "<r><Gateway><Registration>\n  <Enabled>true</Enabled><Url>hunter2</Url>\n</Registration></Gateway></r>",
        "  <Enabled>true…",
        "           ^^^^")]
    [InlineData(
        "<c><appSettings>\n<add key=\"Gateway:Registration:Enabled\" value=\"true\"/>\n</appSettings></c>",
        "…\"Gateway:Registration:Enabled\" value=\"true\"/>",
        "                                       ^^^^")]
    public void In_XML_a_name_and_a_value_are_shown_with_what_is_around_them(string settings, string line, string marks)
    {
        var run = _folder.With("a.xml", settings).Run("check");
        Assert.Contains($"\n2 | {line}\n  | {marks} It serves", run.Output);
        Assert.DoesNotContain("hunter2", run.Output);
    }

    [Fact]
    public void Each_key_of_a_file_that_is_encoded_or_quoted_in_a_manifest_is_found()
    {
        _folder.WithRecord("0002-servers", "status: accepted\nrules:\n  - { configuration: \"Servers:*:Debug\", forbid: true }");
        const string Settings = """{ "Servers": { "a": { "Debug": true }, "b": { "Debug": true } } }""";
        _folder.With("deploy/a.yaml",
            $"apiVersion: v1\nkind: Secret\ndata:\n  a.json: {Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Settings))}\n"
                + $"---\napiVersion: v1\nkind: ConfigMap\ndata:\n  a.json: '{Settings}'\n");
        var run = _folder.Run("check", "deploy", "-f", "github");
        Assert.Equal(["Servers:a:Debug", "Servers:b:Debug", "Servers:a:Debug", "Servers:b:Debug"],
            run.Output.Split("rejects ").Skip(1).Select(message => message.Split(' ')[0]));
    }

    [Fact]
    public void A_section_is_shown_by_its_key()
    {
        Assert.Contains("\n1 | \"Gateway:Registration:Endpoint\"…\n  | ^^^",
            _folder.With("a.json", "{ }").With("a.yaml", "\"Gateway:Registration:Endpoint\": { Url: hunter2 }").Run("check").Output);
        Assert.Contains("\n1 | GATEWAY__REGISTRATION__ENDPOINT__URL…\n  | ^^^",
            _folder.With("a.yaml", "").With("a.env", "GATEWAY__REGISTRATION__ENDPOINT__URL=hunter2").Run("check").Output);
    }

    [Fact]
    public void A_file_of_one_line_can_have_a_hundred_thousand_findings()
    {
        var servers = string.Join(',', Enumerable.Repeat("\"https://gateway.example/a\"", 100_000));
        var run = _folder.With("a.json", $$"""{ "Gateway": { "AuthorizationServers": [{{servers}}] } }""").Run("check");
        Assert.EndsWith("1 file checked: 100000 violations of 1 decision.\n", run.Output);
    }

    [Fact]
    public void Another_spelling_of_a_forbidden_value_is_found_and_not_repeated()
    {
        var run = _folder.With("appsettings.json", """{ "gateway:REGISTRATION:enabled": " YES " }""").Run("check");
        Assert.Equal(1, run.Exit);
        Assert.Contains("= true (in another spelling), which must not be true", run.Output);
        Assert.DoesNotContain("YES", run.Output);
    }

    [Fact]
    public void A_file_for_an_environment_is_judged_with_the_file_that_it_is_merged_with()
    {
        _folder.With("appsettings.json", GatewayFolder.Enabled).With("appsettings.Production.json", """{ "Gateway:Registration:Enabled": false }""");
        Assert.Equal(0, _folder.Run("check", "--environment", "Production").Exit);
        var staging = _folder.Run("check", "--environment", "Staging");
        Assert.Equal(1, staging.Exit);
        Assert.Contains("--> appsettings.json:4:18", staging.Output);
    }

    [Fact]
    public void A_rule_for_one_environment_is_judged_in_that_environment_alone()
    {
        _folder.WithRecord("0002-debug", "status: accepted\nrules:\n  - { configuration: Debug, forbid: true, environments: [Production] }");
        _folder.With("appsettings.json", """{ "Debug": true }""");
        Assert.Equal(0, _folder.Run("check", "-e", "Staging").Exit);
        Assert.Equal(1, _folder.Run("check", "-e", "production").Exit);
        Assert.Contains("which must not be true in Production\n", _folder.With("appsettings.Staging.json", "{}").Run("check").Output);
    }

    [Fact]
    public void A_proposed_decision_warns_and_fails_nothing()
    {
        _folder.WithRecord("0002-debug", "status: proposed\nrules:\n  - { configuration: Debug, forbid: true }").With("a.json", """{ "Debug": true }""");
        var run = _folder.Run("check");
        Assert.Equal(0, run.Exit);
        Assert.Contains("warning[ADR-0002]: Debug = true", run.Output);
        Assert.Contains("= change: Change the record before it is accepted.", run.Output);
        Assert.EndsWith("1 file checked: no violations, 1 warning from proposed decisions.\n", run.Output);
    }

    [Fact]
    public void A_waiver_holds_until_its_last_day_and_is_still_reported()
    {
        _folder.WithRecord("0002-debug",
            "status: accepted\nrules:\n  - { configuration: Debug, forbid: true }\n"
                + "waivers:\n  - { rule: Debug, until: 2026-12-31, because: One client migrates. }")
            .With("a.json", """{ "Debug": true }""");
        var during = _folder.On("2026-12-31").Run("check");
        Assert.Equal(0, during.Exit);
        Assert.Contains("info[ADR-0002]", during.Output);
        Assert.Contains("= waived: until 2026-12-31: One client migrates.", during.Output);
        var after = _folder.On("2027-01-01").Run("check");
        Assert.Equal(1, after.Exit);
        Assert.Contains("= waiver: expired on 2026-12-31", after.Output);
    }

    [Fact]
    public void What_is_waived_in_one_environment_is_broken_in_another()
    {
        _folder.WithRecord("0002-debug",
            "status: accepted\nrules:\n  - { configuration: Debug, forbid: true }\n"
                + "waivers:\n  - { rule: Debug, environments: [Development], until: 2026-12-31, because: One client migrates. }")
            .With("a.json", """{ "Debug": true }""");
        var run = _folder.Run("check");
        Assert.Equal(1, run.Exit);
        Assert.Contains("error[ADR-0002]: Debug = true, which must not be true (in Production and any other environment)\n", run.Output);
        Assert.Contains("info[ADR-0002]: Debug = true, which must not be true (in environment Development)\n", run.Output);
    }

    [Fact]
    public void What_is_waived_under_one_key_is_broken_under_another_that_an_alias_gives_the_same_value()
    {
        _folder.WithRecord("0002-debug",
            "status: accepted\nrules:\n  - { configuration: \"*:Debug\", forbid: true }\n"
                + "waivers:\n  - { rule: \"*:Debug\", key: \"A:Debug\", until: 2026-12-31, because: One client migrates. }")
            .With("a.yaml", "A: { Debug: &on true }\nB: { Debug: *on }");
        var run = _folder.Run("check");
        Assert.Equal(1, run.Exit);
        Assert.Contains("error[ADR-0002]: B:Debug = true", run.Output);
    }

    [Fact]
    public void What_was_said_of_a_decision_once_is_not_said_again()
    {
        var run = _folder.With("a.json", GatewayFolder.Enabled).With("b.json", GatewayFolder.Enabled).Run("check");
        Assert.Equal(2, run.Output.Split("error[ADR-0001]").Length - 1);
        Assert.Single(run.Output.Split('\n'), line => line.Contains("= because:", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_a_configuration_moves_no_cursor()
    {
        var run = _folder.With("a.json", """{ "Gateway": { "AuthorizationServers": { "\u001b[2J\u0007": "https://gateway.example/" } } }""").Run("check");
        Assert.Equal(1, run.Exit);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotContain('\u0007', run.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    public void Any_key_can_be_reported(string format)
    {
        var run = _folder.With("a.json", """{ "Gateway": { "AuthorizationServers": { "\u202e \u0000 ]]> \" %": "https://gateway.example/" } } }""")
            .Run("check", "-f", format, "--write-baseline", "known.json");
        Assert.Equal(0, run.Exit);
        Assert.Contains("AuthorizationServers", run.Output);
        Assert.DoesNotContain('\u202e', run.Output);
        Assert.DoesNotContain('\0', run.Output);
    }

    [Fact]
    public void There_are_colours_on_a_terminal_and_not_with_NO_COLOR()
    {
        _folder.With("a.json", GatewayFolder.Enabled).OnTerminal();
        Assert.Contains("\u001b[1;31merror[ADR-0001]", _folder.Run("check").Output);
        Assert.DoesNotContain('\u001b', _folder.WithVariable("NO_COLOR", "1").Run("check").Output);
    }

    [Fact]
    public void Results_are_in_the_same_order_however_many_files_are_judged_side_by_side()
    {
        for (var i = 0; i < 200; i++) _folder.With($"deploy/{i:000}/settings.json", GatewayFolder.Enabled);
        var first = _folder.Run("check", "-f", "github").Output;
        Assert.Equal(200, first.Split("::error").Length - 1);
        Assert.Equal(first.Split('\n').Take(200).Order(StringComparer.Ordinal), first.Split('\n').Take(200));
        Assert.Equal(first, _folder.Run("check", "-f", "github").Output);
    }
}
