namespace DecisionPolicies.Rules;

/// <summary>Finds the word that an author may have meant.</summary>
internal static class Spelling
{
    /// <summary>A question to add to a message, or empty text.</summary>
    /// <param name="word">The word as it was written.</param>
    /// <param name="known">The words that are known.</param>
    public static string DidYouMean(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The known word that is one or two slips away, or null.</summary>
    /// <param name="word">The word as it was written.</param>
    /// <param name="known">The words that are known.</param>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        // The usual case needs no letters to be compared.
        if (known.FirstOrDefault(k => string.Equals(k, word, StringComparison.OrdinalIgnoreCase)) is { Length: > 0 } same) return same;
        // In a short word two slips make any other word.
        var allowed = word.Length < 5 ? 1 : 2;
        return known
            .Where(k => Math.Abs(k.Length - word.Length) <= allowed)
            .Select(k => (Word: k, Slips: Slips(word.ToLowerInvariant(), k.ToLowerInvariant())))
            .Where(pair => pair.Slips <= allowed && pair.Slips < pair.Word.Length)
            .OrderBy(pair => pair.Slips)
            .Select(pair => pair.Word)
            .FirstOrDefault();
    }

    // Optimal string alignment: an added letter, a missing letter, a wrong letter, two swapped letters.
    private static int Slips(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
