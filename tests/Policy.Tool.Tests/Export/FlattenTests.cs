namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>Configuration files become one list of keys, as a host would merge them.</summary>
public sealed class FlattenTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_merged_and_every_value_is_text()
    {
        _folder.With("appsettings.json", """{ "Gateway": { "Mock": true, "Limits": [1, 2.50], "Gone": null, "None": [] } }""")
            .With("appsettings.Staging.json", """{ "gateway:mock": "off" }""");
        var run = _folder.Run("flatten", "appsettings.json", "appsettings.Staging.json", "-e", "Staging", "--complete", "--as-of", "2026-12-01");
        Assert.Equal(
            new(0, """
            {
              "decisions": 1,
              "environment": "Staging",
              "complete": true,
              "today": "2026-12-01",
              "settings": {
                "Gateway:Gone": null,
                "Gateway:Limits:0": "1",
                "Gateway:Limits:1": "2.50",
                "Gateway:Mock": "off",
                "Gateway:None": ""
              }
            }

            """, ""),
            run);
    }

    [Fact]
    public void A_process_declares_its_environment()
    {
        var run = _folder.With("gateway.env", "ASPNETCORE_ENVIRONMENT=Staging\nGateway__Mock=true\n").Run("flatten", "gateway.env");
        Assert.Equal(0, run.Exit);
        Assert.Contains("\"environment\": \"Staging\",\n  \"complete\": false,\n", run.Output);
        Assert.Contains("\"Gateway:Mock\": \"true\"", run.Output);
    }

    [Fact]
    public void Of_several_processes_one_must_be_named()
    {
        _folder.With("compose.yaml", "services:\n  a:\n    environment: { A__B: c }\n  b:\n    environment: { A__B: d }\n");
        var run = _folder.Run("flatten", "compose.yaml");
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Equal(
            "decisions: Nothing was flattened: the files are 2 configurations. Name one process or document of each file: compose.yaml#a, compose.yaml#b.\n",
            run.Error);
        Assert.Contains("\"A:B\": \"d\"", _folder.Run("flatten", "compose.yaml#b").Output);
    }

    [Theory]
    [InlineData("a.json", "{ \"A\": 1, \"a\": 2 }", "a.json(1,16): Duplicate key")]
    [InlineData("a.json", "{", "a.json(1,2): ")]
    public void A_file_that_cannot_be_read_is_not_left_out(string name, string text, string expected)
    {
        var run = _folder.With(name, text).Run("flatten", name);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith(expected, run.Error);
        Assert.EndsWith("decisions: Nothing was flattened: a file cannot be read.\n", run.Error);
    }
}
