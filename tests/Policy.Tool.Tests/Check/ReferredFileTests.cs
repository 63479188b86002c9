namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A file that a configuration file refers to is read with it, as the program would read it.</summary>
public sealed class ReferredFileTests : IDisposable
{
    private const string On = "Gateway__Registration__Enabled=true\n";
    private const string Unit = "[Service]\nExecStart=/app/g\n";

    private readonly ToolFolder _folder = GatewayFolder.Create()
        .WithRecord("0002-staging", "status: accepted\nrules:\n  - { configuration: \"Gateway:Debug\", forbid: true, environments: [Staging] }");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("compose.yaml", "services: { g: { env_file: gateway.variables } }", "gateway.variables")]
    [InlineData("compose.yaml", "services: { g: { env_file: [ { path: ./x/gateway.variables } ] } }", "x/gateway.variables")]
    [InlineData("x/compose.json", "{ \"services\": { \"g\": { \"env_file\": [ \"../gateway.variables\" ] } } }", "gateway.variables")]
    [InlineData("g.service", Unit + "EnvironmentFile=gateway.variables", "gateway.variables")]
    [InlineData("g.service", Unit + "EnvironmentFile=-/etc/gateway", "etc/gateway")]
    [InlineData("etc/systemd/system/g.service", Unit + "EnvironmentFile=/etc/default/gateway", "etc/default/gateway")]
    public void Variables_in_a_file_are_those_of_the_process(string file, string text, string other)
    {
        var run = _folder.With(".git/HEAD", "").With(file, text).With(other, "# the gateway\n" + On).Run("check", file);

        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains($" --> {other}:2:32", run.Output);
        Assert.EndsWith("\n1 file checked: 1 violation of 1 decision.\n", run.Output);
    }

    [Theory]
    [InlineData("services: { g: { env_file: a.variables, environment: { Gateway__Registration__Enabled: \"false\" } } }", 0)]
    [InlineData("services: { g: { env_file: [ a.variables, b.variables ] } }", 0)]
    [InlineData("services: { g: { env_file: [ b.variables, a.variables ] } }", 1)]
    [InlineData("services: { g: { env_file: a.variables, command: [ /app/g, --Gateway:Registration:Enabled=false ] } }", 0)]
    public void What_is_nearer_to_the_process_wins(string text, int exit) => Assert.Equal(
        exit,
        _folder.With("compose.yaml", text).With("a.variables", On).With("b.variables", On.Replace("true", "false", StringComparison.Ordinal))
            .Run("check", "compose.yaml").Exit);

    [Theory]
    [InlineData("Environment=Gateway__Registration__Enabled=false\nEnvironmentFile=a.variables", 1)]
    [InlineData("EnvironmentFile=a.variables\nEnvironment=Gateway__Registration__Enabled=false", 1)]
    [InlineData("EnvironmentFile=a.variables\nEnvironmentFile=", 0)]
    [InlineData("EnvironmentFile=a.variables\nExecStart=\nExecStart=/app/g --Gateway:Registration:Enabled=false", 0)]
    [InlineData("EnvironmentFile=b.variables\nExecStart=\nExecStart=/app/g --Gateway:Registration:Enabled=${ON}", 1)]
    public void The_files_of_a_unit_win_over_its_variables_and_arguments_over_both(string text, int exit) => Assert.Equal(
        exit, _folder.With("g.service", Unit + text).With("a.variables", On).With("b.variables", "ON=true").Run("check", "g.service").Exit);

    [Fact]
    public void The_environment_in_a_file_is_that_of_the_process()
    {
        _folder.With("compose.yaml", "services: { g: { env_file: a.variables, environment: { Gateway__Debug: \"true\" } } }");

        Assert.Equal(1, _folder.With("a.variables", "ASPNETCORE_ENVIRONMENT=Staging").Run("check", "compose.yaml").Exit);
        Assert.Equal(0, _folder.With("a.variables", "ASPNETCORE_ENVIRONMENT=Test").Run("check", "compose.yaml").Exit);
        Assert.Equal(0, _folder.With("a.variables", "ASPNETCORE_ENVIRONMENT=Staging\nDOTNET_ENVIRONMENT=Test").Run("check", "compose.yaml").Exit);
    }

    [Theory]
    [InlineData("services: { g: { env_file: gateway.env } }")]
    [InlineData("services: { g: { env_file: gateway.env }, h: { env_file: gateway.env } }")]
    public void What_is_judged_by_itself_as_well_is_one_violation_and_one_placeholder(string text)
    {
        _folder.With("compose.yaml", text).With("gateway.env", On + "Gateway__AuthorizationServers__0=$A\n");
        foreach (var paths in new[] { "--exclude docs", "gateway.env compose.yaml", "compose.yaml gateway.env" })
        {
            var run = _folder.Run(["check", .. paths.Split(' ')]);
            Assert.EndsWith("2 files checked: 1 violation of 1 decision.\nNot judged: 1 placeholder.\n", run.Output);
        }
    }

    [Theory]
    [InlineData("g.service", Unit + "EnvironmentFile=gateway.variables", "EnvironmentFile gateway.variables")]
    [InlineData("g.service", Unit + "EnvironmentFile=/etc/gateway.env", "EnvironmentFile gateway.env")]
    [InlineData("g.service", Unit + "EnvironmentFile=/etc/passwd", "EnvironmentFile passwd")]
    [InlineData("g.service", Unit + "EnvironmentFile=../../../../../../etc/passwd", "EnvironmentFile passwd")]
    [InlineData("g.service", Unit + "EnvironmentFile=/run/%n", "EnvironmentFile …")]
    [InlineData("web.config", "<c><appSettings file=\"secret.config\" /></c>", "appSettings file secret.config")]
    [InlineData("web.config", "<c><connectionStrings configSource=\"db.config\" /></c>", "configSource db.config")]
    public void What_is_not_there_is_named(string file, string text, string named)
    {
        var run = _folder.With(file, text).Run("check", file);

        Assert.Equal(0, run.Exit);
        Assert.Contains($"Not judged: 1 file that another refers to and that is not here ({named}).\n", run.Output);
        Assert.Equal(1, _folder.Run("check", file, "--strict").Exit);
    }

    [Fact]
    public void A_fault_is_in_the_file_that_has_it()
    {
        _folder.With("compose.yaml", "services: { g: { env_file: a.variables } }").With("a.variables", "A=1\nhunter2 hunter2\n");

        var run = _folder.Run("check", "compose.yaml");

        Assert.Equal(1, run.Exit);
        Assert.Contains("a.variables:2:1", run.Output);
        Assert.DoesNotContain("hunter2", run.Output + run.Error);
    }

    [Theory]
    [InlineData("<appSettings file=\"x\\more.config\"><add key=\"Gateway:Registration:Enabled\" value=\"false\" /></appSettings>", 1)]
    [InlineData("<appSettings configSource=\"x/more.config\" />", 1)]
    [InlineData("<location path=\".\"><appSettings configSource=\"x/more.config\" /></location>", 1)]
    [InlineData("<appSettings file=\"x/less.config\"><add key=\"Gateway:Registration:Enabled\" value=\"true\" /></appSettings>", 0)]
    [InlineData("<connectionStrings configSource=\"x/more.config\" />", 0)]
    public void Settings_in_another_file_are_those_of_the_program(string element, int exit)
    {
        _folder.With("x/more.config", "<appSettings>\n  <add key=\"Gateway:Registration:Enabled\" value=\"true\" />\n</appSettings>")
            .With("x/less.config", "<appSettings><clear /></appSettings>");

        var run = _folder.With("web.config", $"<configuration>{element}</configuration>").Run("check", "web.config");

        Assert.Equal((exit, ""), (run.Exit, run.Error));
        if (exit == 1) Assert.Contains(" --> x/more.config:2:50", run.Output);
    }

    [Fact]
    public void A_link_that_leads_elsewhere_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, links need a privilege.");
        using var elsewhere = new ToolFolder().With("a.variables", On);
        _folder.With("deploy/compose.yaml", "services: { g: { env_file: [here.variables] } }").With("deploy/real.variables", On);
        File.CreateSymbolicLink(_folder.Full("deploy/here.variables"), "real.variables");
        Assert.Equal(1, _folder.Run("check", "deploy/compose.yaml").Exit);

        File.Delete(_folder.Full("deploy/here.variables"));
        File.CreateSymbolicLink(_folder.Full("deploy/here.variables"), elsewhere.Full("a.variables"));
        var run = _folder.Run("check", "deploy/compose.yaml");
        Assert.Equal(0, run.Exit);
        Assert.Contains("Not judged", run.Output);
    }

    [Fact]
    public void A_file_that_very_many_refer_to_has_a_limit()
    {
        _folder.With("a.variables", string.Concat(Enumerable.Range(0, 2_000).Select(i => $"A{i}=1\n")))
            .With("compose.yaml", "services:\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"  s{i}: {{ env_file: a.variables }}\n")));

        Assert.Contains("Processes read more than 100000 variables from files, which is the limit.", _folder.Run("check", "compose.yaml").Output);
    }

    [Fact]
    public void A_layer_has_what_it_refers_to()
    {
        _folder.With("appsettings.json", GatewayFolder.Enabled).With("compose.yaml", "services: { g: { env_file: a.variables }, h: { env_file: b.variables } }")
            .With("a.variables", On.Replace("true", "false", StringComparison.Ordinal)).With("b.variables", "X=1");

        Assert.Equal(0, _folder.Run("check", "--layer", "appsettings.json", "compose.yaml#g").Exit);
        Assert.Equal(1, _folder.Run("check", "--layer", "appsettings.json", "compose.yaml#h").Exit);
    }
}
