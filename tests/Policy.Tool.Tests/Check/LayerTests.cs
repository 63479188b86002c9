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
    public void A_key_that_is_missing_in_a_file_by_itself_may_be_set_elsewhere() =>
        Assert.Equal(0, _folder.With("a.json", "{}").Run("check", "a.json").Exit);

    [Fact]
    public void With_a_layer_that_cannot_be_read_nothing_else_is_claimed()
    {
        var run = _folder.With("a.json", "{").With("b.json", "{}").Run("check", "--layer", "a.json", "b.json");
        Assert.Equal(1, run.Exit);
        Assert.Contains("error[unreadable]", run.Output);
        Assert.DoesNotContain("ADR-0002", run.Output);
    }

    [Fact]
    public void A_layer_that_does_not_exist_is_an_error()
    {
        var run = _folder.With("a.json", "{}").Run("check", "--layer", "a.json", "nowhere.json");
        Assert.Equal(2, run.Exit);
        Assert.Contains("There is no file 'nowhere.json' to merge.", run.Error);
    }
}
