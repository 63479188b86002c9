namespace DecisionPolicies.Tool.Check;

/// <summary>Files that are judged together, because a host would merge them; mostly one.</summary>
/// <param name="Paths">Their absolute paths, in the order in which they are loaded; <see cref="StandardInput"/> for what is piped in.</param>
internal sealed record CheckUnit(IReadOnlyList<string> Paths)
{
    /// <summary>How standard input is named among the paths.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether each file is put on top of those before it, whatever they are named.</summary>
    public bool IsLayered { get; init; }

    /// <summary>Whether the files were met in a folder, and not named by the user.</summary>
    public bool IsMet { get; init; }

    /// <summary>Why there is nothing to read here, as a sentence; null where there is.</summary>
    public string? Problem { get; init; }
}

/// <summary>What judging a unit came to.</summary>
/// <param name="Results">What was found, in the order of files and places.</param>
/// <param name="Files">How many of its files were judged, as a whole or in part.</param>
internal sealed record JudgedUnit(IReadOnlyList<CheckResult> Results, int Files);
