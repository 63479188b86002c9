using System.CommandLine;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Repository;

/// <summary>The links to records, the same as in the build: the record's own link, or its path appended to a base, or just the path.</summary>
/// <param name="Base">The URL that a path is appended to; null if only the path is known.</param>
internal sealed partial record RecordLink(string? Base)
{
    /// <summary>The option that gives the base.</summary>
    public static Option<string?> Option { get; } = new("--link-base")
    {
        Description = "The URL that links to records begin with; a record's path in the repository is appended. "
            + "Default: derived from git's remote 'origin' on GitHub, GitLab and Bitbucket.",
        HelpName = "URL",
    };

    /// <summary>The links of a decision log.</summary>
    /// <param name="given">The base that the user gives, or null.</param>
    /// <param name="log">The decision log.</param>
    /// <exception cref="ToolException">The base is not a web URL.</exception>
    public static RecordLink Of(string? given, DecisionLog log)
    {
        if (given is null) return new(BaseOf(Remote(log.Folder.Root)));
        if (!IsWeb(given))
        {
            throw new ToolException($"'{given}' is not a link base. Give the beginning of a URL, as in 'https://example.org/repository/blob/HEAD'.");
        }
        return new(given.TrimEnd('/'));
    }

    /// <summary>A record's decision with the link to the record.</summary>
    /// <param name="record">The record.</param>
    // A pack knows where its own records are.
    public DecisionPolicy Cite(AdrRecord record) => record.Decision.Pack is null ? record.Cited(Base) : record.Decision;

    /// <summary>The link to a record.</summary>
    /// <param name="record">The record.</param>
    public string To(AdrRecord record) => Cite(record).Link;

    /// <summary>The link to a file in the repository; null if no base is known.</summary>
    /// <param name="path">Its path in the repository, with forward slashes.</param>
    public string? ToPath(string path) => Base is null ? null : AdrRecord.LinkTo(path, Base);

    /// <summary>Whether a text is a web URL rather than a path, a script or a file.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The base that follows from the URL of a repository; null if the form of the host's links is not known.</summary>
    /// <param name="remote">The URL from git's configuration.</param>
    internal static string? BaseOf(string? remote)
    {
        if (remote is null || Url().Match(remote) is not { Success: true } parts) return null;
        var repository = $"https://{parts.Groups["host"].Value.ToLowerInvariant()}/{parts.Groups["path"].Value}";
        return parts.Groups["host"].Value.ToLowerInvariant() switch
        {
            "github.com" => repository + "/blob/HEAD",
            "gitlab.com" => repository + "/-/blob/HEAD",
            "bitbucket.org" => repository + "/src/HEAD",
            _ => null,
        };
    }

    // Null if there is no remote, no repository or no git.
    private static string? Remote(string folder) =>
        new GitProcess(folder).Run("", "config", "--get", "remote.origin.url") is { Succeeded: true } answer ? answer.Text.Trim() : null;

    // The user and token before the '@' must not become part of a link.
    [GeneratedRegex(@"^(?:(?:https|ssh)://(?:[^/@]*@)?(?<host>[^/:@]+)(?::\d+)?/|[^/:@]+@(?<host>[^/:@]+):)(?<path>[\w.\-~/]+?)(?:\.git)?/*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
