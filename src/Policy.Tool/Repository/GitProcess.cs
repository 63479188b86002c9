using System.Diagnostics;
using System.Text;

namespace DecisionPolicies.Tool.Repository;

/// <summary>The answer of git.</summary>
/// <param name="Succeeded">Whether git succeeded.</param>
/// <param name="Output">Its output.</param>
/// <param name="Error">The first line of its error output.</param>
internal sealed record GitAnswer(bool Succeeded, byte[] Output, string Error)
{
    /// <summary>The output as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>The parts of output that git separated by NUL, which no path can hold.</summary>
    public string[] Parts => Text.Split('\0');
}

/// <summary>Runs git in a repository: as a process, never through a shell, read-only, and without prompts.</summary>
/// <param name="Root">The absolute path of the repository's folder.</param>
internal sealed record GitProcess(string Root)
{
    /// <summary>The absolute path of another index than the repository's own; null for its own.</summary>
    public string? IndexFile { get; init; }

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // A git hook sets these for its own repository, which may differ from that of the records.
    private static readonly string[] _ofHooks = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];

    /// <summary>Runs git.</summary>
    /// <param name="input">The text for its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    public GitAnswer Run(string input, params string[] arguments)
    {
        if (GitProgram.Path is not { } git) return new(false, [], "git is not on the PATH");
        using var process = new Process { StartInfo = StartOf(git, arguments) };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new(false, [], "git cannot be run");
        }
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var error = ReadAsync(process.StandardError.BaseStream);
        // In parallel with reading: git answers before it has read everything.
        var writing = WriteAsync(process.StandardInput.BaseStream, input);
        if (!process.WaitForExit(_patience))
        {
            process.Kill(entireProcessTree: true);
            return new(false, [], $"git took more than {_patience.TotalSeconds} seconds");
        }
        writing.GetAwaiter().GetResult();
        var said = Encoding.UTF8.GetString(error.GetAwaiter().GetResult()).Trim().Split('\n')[0];
        return new(process.ExitCode == 0, output.GetAwaiter().GetResult(), said);
    }

    private ProcessStartInfo StartOf(string git, string[] arguments)
    {
        var start = new ProcessStartInfo(git)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Root,
        };
        string[] always = ["--no-optional-locks", "--no-pager", "--no-replace-objects", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"];
        foreach (var argument in always.Concat(arguments)) start.ArgumentList.Add(argument);
        foreach (var name in _ofHooks) start.Environment.Remove(name);
        if (IndexFile is not null) start.Environment["GIT_INDEX_FILE"] = IndexFile;
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        // Otherwise a partial clone would fetch what it lacks.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var read = new MemoryStream();
        await stream.CopyToAsync(read).ConfigureAwait(false);
        return read.ToArray();
    }

    private static async Task WriteAsync(Stream stream, string input)
    {
        try
        {
            await using (stream.ConfigureAwait(false)) await stream.WriteAsync(Encoding.UTF8.GetBytes(input)).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // git ended before it had read everything; its exit code says why.
        }
    }
}
