namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Files that are merged in a given order, and are all that a deployment is configured by.</summary>
public sealed class LayerTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create()
        .WithRecord("0002-logs", "status: accepted\nrules:\n  - { configuration: \"Logging:Format\", require: [json, logfmt] }");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_later_layer_wins()
    {
        _folder.With("a.json", GatewayFolder.Enabled).With("b.json", """{ "Gateway:Registration:Enabled": false, "Logging:Format": "json" }""");
        Assert.Equal(0, _folder.Run("check", "--layer", "a.json", "b.json").Exit);
        var reversed = _folder.Run("check", "--layer", "b.json", "--layer", "a.json");
        Assert.Equal(1, reversed.Exit);
        Assert.Contains("--> a.json:4:18", reversed.Output);
    }

    [Fact]
    public void A_layer_that_is_named_twice_is_merged_where_it_is_named_last()
    {
        _folder.With("on.json", GatewayFolder.Enabled).With("off.json", """{ "Gateway:Registration:Enabled": false }""");
        Assert.DoesNotContain("Registration:Enabled", _folder.Run("check", "--layer", "off.json", "on.json", "off.json").Output);
        Assert.Contains("Registration:Enabled = true", _folder.Run("check", "--layer", "on.json", "off.json", "on.json").Output);
    }

    [Fact]
    public void A_key_that_is_missing_in_all_layers_breaks_what_is_required()
    {
        var run = _folder.With("a.json", "{}").With("b.json", "{}").Run("check", "--layer", "a.json", "b.json");
        Assert.Equal(1, run.Exit);
        Assert.Contains("error[ADR-0002]: Logging:Format, which is not set and must be one of json, logfmt", run.Output);
        Assert.Contains("--> b.json:1:1", run.Output);
    }

    [Fact]
    public void Each_key_that_is_missing_under_a_wildcard_is_a_finding()
    {
        _folder.WithRecord("0003-audience", "status: accepted\nrules:\n  - { configuration: \"Clients:*:Audience\", require: { present: true } }");
        var clients = """{ "Logging:Format": "json", "Clients": { "A": { "Id": 1 }, "B": { "Id": 2 }, "C": { "Id": 3 } } }""";
        var run = _folder.With("a.json", clients).Run("check", "--layer", "a.json");
        Assert.All(new[] { "A", "B", "C" }, client => Assert.Contains($"Clients:{client}:Audience", run.Output));
        Assert.EndsWith("3 violations of 1 decision.\n", run.Output);
    }

    [Fact]
    public void A_key_that_is_missing_in_a_file_by_itself_may_be_set_elsewhere() =>
        Assert.Equal(0, _folder.With("a.json", "{}").Run("check", "a.json").Exit);

    [Fact]
    public void With_a_layer_that_cannot_be_read_nothing_else_is_claimed()
    {
        var run = _folder.With("a.json", "{").With("b.json", "{}").Run("check", "--layer", "a.json", "b.json");
        Assert.Equal(2, run.Exit);
        Assert.Contains("error[unreadable]: The file ends before its '}'. The other layer was not checked because of this: b.json.\n", run.Output);
        Assert.EndsWith("Nothing was checked: none of the 2 files could be checked.\n", run.Output);
        Assert.DoesNotContain("ADR-0002", run.Output);
    }

    [Fact]
    public void The_layers_that_one_keeps_from_being_judged_are_named_and_counted()
    {
        _folder.With("a.json", "{}").With("b.json", "{").With("c.env", "").With("d.json", "{}");
        var run = _folder.Run("check", "d.json", "--layer", "a.json", "b.json", "c.env");
        Assert.Equal(1, run.Exit);
        Assert.Contains("The other 2 layers were not checked because of this: a.json, c.env.\n --> b.json:1:2", run.Output);
        Assert.EndsWith("1 of 4 files checked: no violations, 3 files or folders not checked, or only in part.\n", run.Output);
        Assert.Contains("\"notJudged\": [\n        \"a.json\",\n        \"c.env\"\n      ]",
            _folder.Run("check", "--layer", "a.json", "b.json", "c.env", "-f", "json").Output);
    }

    [Fact]
    public void Only_the_layers_are_taken_for_all_that_there_is()
    {
        _folder.With("a.json", "{}").With("b.json", """{ "Logging:Format": "json" }""").With("other/c.json", "{}").With("other/d.json", GatewayFolder.Enabled);
        var run = _folder.Run("check", "other", "--layer", "a.json", "b.json");
        Assert.Contains("--> other/d.json:4:18", run.Output);
        Assert.EndsWith("4 files checked: 1 violation of 1 decision.\n", run.Output);
        Assert.DoesNotContain("ADR-0002", run.Output);
    }

    [Fact]
    public void A_layer_of_environment_variables_chooses_the_environment_of_all()
    {
        _folder.WithRecord("0003-debug", "status: accepted\nrules:\n  - { configuration: Debug, forbid: true, environments: [Production] }")
            .With("a.json", """{ "Debug": true, "Logging:Format": "json" }""").With("staging.env", "DOTNET_ENVIRONMENT=Staging\n")
            .With("production.env", "ASPNETCORE_ENVIRONMENT=Production\n");
        Assert.Equal(0, _folder.Run("check", "--layer", "a.json", "staging.env").Exit);
        Assert.Equal(1, _folder.Run("check", "--layer", "a.json", "production.env").Exit);
        Assert.Equal(1, _folder.Run("check", "--layer", "a.json", "staging.env", "production.env").Exit);
        Assert.Equal(1, _folder.Run("check", "--layer", "a.json", "staging.env", "-e", "Production").Exit);
    }

    [Theory]
    [InlineData("ASPNETCORE_Gateway__Registration__Enabled=true", 0)]
    [InlineData("DOTNET_Gateway__Registration__Enabled=true", 0)]
    [InlineData("Gateway__Registration__Enabled=true", 1)]
    public void A_file_goes_before_the_variables_of_the_host_and_not_before_others(string variable, int exit)
    {
        _folder.With("a.json", """{ "Gateway:Registration:Enabled": false, "Logging:Format": "json" }""").With("vars.env", variable);
        Assert.Equal(exit, _folder.Run("check", "--layer", "a.json", "vars.env").Exit);
        Assert.Equal(exit, _folder.Run("check", "--layer", "vars.env", "a.json").Exit);
    }

    [Fact]
    public void Processes_of_one_file_are_not_merged_and_one_of_them_can_be_named()
    {
        _folder.With("a.json", """{ "Gateway:Registration:Enabled": false, "Logging:Format": "json" }""").With("compose.yaml", """
            services:
              worker: { environment: { Logging__Level: debug } }
              gateway: { command: [ --Gateway:Registration:Enabled=true ] }
              plain: { image: x }
            """);

        var each = _folder.Run("check", "--layer", "a.json", "compose.yaml");
        Assert.Equal(1, each.Exit);
        Assert.Contains("--> compose.yaml:3:25 (service gateway)", each.Output);
        Assert.Equal(
            "decisions: compose.yaml has 3 processes or documents, and each was judged in turn: worker, gateway, plain. "
                + "Name one as in 'compose.yaml#worker'.\n",
            each.Error);
        Assert.Equal(0, _folder.Run("check", "--layer", "a.json", "compose.yaml#worker").Exit);
        Assert.Equal(1, _folder.Run("check", "--layer", "a.json", "compose.yaml#gateway").Exit);
        Assert.Equal(0, _folder.Run("check", "--layer", "a.json", "compose.yaml#plain").Exit);
        var nobody = _folder.Run("check", "--layer", "a.json", "compose.yaml#nobody");
        Assert.Equal(2, nobody.Exit);
        Assert.Contains("Nothing in the file is called 'nobody'. It has: worker, gateway, plain.", nobody.Output);
    }

    [Fact]
    public void A_layer_that_does_not_exist_is_in_the_report()
    {
        var run = _folder.Run("check", "--layer", "nowhere.json", "-f", "junit", "-o", "out.xml");
        Assert.Equal(2, run.Exit);
        Assert.Contains("The layer 'nowhere.json' does not exist, so no layer was checked.", _folder.Read("out.xml"));
    }

    [Fact]
    public void Standard_input_is_a_path_or_a_layer_and_not_both()
    {
        var run = _folder.With("a.json", "{}").Run("check", "-", "--layer", "-", "a.json");
        Assert.Equal((2, "decisions: Standard input can be read only once. Name '-' as a path or as a layer, not as both.\n"), (run.Exit, run.Error));
    }

    [Fact]
    public void A_layer_that_does_not_exist_is_an_error()
    {
        var run = _folder.With("a.json", "{}").Run("check", "--layer", "a.json", "nowhere.json");
        Assert.Equal(2, run.Exit);
        Assert.Contains("The layer 'nowhere.json' does not exist, so no layer was checked.", run.Error);
    }
}
