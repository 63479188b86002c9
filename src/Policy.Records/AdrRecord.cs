namespace DecisionPolicies.Records;

/// <summary>A decision and the file that records it. It does not hold places, so text that only moves changes nothing.</summary>
/// <param name="Decision">What the record says. Its link is the one in the record, or else the path.</param>
/// <param name="Path">The file's path relative to the repository, with forward slashes.</param>
/// <param name="Name">The name of the constant: a C# identifier; in a pack, after the name of the pack's class and a dot.</param>
internal sealed record AdrRecord(DecisionPolicy Decision, string Path, string Name)
{
    /// <summary>Whether the record states that name itself.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The decision, with the link to its record.</summary>
    /// <param name="linkBase">The URL that a path in the repository is appended to; null or empty if only the path is known.</param>
    public DecisionPolicy Cited(string? linkBase) =>
        Decision.Link == Path && linkBase is { Length: > 0 } ? Decision with { Link = LinkTo(Path, linkBase) } : Decision;

    /// <summary>The URL of a file in the repository.</summary>
    /// <param name="path">Its path in the repository, with forward slashes.</param>
    /// <param name="linkBase">The URL that a path is appended to.</param>
    public static string LinkTo(string path, string linkBase) => linkBase + "/" + string.Join("/", path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What other records need to know about it: its name, whether it is in force, and which records it names.</summary>
    internal AdrRecord ForOthers() => this with
    {
        Decision = new()
        {
            Id = Decision.Id,
            Title = "",
            Status = Decision.Status,
            Link = "",
            Supersedes = Decision.Supersedes,
            SupersededBy = Decision.SupersededBy,
        },
    };
}
