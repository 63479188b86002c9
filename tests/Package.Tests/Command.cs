using System.Diagnostics;
using System.Text;

namespace Package.Tests;

/// <summary>How a command ended.</summary>
public sealed record Outcome(string Command, int Code, string Output, string Error)
{
    /// <summary>The same outcome, where the command was to succeed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public Outcome Succeeded() => Code == 0 ? this : throw new InvalidOperationException($"{this}");

    public override string ToString() => $"'{Command}' ended with exit code {Code}.\n{Output}{Error}";
}

/// <summary>A process of its own, with none of the settings of the process that runs the tests. Disposing it ends it.</summary>
public sealed class Command : IAsyncDisposable
{
    // Only a safety net: far more than a pack or a native compilation takes on a busy machine.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    // What the SDK needs in order to run at all and to reach its packages. Everything else could be a property of the build.
    private static readonly string[] _inherited =
    [
        "PATH", "HOME", "DOTNET_ROOT", "TEMP", "TMP", "TMPDIR",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "NUGET_CERT_REVOCATION_MODE",
        "SystemRoot", "ComSpec", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ProgramData", "ProgramFiles",
    ];

    private readonly Process _process;
    private readonly string _line;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly List<(string Mark, TaskCompletionSource<string> Seen)> _awaited = [];

    private Command(ProcessStartInfo start)
    {
        _line = string.Join(' ', [Path.GetFileName(start.FileName), .. start.ArgumentList]);
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Received(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Received(_error, line.Data);
    }

    /// <summary>Starts a command in a folder, with the variables and what it inherits of the machine.</summary>
    public static Command Start(
        string folder, IReadOnlyDictionary<string, string> variables, string file, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Except(_inherited, StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        // A build must leave no process behind that holds on to its output.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // Nothing here runs long enough to gain from being profiled and compiled again.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        var command = new Command(start);
        command._process.Start();
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Outcome> Run(
        string folder, IReadOnlyDictionary<string, string> variables, string file, params IEnumerable<string> arguments)
    {
        await using var command = Start(folder, variables, file, arguments);
        return await command.End();
    }

    /// <summary>Waits for a line with the mark in it, and gives what follows the mark there.</summary>
    /// <exception cref="InvalidOperationException">The command ended before; the message holds what it wrote.</exception>
    public async Task<string> LineAfter(string mark)
    {
        TaskCompletionSource<string> seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
        {
            _awaited.Add((mark, seen));
            foreach (var line in Written().Split(Environment.NewLine))
                Tell(line);
        }

        await Wait(Task.WhenAny(seen.Task, _process.WaitForExitAsync()));
        return seen.Task.IsCompleted ? await seen.Task : throw new InvalidOperationException($"Nothing said '{mark}': {await End()}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<Outcome> End()
    {
        await Wait(_process.WaitForExitAsync());
        return new(_line, _process.ExitCode, _output.ToString(), _error.ToString());
    }

    private async Task Wait(Task task)
    {
        try
        {
            await task.WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{_line}' took too long. It wrote: {Written()}");
        }
    }

    private string Written()
    {
        lock (_awaited)
            return $"{_output}{_error}";
    }

    private void Received(StringBuilder written, string? line)
    {
        if (line is null) return;
        lock (_awaited)
        {
            written.AppendLine(line);
            Tell(line);
        }
    }

    private void Tell(string line)
    {
        foreach (var (mark, seen) in _awaited)
        {
            if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var found)
                seen.TrySetResult(line[(found + mark.Length)..]);
        }
    }
}
