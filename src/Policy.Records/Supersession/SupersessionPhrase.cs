namespace DecisionPolicies.Records;

/// <summary>The phrases by which a status or a sentence names other records.</summary>
internal static class SupersessionPhrase
{
    /// <summary>What precedes a successor. adr-tools writes the second spelling.</summary>
    public static readonly string[] SupersededBy =
    [
        "superseded by", "superceded by", "superseeded by", "superseded-by", "replaced by", "obsoleted by", "ersetzt durch", "abgelöst durch",
        "remplacé par", "remplacée par", "reemplazado por", "reemplazada por", "sustituido por", "sustituida por", "substituído por",
        "substituída por", "sostituito da", "sostituita da", "vervangen door", "zastąpiony przez", "zastąpiona przez", "zastąpione przez",
    ];

    /// <summary>What precedes a predecessor.</summary>
    public static readonly string[] Supersedes =
    [
        "supersedes", "supercedes", "superseedes", "replaces", "ersetzt", "löst ab", "remplace", "reemplaza a", "reemplaza", "sustituye a",
        "sustituye", "substitui", "sostituisce", "vervangt", "zastępuje",
    ];

    /// <summary>What precedes a record that this one only adds to, or that adds to this one.</summary>
    public static readonly string[] Amends =
    [
        "amends", "amended by", "extends", "extended by", "clarifies", "clarified by", "refines", "refined by", "relates to", "related to",
        "see also", "depends on", "ergänzt durch", "ergänzt",
    ];

    /// <summary>The text after the phrase that it starts with, or null if it does not start with any of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="phrases">One of the lists.</param>
    public static string? After(string text, string[] phrases) => LengthAt(text, 0, phrases) is var length and > 0
        ? text.Substring(length).TrimStart(':', ' ')
        : null;

    /// <summary>The length of the phrase at a position, up to the end of its last word; 0 if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    /// <param name="phrases">One of the lists.</param>
    public static int LengthAt(string text, int at, string[] phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            var length = LengthAt(text, at, phrase);
            if (length > longest) longest = length;
        }
        return longest;
    }

    // Marks that were blanked may leave several spaces between two words: "**Superseded** by".
    private static int LengthAt(string text, int at, string phrase)
    {
        var next = at;
        foreach (var letter in phrase)
        {
            if (next >= text.Length) return 0;
            if (letter == ' ')
            {
                if (text[next] != ' ') return 0;
                while (next < text.Length && text[next] == ' ') next++;
            }
            else if (char.ToLowerInvariant(text[next++]) != letter) return 0;
        }
        return next == text.Length || !char.IsLetterOrDigit(text[next]) ? next - at : 0;
    }
}
