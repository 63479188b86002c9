using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Browse;

/// <summary>
/// Finds words that a forge makes more of than text, whatever is escaped in them: it links them, or notifies people. GitHub, GitLab, Bitbucket,
/// Azure DevOps and Gitea look for them in what a reader sees; in code they do not.
/// </summary>
internal static partial class LiveReference
{
    /// <summary>
    /// Whether a word has a mention, an e-mail address, the number of an issue, a URL, the code of an emoji, or what may be the hash of a commit.
    /// </summary>
    /// <param name="word">A word: text without spaces.</param>
    public static bool IsIn(string word) => Live().IsMatch(word);

    /// <summary>Whether a word has the key of a ticket, as in <c>JIRA-123</c>, for which a forge may know a tracker.</summary>
    /// <param name="word">A word: text without spaces.</param>
    public static bool IsTicketIn(string word) => Ticket().IsMatch(word);

    // In order: @name, #12, GitLab's labels and milestones, its [issue:12] and *iteration:12, URLs, :tada:, GH-12, GHSA-…, a hash.
    [GeneratedRegex(
        """
        @.|.@|\#\w|[!$&]\d|[%~]["\w]|\[\w+:|\*\w+:|://|\b(?:www\.|(?:mailto|tel|sms|xmpp):)|:[-+\w]+:|\bGH-\d|\bGHSA-
        |(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Live();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9_]+-\d", RegexOptions.CultureInvariant)]
    private static partial Regex Ticket();
}
