namespace DecisionPolicies.Tool.Check;

/// <summary>Files that are judged together because a host would merge them; usually one.</summary>
/// <param name="Paths">Their absolute paths, in the order in which they are loaded; <see cref="StandardInput"/> for what is piped in.</param>
internal sealed record CheckUnit(IReadOnlyList<string> Paths)
{
    /// <summary>The name of standard input among the paths.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether each file overrides those before it, whatever their names.</summary>
    public bool IsLayered { get; init; }

    /// <summary>Of layers: the process of each file that is asked for, in the order of the paths; null for each process in turn.</summary>
    public IReadOnlyList<string?> Processes { get; init; } = [];

    /// <summary>The process of a file that is asked for.</summary>
    /// <param name="index">The place of the file among the paths.</param>
    public string? ProcessOf(int index) => index < Processes.Count ? Processes[index] : null;

    /// <summary>Whether the files were found in a folder rather than named by the user.</summary>
    public bool IsMet { get; init; }

    /// <summary>Whether none of the files was changed, so that they are judged only if they refer to one that was.</summary>
    public bool IsOnlyReferring { get; init; }

    /// <summary>The folder of Helm's templates that its file is in, as messages show it; null for any other file.</summary>
    public string? Templates { get; init; }

    /// <summary>Why there is nothing to read here, as a sentence; null if there is something.</summary>
    public string? Problem { get; init; }
}

/// <summary>The result of judging a unit.</summary>
/// <param name="Results">What there is to report, in the order of files and places.</param>
/// <param name="Files">How many of its files were judged, as a whole or in part.</param>
internal sealed record JudgedUnit(IReadOnlyList<CheckResult> Results, int Files)
{
    /// <summary>What the user should know of how they were judged, as sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Nothing was judged, because its file is not configuration: a report of an earlier run, or a template. Or it was not asked for.</summary>
    public static JudgedUnit PassedOver { get; } = new([], 0);
}
