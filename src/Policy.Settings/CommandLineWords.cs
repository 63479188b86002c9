using System.Text;

namespace DecisionPolicies.Settings;

/// <summary>The words of a command line, and what they set.</summary>
internal static class CommandLineWords
{
    /// <summary>What the words set, as <c>Microsoft.Extensions.Configuration.CommandLine</c> reads them without switch mappings.</summary>
    /// <param name="words">The words after the program.</param>
    /// <returns>Each key with its value, and the words that they are in.</returns>
    public static IEnumerable<(string Key, string Value, int KeyWord, int ValueWord)> Settings(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var start = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.StartsWith("/", StringComparison.Ordinal) ? 1 : 0;
            // A single dash is for a switch that the program maps to a key.
            if (start == 0 && word.StartsWith("-", StringComparison.Ordinal)) continue;
            var equals = word.IndexOf('=');
            if (equals >= start) yield return (word.Substring(start, equals - start), word.Substring(equals + 1), i, i);
            else if (start > 0 && i + 1 < words.Count) yield return (word.Substring(start), words[i + 1], i, ++i);
        }
    }

    /// <summary>Divides a line at its white space. Quotation marks hold a word together.</summary>
    /// <param name="line">The line.</param>
    public static IReadOnlyList<string> Of(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        foreach (var c in line)
        {
            if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
                isWord = true;
            }
            else if (quote != '\0' || !char.IsWhiteSpace(c))
            {
                word.Append(c);
                isWord = true;
            }
            else if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }
        if (isWord) words.Add(word.ToString());
        return words;
    }
}
