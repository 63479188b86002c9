namespace DecisionPolicies.Records;

/// <summary>The phrases by which a status or a sentence names successors and predecessors.</summary>
internal static class SupersessionPhrase
{
    // adr-tools writes the second spelling.
    public static readonly string[] SupersededBy = ["superseded by", "superceded by", "superseded-by"];
    public static readonly string[] Supersedes = ["supersedes", "supercedes"];

    /// <summary>The text after the phrase that it starts with, or null if it does not start with any of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="phrases">One of the two lists.</param>
    public static string? After(string text, string[] phrases) => phrases
        .Where(phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
        .Select(phrase => text.Substring(phrase.Length).TrimStart(':', ' '))
        .FirstOrDefault();
}
