namespace DecisionPolicies.Records;

/// <summary>A decision and where it was found. It holds no places, so that text that only moved changes nothing.</summary>
/// <param name="Decision">What the record says. Its link is the one that the record gives itself, or else the path.</param>
/// <param name="Path">The file's path relative to the repository, with forward slashes.</param>
/// <param name="Name">The name of the constant: a C# identifier.</param>
internal sealed record AdrRecord(DecisionPolicy Decision, string Path, string Name)
{
    /// <summary>Whether the record gives that name itself.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The decision with the link at which its record can be read.</summary>
    /// <param name="linkBase">The URL that a path in the repository is appended to; null or empty where a path is all that is known.</param>
    public DecisionPolicy Cited(string? linkBase) =>
        Decision.Link == Path && linkBase is { Length: > 0 } ? Decision with { Link = LinkTo(Path, linkBase) } : Decision;

    /// <summary>The URL of a file of the repository.</summary>
    /// <param name="path">Its path in the repository, with forward slashes.</param>
    /// <param name="linkBase">The URL that a path is appended to.</param>
    public static string LinkTo(string path, string linkBase) => linkBase + "/" + string.Join("/", path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What other records have to know: what this one is called, whether it is in force, and which records it names.</summary>
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
