using System.Globalization;
using System.Text;

namespace DecisionPolicies.Records;

/// <summary>Makes a C# name from words: <c>no-dcr</c> is <c>NoDcr</c>.</summary>
internal static class PascalCase
{
    /// <summary>The longest name. The runtime allows 1,024 bytes, but such a name is unreadable.</summary>
    public const int LongestName = 100;

    /// <summary>The name; empty if the words contain neither a letter nor a digit.</summary>
    /// <param name="words">Words with anything between them.</param>
    public static string Of(string words)
    {
        var name = new StringBuilder();
        var startsWord = true;
        // Only letters, digits and their marks: an invalid character cannot be normalized.
        var plain = string.Concat(words.Select(c => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
            ? c
            : ' '));
        foreach (var c in plain.Normalize(NormalizationForm.FormC))
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }
            if (name.Length == 0 && char.IsDigit(c)) name.Append('_');
            name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }
        return name.ToString(0, Math.Min(name.Length, LongestName));
    }
}
