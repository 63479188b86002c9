namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Files that a check writes, where they cannot be written.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create().With("deploy/a.json", GatewayFolder.Enabled);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--output")]
    [InlineData("--write-baseline")]
    public void A_missing_folder_is_reported_before_anything_is_judged(string option)
    {
        var run = _folder.Run("check", option, "nowhere/x.json");
        Assert.Equal((2, "", "decisions: 'nowhere/x.json' cannot be written: The folder does not exist. Create it first, or name another file.\n"),
            (run.Exit, run.Output, run.Error));
    }

    [Theory]
    [InlineData("--output")]
    [InlineData("--write-baseline")]
    public void A_folder_is_not_a_file_to_write_to(string option)
    {
        var run = _folder.Run("check", option, "deploy");
        Assert.Equal((2, "", "decisions: 'deploy' cannot be written: It is a folder. Name a file.\n"), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void What_the_system_refuses_is_reported_for_the_file_that_was_named()
    {
        // The temporary file beside it would have a name that is longer still.
        var name = new string('x', 255);
        var run = _folder.Run("check", "--output", name);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"decisions: '{name}' cannot be written: ", run.Error);
        Assert.DoesNotContain("." + name, run.Error);
    }
}
