using System.Text;

namespace DecisionPolicies.Tool.Browse;

/// <summary>Text as a search compares it: without case, without marks on letters, and with one space for any white space.</summary>
internal static class FoldedText
{
    // Latin-1 and Latin Extended-A, from U+00C0 to U+017F. The runtime cannot decompose letters without the data of a culture.
    internal const string Letters =
        "aaaaaaaceeeeiiiidnooooo×ouuuuyþsaaaaaaaceeeeiiiidnooooo÷ouuuuyþy"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const char First = '\u00C0';

    /// <summary>The folded form of a text.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (c is < '\u0300' or > '\u036F') folded.Append(Fold(c));
        }
        return folded.ToString().TrimEnd();
    }

    private static char Fold(char c) => c >= First && c - First < Letters.Length ? Letters[c - First] : char.ToLowerInvariant(c);
}
