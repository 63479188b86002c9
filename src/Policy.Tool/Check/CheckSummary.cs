namespace DecisionPolicies.Tool.Check;

/// <summary>The result of a run of <c>decisions check</c> in numbers.</summary>
internal sealed class CheckSummary
{
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Why the command could not do everything it was asked to, each as a sentence; empty if it could.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The files that were found.</summary>
    public int Files { get; set; }

    /// <summary>The files that were judged, as a whole or in part.</summary>
    public int Judged { get; set; }

    /// <summary>The files and folders that could not be read, or only in part, and the files that were not judged because of them.</summary>
    public int Unreadable => _unreadable.Count;

    /// <summary>The violations of accepted decisions.</summary>
    public int Errors { get; private set; }

    /// <summary>The violations of proposed decisions.</summary>
    public int Warnings { get; private set; }

    /// <summary>The violations that a waiver covers.</summary>
    public int Waived { get; private set; }

    /// <summary>The violations that the baseline knows.</summary>
    public int Known { get; set; }

    /// <summary>What was met and not judged.</summary>
    public NotJudged NotJudged { get; } = new();

    /// <summary>What the files have in common to which the check was limited, as in <c>is staged</c>; null if it was not limited.</summary>
    public string? Limit { get; set; }

    /// <summary>Whether there is a violation that is not accepted, or a file that cannot be read.</summary>
    public bool HasFindings => Errors + Unreadable > 0;

    /// <summary>Counts a result.</summary>
    public void Add(CheckResult result)
    {
        switch (result)
        {
            case Broken { Consequence: Consequence.Rejected } broken:
                Errors++;
                _broken.Add(broken.Setting.Record.Decision.Id);
                break;
            case Broken { Consequence: Consequence.Warned }:
                Warnings++;
                break;
            case Broken:
                Waived++;
                break;
            default:
                _unreadable.Add(result.Path);
                if (result is Unreadable unreadable) _unreadable.UnionWith(unreadable.Others);
                break;
        }
    }

    /// <summary>Says that there was nothing to judge, because the check was limited to other files; null if there was.</summary>
    public string? NothingToCheck => Limit is null || Files + Problems.Count > 0 ? null : $"Nothing to check: no configuration file {Limit}.";

    /// <summary>Says that nothing was judged, and why; null if something was, or if there was nothing to judge.</summary>
    public string? NothingChecked => Judged > 0 || NothingToCheck is not null ? null : "Nothing was checked: " + Files switch
    {
        0 => "no configuration file was found.",
        1 => "the only file could not be checked.",
        _ => $"none of the {Files} files could be checked.",
    };

    /// <summary>The summary in a line.</summary>
    public override string ToString()
    {
        if ((NothingToCheck ?? NothingChecked) is { } nothing) return nothing;
        var parts = new List<string>();
        if (Errors > 0) parts.Add($"{Plural.Of(Errors, "violation")} of {Plural.Of(_broken.Count, "decision")}");
        else parts.Add(Problems.Count == 0 ? "no violations" : "no violations in what could be checked");
        if (Unreadable > 0) parts.Add($"{Unreadable} {(Unreadable == 1 ? "file or folder" : "files or folders")} not checked, or only in part");
        if (Warnings > 0) parts.Add($"{Plural.Of(Warnings, "warning")} from proposed decisions");
        if (Waived > 0) parts.Add($"{Waived} waived");
        if (Known > 0) parts.Add($"{Known} known to the baseline");
        var files = Judged == Files ? Plural.Of(Files, "file") : $"{Judged} of {Plural.Of(Files, "file")}";
        return $"{files} checked: {string.Join(", ", parts)}.";
    }
}
