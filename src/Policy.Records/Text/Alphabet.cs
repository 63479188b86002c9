namespace DecisionPolicies.Records;

/// <summary>Finds Cyrillic and Greek letters among Latin ones, which they look like.</summary>
internal static class Alphabet
{
    // A word of these alone looks like a Latin word.
    private const string Lookalikes = "АВЕЅЗІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυχ";

    /// <summary>
    /// The first Cyrillic or Greek letter that is in one word with Latin letters, or, beside Latin words, in a word that looks like a Latin one;
    /// null if there is none. Whole words of another alphabet are not odd.
    /// </summary>
    /// <param name="text">The text.</param>
    public static (char Letter, string Alphabet)? OddLetterIn(string text)
    {
        // Nearly every name is of ASCII.
        if (text.All(c => c < 128)) return null;
        var hasLatin = text.Any(IsLatin);
        for (var (start, end) = (0, 0); start < text.Length; start = end + 1)
        {
            for (end = start; end < text.Length && char.IsLetterOrDigit(text[end]);) end++;
            var word = text.Substring(start, end - start);
            var at = word.ToList().FindIndex(c => NameOf(c) is not null);
            if (at < 0) continue;
            var looksLatin = hasLatin && word.All(c => Lookalikes.IndexOf(c) >= 0 || NameOf(c) is null);
            if (looksLatin || word.Any(IsLatin)) return (word[at], NameOf(word[at])!);
        }
        return null;
    }

    private static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7');

    private static string? NameOf(char c) => c switch
    {
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') when char.IsLetter(c) => "Greek",
        _ => null,
    };
}
