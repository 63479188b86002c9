using System.Diagnostics;
using System.Globalization;
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

/// <summary>
/// Runs git in a repository: as a process, never through a shell, read-only, and without prompts. The repository may be anybody's, so git
/// runs nothing that it configures: no hook, pager, monitor or helper, and no transport.
/// </summary>
/// <param name="Root">The absolute path of the repository's folder.</param>
internal sealed record GitProcess(string Root)
{
    // More than any history of records, and little enough to hold.
    private const int LongestAnswer = 256 * 1024 * 1024;
    private const int Block = 65_536;

    private static readonly string _nothing = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private static readonly string[] _always = ["--no-optional-locks", "--no-pager", "--no-replace-objects", "-c", "core.quotePath=false",
        "-c", "core.fsmonitor=false", "-c", $"core.hooksPath={_nothing}", "-c", "log.showSignature=false"];

    /// <summary>The absolute path of another index than the repository's own; null for its own.</summary>
    public string? IndexFile { get; init; }

    /// <summary>The names of filters in git's configuration, as in <c>filter.lfs</c>, that git must not run.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // A git hook sets the first ones for its own repository, which may differ from that of the records. The others change what a path means.
    private static readonly string[] _removed = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"];

    /// <summary>Runs git, for a minute at most.</summary>
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
        // In parallel with writing: git answers before it has read everything.
        var output = ReadAsync(process.StandardOutput.BaseStream, process);
        var error = ReadAsync(process.StandardError.BaseStream, process);
        var ended = Task.WhenAll(output, error, WriteAsync(process.StandardInput.BaseStream, input), process.WaitForExitAsync());
        // All of it: something that git has started may keep the pipes open after git has ended.
        if (!ended.Wait(_patience))
        {
            process.Kill(entireProcessTree: true);
            return new(false, [], $"git took more than {_patience.TotalSeconds} seconds");
        }
        if (output.Result is null || error.Result is null) return new(false, [], "git's answer is too long");
        var said = Encoding.UTF8.GetString(error.Result).Trim().Split('\n')[0];
        return new(process.ExitCode == 0, output.Result, said);
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
        foreach (var argument in _always.Concat(arguments)) start.ArgumentList.Add(argument);
        foreach (var name in _removed) start.Environment.Remove(name);
        Configure(start, Filters.SelectMany(filter => new[] { (filter + ".clean", ""), (filter + ".process", ""), (filter + ".required", "false") }));
        if (IndexFile is not null) start.Environment["GIT_INDEX_FILE"] = IndexFile;
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        // Otherwise a partial clone would fetch what it lacks. Before 2.44, git knows only the second.
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "none";
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    // As variables, since a name may contain '='. The user may have set some.
    private static void Configure(ProcessStartInfo start, IEnumerable<(string Key, string Value)> settings)
    {
        var count = start.Environment.TryGetValue("GIT_CONFIG_COUNT", out var set) && int.TryParse(set, CultureInfo.InvariantCulture, out var own) ? own : 0;
        foreach (var (key, value) in settings)
        {
            start.Environment[$"GIT_CONFIG_KEY_{count}"] = key;
            start.Environment[$"GIT_CONFIG_VALUE_{count}"] = value;
            start.Environment["GIT_CONFIG_COUNT"] = (++count).ToString(CultureInfo.InvariantCulture);
        }
    }

    // Null, and an end to git, if there is more than can be held.
    private static async Task<byte[]?> ReadAsync(Stream stream, Process process)
    {
        using var read = new MemoryStream();
        var block = new byte[Block];
        while (await stream.ReadAsync(block).ConfigureAwait(false) is > 0 and var length)
        {
            if (read.Length + length > LongestAnswer)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            read.Write(block, 0, length);
        }
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
