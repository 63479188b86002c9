using System.CommandLine;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Repository;

/// <summary>Where records can be read, as the build says it: what a record says itself, else its path after a base, else the path.</summary>
/// <param name="Base">What a path is appended to; null where a path is all that is known.</param>
internal sealed partial record RecordLink(string? Base)
{
    /// <summary>The option that gives the base.</summary>
    public static Option<string?> Option { get; } = new("--link-base")
    {
        Description = "What a record's path in the repository is appended to for its link. "
            + "Default: derived from git's remote 'origin' on GitHub, GitLab and Bitbucket.",
        HelpName = "URL",
    };

    /// <summary>The links of a decision log.</summary>
    /// <param name="given">The base that the user gives, or null.</param>
    /// <param name="log">The decision log.</param>
    /// <exception cref="ToolException">The base is no URL of the web.</exception>
    public static RecordLink Of(string? given, DecisionLog log)
    {
        if (given is null) return new(BaseOf(Remote(log.Folder.Root)));
        if (!IsWeb(given))
        {
            throw new ToolException($"'{given}' is no link base. It is the beginning of a URL, as in 'https://example.org/repository/blob/HEAD'.");
        }
        return new(given.TrimEnd('/'));
    }

    /// <summary>A record's decision, with the link at which the record can be read.</summary>
    /// <param name="record">The record.</param>
    public DecisionPolicy Cite(AdrRecord record) => record.Cited(Base);

    /// <summary>Where a record can be read.</summary>
    /// <param name="record">The record.</param>
    public string To(AdrRecord record) => Cite(record).Link;

    /// <summary>Where a file of the repository can be read; null where no base is known.</summary>
    /// <param name="path">Its path in the repository, with forward slashes.</param>
    public string? ToPath(string path) => Base is null ? null : AdrRecord.LinkTo(path, Base);

    /// <summary>Whether a text is a URL of the web, and not a path, a script or a file.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && text.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>The base that follows from the URL of a repository; null where the host's links are not known.</summary>
    /// <param name="remote">The URL, as git knows it.</param>
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

    // Null where there is none, no repository, or no git.
    private static string? Remote(string folder) =>
        new GitProcess(folder).Run("", "config", "--get", "remote.origin.url") is { Succeeded: true } answer ? answer.Text.Trim() : null;

    // Who fetches from the remote, and with what token, stands before the '@' and must not become a part of a link.
    [GeneratedRegex(@"^(?:(?:https|ssh)://(?:[^/@]*@)?(?<host>[^/:@]+)(?::\d+)?/|[^/:@]+@(?<host>[^/:@]+):)(?<path>[\w.\-~/]+?)(?:\.git)?/*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
