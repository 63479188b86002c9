namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>The settings by which other products serve client registration, and those that only look like them.</summary>
public sealed class OtherProductsTests : IDisposable
{
    private readonly ToolFolder _folder = OtherProductsFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_setting_that_serves_registration_is_found_once()
    {
        var run = _folder.Run("check", "registers", "-f", "github");
        Assert.Equal(1, run.Exit);
        var files = Directory.EnumerateFiles(_folder.Full("registers")).Select(file => $"registers/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);
        Assert.Equal(files,
            run.Output.Split('\n').Where(line => line.StartsWith("::error", StringComparison.Ordinal)).Select(line => line.Split("file=")[1].Split(',')[0]));
    }

    [Fact]
    public void What_only_looks_alike_is_not()
    {
        var run = _folder.Run("check", "alike");
        Assert.Equal((0, "6 files checked: no violations.\n", ""), (run.Exit, run.Output, run.Error));
    }
}
