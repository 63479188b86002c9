namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>The next run does not judge a report or a baseline of an earlier one.</summary>
public sealed class OwnReportTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create().With("deploy/a.json", GatewayFolder.Enabled);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("check deploy --format json --output out/r.json")]
    [InlineData("check deploy --format sarif --output out/r.json")]
    [InlineData("check deploy --format junit --output out/r.xml")]
    [InlineData("lint --format json --output out/r.json")]
    [InlineData("lint --format sarif --output out/r.json")]
    [InlineData("due --format junit --output out/r.xml")]
    [InlineData("check deploy --write-baseline out/r.json")]
    public void What_the_command_wrote_is_passed_over_and_counted(string call)
    {
        _folder.With("out/fine.json", "{}").Run(call.Split(' '));
        var run = _folder.Run("check", "out", "--strict");
        Assert.Equal((0, "1 file checked: no violations.\nNot judged: 1 report of earlier runs.\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void A_report_that_was_indented_anew_is_still_one()
    {
        _folder.Run("check", "deploy", "-f", "json", "-o", "out.json");
        _folder.With("out/fine.json", "{}").With("out/r.json", _folder.Read("out.json").Replace("  ", "\t", StringComparison.Ordinal));
        Assert.Contains("1 report of earlier runs", _folder.Run("check", "out").Output);
    }

    [Fact]
    public void A_report_that_is_named_is_judged()
    {
        _folder.Run("check", "deploy", "-f", "json", "-o", "out.json");
        // It has the key and the value of the violation, as a list of variables would.
        Assert.EndsWith("1 file checked: 1 violation of 1 decision.\n", _folder.Run("check", "out.json").Output);
    }

    [Theory]
    [InlineData("a.json", """{ "schemaVersion": 2, "command": "serve", "Gateway": { "Registration": { "Enabled": true } } }""")]
    [InlineData("a.json", """{ "version": 2, "root": ".", "Gateway": { "Registration": { "Enabled": true } } }""")]
    [InlineData("a.json", """{ "$schema": "", "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "x" } } }], "Gateway:Registration:Enabled": 1 }""")]
    [InlineData("a.xml", "<testsuites title='other'><Gateway><Registration><Enabled>true</Enabled></Registration></Gateway></testsuites>")]
    public void What_only_begins_like_one_is_judged(string file, string text)
    {
        var run = _folder.With($"out/{file}", text).Run("check", "out");
        Assert.Equal([$"out/{file}"], FindingFilesTests.Places(run));
        Assert.DoesNotContain("Not judged", run.Output);
    }
}
