namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Links are followed only within the folder that is checked: what is behind others may be anybody's.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly ToolFolder _gateway = GatewayFolder.Create();
    private readonly ToolFolder _elsewhere = new ToolFolder().With("secret.json", GatewayFolder.Enabled);

    public LinkTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, links need a privilege.");

    public void Dispose()
    {
        _gateway.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void A_link_that_leads_out_is_not_followed_and_said()
    {
        _gateway.With("deploy/good.json", "{}");
        File.CreateSymbolicLink(_gateway.Full("deploy/linked.json"), _elsewhere.Full("secret.json"));
        var run = _gateway.Run("check", "deploy");

        Assert.Equal(0, run.Exit);
        Assert.Contains("deploy/linked.json is a link that leads out of the folder that is checked, and was not followed. Name the file itself", run.Error);
        Assert.Contains("1 link that was not followed", run.Output);
        Assert.Equal(1, _gateway.Run("check", "deploy", "--strict").Exit);
        Assert.Equal(1, _gateway.Run("check", "deploy/linked.json").Exit);
    }

    [Fact]
    public void A_link_within_the_folder_is_followed()
    {
        _gateway.With("deploy/..data/appsettings.json", GatewayFolder.Enabled);
        File.CreateSymbolicLink(_gateway.Full("deploy/live.json"), "..data/appsettings.json");

        Assert.Contains("deploy/live.json", _gateway.Run("check", "deploy").Output);
    }

    [Fact]
    public void A_link_through_a_folder_that_leads_out_is_not_followed()
    {
        _gateway.With("deploy/good.json", "{}");
        Directory.CreateSymbolicLink(_gateway.Full("out"), _elsewhere.Path);
        File.CreateSymbolicLink(_gateway.Full("deploy/linked.json"), "../out/secret.json");

        Assert.Contains("deploy/linked.json is a link that leads out", _gateway.Run("check", "deploy").Error);
    }
}
