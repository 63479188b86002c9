namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Files are judged as each environment loads them, and as one that has no file of its own does.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private const string On = """{ "Gateway": { "Registration": { "Enabled": true } } }""";
    private const string Off = """{ "Gateway": { "Registration": { "Enabled": false } } }""";

    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_only_one_environment_mends_is_broken_in_any_other()
    {
        var run = _folder.With("appsettings.json", On).With("appsettings.Production.json", Off).Run("check");

        Assert.Equal(1, run.Exit);
        Assert.Contains("Gateway:Registration:Enabled = true, which must not be true (in any other environment)\n", run.Output);
    }

    [Fact]
    public void What_every_environment_mends_that_is_asked_for_is_kept() =>
        Assert.Equal(0, _folder.With("appsettings.json", On).With("appsettings.Production.json", Off).Run("check", "--environment", "Production").Exit);

    [Fact]
    public void What_is_broken_everywhere_names_no_environment() =>
        Assert.Contains("which must not be true\n", _folder.With("appsettings.json", On).With("appsettings.Production.json", "{}").Run("check").Output);

    [Fact]
    public void A_rule_for_one_environment_says_nothing_of_others()
    {
        _folder.WithRecord("0002-level", "status: accepted\nrules:\n  - { configuration: \"Level\", forbid: debug, environments: [Production] }");

        _folder.With("appsettings.json", """{ "Level": "debug" }""").With("appsettings.Production.json", """{ "Level": "info" }""");

        Assert.Equal(0, _folder.Run("check").Exit);
    }

    [Theory]
    [InlineData("\"\"", "is empty")]
    [InlineData("null", "is null")]
    public void A_required_key_that_is_set_to_nothing_is_reported_where_it_is_set(string value, string what)
    {
        _folder.WithRecord("0002-audience", "status: accepted\nrules:\n  - { configuration: Audience, require: { present: true } }");

        var run = _folder.With("appsettings.json", $"{{ \"Audience\": {value} }}").Run("check");

        Assert.Equal(1, run.Exit);
        Assert.Contains($"error[ADR-0002]: Audience, which {what}", run.Output);
        Assert.Contains("--> appsettings.json:1:15", run.Output);
    }

    [Fact]
    public void Files_in_a_manifest_are_merged_as_files_beside_each_other_are()
    {
        var run = _folder.With("configmap.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: gateway }
            data:
              appsettings.json: |
                { "Gateway": { "Registration": { "Enabled": true } } }
              appsettings.Production.json: |
                { "Gateway": { "Registration": { "Enabled": false } } }
            """).Run("check", "--environment", "Production");

        Assert.Equal(0, run.Exit);
        Assert.Contains("(in any other environment)\n", _folder.Run("check").Output);
    }

    [Fact]
    public void Those_of_two_manifests_are_not() => Assert.Equal(1, _folder.With("configmap.yaml", """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: a }
        data:
          appsettings.json: |
            { "Gateway": { "Registration": { "Enabled": true } } }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: b }
        data:
          appsettings.Production.json: |
            { "Gateway": { "Registration": { "Enabled": false } } }
        """).Run("check", "--environment", "Production").Exit);
}
