using System.Text;

namespace DecisionPolicies.Tool;

/// <summary>The surroundings of a run. Everything that a command reads or writes, except files, goes through here.</summary>
internal sealed record ToolContext
{
    private const int OutputBuffer = 16_384;

    /// <summary>Standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input; null if it is closed.</summary>
    public Func<Stream?> Input { get; init; } = () => Stream.Null;

    /// <summary>The absolute path of the folder that paths are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Today, in UTC, which waivers and revisit dates are compared with.</summary>
    public DateOnly Today => Day.Of(Time.GetUtcNow());

    /// <summary>
    /// Whether output may be coloured: only on a terminal, and never with <c>NO_COLOR</c>, unless that is empty (no-color.org).
    /// </summary>
    public bool HasColour => OutputIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && !IsDumb;

    /// <summary>Whether progress is shown, which overwrites its own line.</summary>
    public bool HasProgress => ErrorIsTerminal && !IsDumb;

    // Such a terminal shows text only, one line after the other.
    private bool IsDumb => Variable("TERM") == "dumb";

    /// <summary>The real surroundings of this process.</summary>
    public static ToolContext OfProcess() => new()
    {
        // Buffered: a report can be long. It is flushed at the end.
        Output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OutputBuffer) { NewLine = "\n" },
        Error = Console.Error,
        Input = StandardInput.Open,
        Folder = Directory.GetCurrentDirectory(),
        Variable = Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };

    /// <summary>The absolute form of a path that the user gave.</summary>
    /// <param name="path">The path, relative to <see cref="Folder"/> or absolute.</param>
    public string Absolute(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as messages show it: relative to <see cref="Folder"/> if it is below it, with forward slashes.</summary>
    /// <param name="path">An absolute path.</param>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path.Replace('\\', '/') : relative;
    }
}
