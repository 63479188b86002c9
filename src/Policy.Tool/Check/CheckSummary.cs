namespace DecisionPolicies.Tool.Check;

/// <summary>What a run of <c>decisions check</c> came to, in numbers.</summary>
internal sealed class CheckSummary
{
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Why the command could not do all that it was asked, each as a sentence; none where it could.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The files that were found.</summary>
    public int Files { get; set; }

    /// <summary>The files that were judged, as a whole or in part.</summary>
    public int Judged { get; set; }

    /// <summary>The files that could not be judged, or not as a whole.</summary>
    public int Unreadable => _unreadable.Count;

    /// <summary>The places at which an accepted decision is broken.</summary>
    public int Errors { get; private set; }

    /// <summary>The places at which a proposed decision would be broken.</summary>
    public int Warnings { get; private set; }

    /// <summary>The places that a waiver covers.</summary>
    public int Waived { get; private set; }

    /// <summary>The findings that the baseline knows.</summary>
    public int Known { get; set; }

    /// <summary>Whether anything was found that is not accepted.</summary>
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

    /// <summary>That nothing was judged, and why; null where something was.</summary>
    public string? NothingChecked => Judged > 0 ? null : "Nothing was checked: " + Files switch
    {
        0 => "no configuration file was found.",
        1 => "the only file could not be judged.",
        _ => $"none of the {Files} files could be judged.",
    };

    /// <summary>The summary in a line.</summary>
    public override string ToString()
    {
        if (NothingChecked is { } nothing) return nothing;
        var parts = new List<string>();
        if (Errors > 0) parts.Add($"{Count(_broken.Count, "decision")} broken at {Count(Errors, "place")}");
        if (Unreadable > 0) parts.Add($"{Count(Unreadable, "file")} not judged");
        if (Warnings > 0) parts.Add($"{Count(Warnings, "warning")} of proposed decisions");
        if (Waived > 0) parts.Add($"{Waived} waived");
        if (Known > 0) parts.Add($"{Known} known to the baseline");
        var clean = HasFindings ? "" : Problems.Count == 0 ? "Nothing is broken. " : "Nothing is broken in what could be judged. ";
        return $"{clean}{Count(Files, "file")}{(parts.Count > 0 ? ": " + string.Join(", ", parts) : "")}.";
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
