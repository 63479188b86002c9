namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Files that .NET does not read, but that a deployment consists of, from the command to the report.</summary>
public sealed class DeploymentFormatTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("application.properties", "gateway.registration.enabled=true", "1:30")]
    [InlineData("Dockerfile", "FROM x\nENV Gateway__Registration__Enabled=true", "2:36")]
    [InlineData("gateway.service", "[Service]\nEnvironment=\"Gateway__Registration__Enabled=true\"", "2:45")]
    [InlineData("gateway.service.d/env.conf", "[Service]\nEnvironment=Gateway__Registration__Enabled=true", "2:44")]
    [InlineData("prod.tfvars", "settings = {\n  Gateway__Registration__Enabled = true\n}", "2:36 (settings)")]
    [InlineData("main.tf", "locals {\n  app_settings = { \"Gateway__Registration__Enabled\" = \"true\" }\n}", "2:55 (app_settings of locals)")]
    [InlineData(".env.example", "Gateway__Registration__Enabled: true", "1:33")]
    [InlineData("gateway.env.sample", "Gateway__Registration__Enabled=true#note", "1:32")]
    public void A_violation_is_found_by_the_name_of_the_file(string file, string text, string place)
    {
        var run = _folder.With(file, text).Run("check");
        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains($" --> {file}:{place}\n", run.Output);
        Assert.EndsWith("\n1 file checked: 1 violation of 1 decision.\n", run.Output);
    }

    [Theory]
    [InlineData("properties", "gateway.registration.enabled=true")]
    [InlineData("dockerfile", "ENV Gateway__Registration__Enabled=true")]
    [InlineData("systemd", "[Service]\nEnvironment=Gateway__Registration__Enabled=true")]
    [InlineData("terraform", "settings = { Gateway__Registration__Enabled = true }")]
    [InlineData("env", "Gateway__Registration__Enabled=true")]
    public void A_format_can_be_named(string format, string text)
    {
        Assert.Equal(1, _folder.WithInput(text).Run("check", "-", "--as", format).Exit);
        Assert.Equal(1, _folder.With("gateway.variables", text).Run("check", "gateway.variables", "--as", format).Exit);
    }

    [Theory]
    [InlineData("a.properties", "Gateway.AuthorizationServers[0].p = hunter2\n# hunter2\nx=hunter2\\u")]
    [InlineData("Dockerfile", "FROM x\nENV X=hunter2 GATEWAY__AUTHORIZATIONSERVERS__0__P=hunter2 Y=hunter2\nENV A=1 hunter2\nENV B='hunter2")]
    [InlineData("Dockerfile", "FROM x\nARG S=hunter2\nENV GATEWAY__AUTHORIZATIONSERVERS__0__P=$S")]
    [InlineData("a.service", "[Service]\nEnvironment=X=hunter2 GATEWAY__AUTHORIZATIONSERVERS__0__P=hunter2 \"Y=hunter2\nEnvironment=hunter2\\q")]
    [InlineData("a.tf", "locals {\n  a = { X = \"hunter2\", Gateway__AuthorizationServers__0__P = \"hunter2\" } # hunter2\n  hunter2\n}")]
    [InlineData("a.tfvars", "Gateway = { AuthorizationServers = [{ p = \"hunter2\" }] }\n\"hunter2\"\na = <<hunter2\n")]
    [InlineData("a.env", "GATEWAY__AUTHORIZATIONSERVERS__0__P: hunter2 #hunter2\nhunter2 hunter2")]
    public void No_value_is_shown(string file, string text)
    {
        _folder.WithRecord("0002-sections", """
            status: accepted
            rules:
              - { configuration: "Gateway:AuthorizationServers:*", forbid: { present: true } }
            """).With(file, text);
        foreach (var format in new[] { "text", "json", "sarif", "junit", "github" })
        {
            var run = _folder.Run("check", "--format", format, "--write-baseline", "known.txt");
            Assert.Contains("ADR-0002", run.Output);
            Assert.DoesNotContain("hunter2", run.Output + run.Error + _folder.Read("known.txt"));
        }
    }

    [Fact]
    public void Stages_that_set_the_same_are_one_violation_at_one_place()
    {
        var run = _folder.With("Dockerfile", "FROM x AS a\nENV Gateway__Registration__Enabled=true\nFROM a AS b\nENV X=1").Run("check");
        Assert.EndsWith("\n1 file checked: 1 violation of 1 decision.\n", run.Output);
    }

    [Fact]
    public void The_environment_of_a_stage_is_that_in_which_it_is_judged()
    {
        _folder.WithRecord("0002-staging", """
            status: accepted
            rules:
              - { configuration: Gateway:Debug, forbid: true, environments: [Staging] }
            """);
        Assert.Equal(1, _folder.With("Dockerfile", "FROM x AS a\nENV DOTNET_ENVIRONMENT=Staging\nFROM a\nENV Gateway__Debug=true").Run("check").Exit);
        Assert.Equal(0, _folder.With("Dockerfile", "FROM x AS a\nENV DOTNET_ENVIRONMENT=Staging\nFROM x\nENV DOTNET_ENVIRONMENT=Test Gateway__Debug=true")
            .Run("check").Exit);
    }
}
