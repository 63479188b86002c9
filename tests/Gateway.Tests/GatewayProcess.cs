using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Gateway.Tests;

/// <summary>How to start the gateway.</summary>
internal sealed record GatewayLaunch
{
    public string Environment { get; init; } = "Production";

    /// <summary>Command-line arguments, such as <c>--Gateway:PublicOrigin=https://gateway.test</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables, such as <c>Gateway__PublicOrigin</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Files by name and text, put beside the sample's own appsettings files; a file of the same name takes the place of the
    /// sample's.
    /// </summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();
}

/// <summary>How the gateway ended.</summary>
internal sealed record GatewayExit(int Code, string Output, string Error);

/// <summary>
/// The sample as its users run it: a process of its own, on a port of its own, in a folder that holds its settings, with none of the
/// settings of the machine the tests run on. Disposing it ends it.
/// </summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const string ListeningOn = "Now listening on: ";

    // Only a safety net: far more than a start takes on a busy machine.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    // What a process needs in order to run at all. Everything else in the tests' environment could be a setting.
    private static readonly string[] _inherited = ["PATH", "DOTNET_ROOT", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

    private static readonly string _gatewayAssembly = typeof(GatewayProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "GatewayAssembly").Value!;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly List<(string Text, TaskCompletionSource Said)> _awaited = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GatewayProcess(ProcessStartInfo start)
    {
        ContentRoot = start.WorkingDirectory;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Received(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Received(_error, line.Data);
    }

    /// <summary>The folder with this process's own copy of the settings files.</summary>
    public string ContentRoot { get; }

    /// <summary>Everything it has written to standard output so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static GatewayProcess Start(GatewayLaunch launch)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = FolderOf(launch),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var argument in (IEnumerable<string>)[_gatewayAssembly, "--urls", "http://127.0.0.1:0", .. launch.Arguments])
            start.ArgumentList.Add(argument);

        foreach (var name in start.Environment.Keys.Except(_inherited, StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_ENVIRONMENT"] = launch.Environment;
        foreach (var (name, value) in launch.Variables)
            start.Environment[name] = value;

        var gateway = new GatewayProcess(start);
        gateway._process.Start();
        gateway._process.BeginOutputReadLine();
        gateway._process.BeginErrorReadLine();
        return gateway;
    }

    /// <summary>Waits until it serves.</summary>
    /// <returns>The address it serves at.</returns>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it wrote.</exception>
    public async Task<Uri> Address()
    {
        await Wait(Task.WhenAny(_address.Task, _process.WaitForExitAsync()));
        return _address.Task.IsCompleted
            ? await _address.Task
            : throw new InvalidOperationException($"The gateway did not start: {await Exit()}");
    }

    /// <summary>Waits until it has written a line with this text to standard output since this is called.</summary>
    public Task Says(string text)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
            _awaited.Add((text, said));
        return Wait(said.Task);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<GatewayExit> Exit()
    {
        await Wait(_process.WaitForExitAsync());
        return new(_process.ExitCode, _output.ToString(), _error.ToString());
    }

    private async Task Wait(Task task)
    {
        try
        {
            await task.WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The gateway neither started nor ended as expected. It wrote: {Output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(ContentRoot, recursive: true);
    }

    private static string FolderOf(GatewayLaunch launch)
    {
        var folder = Directory.CreateTempSubdirectory("gateway-").FullName;
        foreach (var settings in Directory.EnumerateFiles(Path.GetDirectoryName(_gatewayAssembly)!, "appsettings*.json"))
            File.Copy(settings, Path.Combine(folder, Path.GetFileName(settings)));
        foreach (var (name, text) in launch.Files)
            File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }

    private void Received(StringBuilder written, string? line)
    {
        lock (written)
            written.AppendLine(line);
        lock (_output)
            _awaited.FindAll(awaited => line?.Contains(awaited.Text) == true).ForEach(awaited => awaited.Said.TrySetResult());
        if (line?.IndexOf(ListeningOn, StringComparison.Ordinal) is >= 0 and var found)
            _address.TrySetResult(new(line[(found + ListeningOn.Length)..]));
    }
}
