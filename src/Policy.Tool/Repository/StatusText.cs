using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Repository;

/// <summary>A record's status in words, coloured on a terminal.</summary>
internal static class StatusText
{
    /// <summary>The words for statuses, in the order of a decision's life.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<DecisionStatus>()
        .Skip(1)
        .Append(DecisionStatus.Unknown)
        .Select(status => status.Word())];

    /// <summary>A text in the colour of a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="text">The text, which is shown unchanged.</param>
    /// <param name="hasColour">Whether the output may be coloured.</param>
    public static string Coloured(this DecisionStatus status, string text, bool hasColour)
    {
        if (!hasColour) return text;
        var colour = status switch
        {
            DecisionStatus.Accepted => Ansi.Green,
            DecisionStatus.Proposed => Ansi.Yellow,
            DecisionStatus.Rejected => Ansi.Red,
            _ => Ansi.Dim,
        };
        return colour + text + Ansi.Reset;
    }

    /// <summary>A text in bold.</summary>
    /// <param name="text">The text, which is shown unchanged.</param>
    /// <param name="hasColour">Whether the output may be coloured.</param>
    public static string Strong(string text, bool hasColour) => hasColour ? Ansi.Bold + text + Ansi.Reset : text;
}
