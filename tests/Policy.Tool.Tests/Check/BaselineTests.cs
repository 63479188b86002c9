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
        Assert.Equal((0, "Nothing is broken. 1 file: 1 known to the baseline.\n"), (run.Exit, run.Output));
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

    [Fact]
    public void What_has_changed_is_found_again()
    {
        _folder.With("deploy/a.json", """{ "Gateway:Registration:Enabled": "on" }""");
        var run = Check();
        Assert.Equal(1, run.Exit);
        Assert.Contains("1 finding of the baseline has changed or is gone.", run.Error);
    }

    [Fact]
    public void The_file_says_what_it_accepts_and_no_value()
    {
        _folder.With("deploy/a.json", """{ "Gateway:Registration:Endpoint": "hunter2" }""").Run("check", "deploy", "--write-baseline", "known.json");
        var text = _folder.Read("known.json");
        Assert.Contains("Gateway:Registration:Endpoint is set (value withheld)", text);
        Assert.DoesNotContain("hunter2", text);
    }

    [Fact]
    public void It_is_no_configuration_itself_even_where_it_is_named()
    {
        Assert.Equal("Nothing is broken. 1 file: 1 known to the baseline.\n", _folder.Run("check", ".", "--baseline", "known.json").Output);
        Assert.Equal("Nothing is broken. 1 file: 1 known to the baseline.\n", _folder.Run("check", "deploy/a.json", "known.json", "--baseline", "known.json").Output);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "version": 1 }""")]
    [InlineData("""{ "version": 1, "findings": [ {} ] }""")]
    public void What_is_no_baseline_is_an_error(string text)
    {
        _folder.With("known.json", text);
        var run = Check();
        Assert.Equal(2, run.Exit);
        Assert.Contains("known.json is no baseline.", run.Error);
    }

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
