using System.Diagnostics;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Pipes, which have names like files on Unix.</summary>
public sealed class PipeTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_link_to_a_pipe_in_a_folder_is_not_waited_for()
    {
        Directory.CreateDirectory(_folder.Full("deploy"));
        MakePipe("deploy/pipe");
        File.CreateSymbolicLink(_folder.Full("deploy/a.json"), _folder.Full("deploy/pipe"));
        _folder.With("deploy/b.json", GatewayFolder.Enabled);
        var run = await Task.Run(() => _folder.Run("check", "deploy")).WaitAsync(_patience, TestContext.Current.CancellationToken);
        Assert.Equal(1, run.Exit);
        Assert.Contains("--> deploy/b.json:4:18", run.Output);
        Assert.Contains("--> deploy/a.json:1:1", run.Output);
    }

    [Fact]
    public async Task A_pipe_that_is_named_is_read()
    {
        MakePipe("a.json");
        var written = Task.Run(() => File.WriteAllText(_folder.Full("a.json"), GatewayFolder.Enabled));
        var run = await Task.Run(() => _folder.Run("check", "a.json")).WaitAsync(_patience, TestContext.Current.CancellationToken);
        await written.WaitAsync(_patience, TestContext.Current.CancellationToken);
        Assert.Contains("--> a.json:4:18", run.Output);
    }

    [Fact]
    public async Task A_report_that_is_written_to_a_pipe_goes_through_it_and_leaves_it_there()
    {
        MakePipe("report");
        var read = Task.Run(() => _folder.Read("report"));
        var run = await Task.Run(() => _folder.With("a.json", GatewayFolder.Enabled).Run("check", "--output", "report"))
            .WaitAsync(_patience, TestContext.Current.CancellationToken);
        Assert.Equal(1, run.Exit);
        Assert.Contains("--> a.json:4:18", await read.WaitAsync(_patience, TestContext.Current.CancellationToken));
        Assert.Equal(0, new FileInfo(_folder.Full("report")).Length);
    }

    private void MakePipe(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, pipes are not files.");
        using var made = Process.Start("mkfifo", [_folder.Full(path)]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
