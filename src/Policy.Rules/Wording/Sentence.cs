namespace DecisionPolicies.Rules;

/// <summary>Ends texts of records as sentences, so that other sentences can follow.</summary>
internal static class Sentence
{
    // Including Chinese and Japanese marks, and the ellipsis.
    private const string Marks = ".!?\u2026\u3002\uFF01\uFF1F";

    private static readonly char[] _closing = [')', ']', '"', '\'', '\u2019', '\u201D', '\u00BB', '\u300D'];

    /// <summary>The text, trimmed, with a full stop unless it already ends with a mark, which may be inside quotes.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.TrimEnd(_closing);
        return end.Length == 0 || Marks.IndexOf(end[end.Length - 1]) >= 0 ? trimmed : trimmed + ".";
    }
}
