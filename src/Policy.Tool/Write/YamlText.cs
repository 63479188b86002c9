using System.Globalization;

namespace DecisionPolicies.Tool.Write;

/// <summary>Writes text as a YAML scalar: plain if that reads the same, otherwise quoted.</summary>
internal static class YamlText
{
    private static readonly string[] _meaning = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

    /// <summary>The scalar for a text, on one line.</summary>
    /// <param name="text">The text.</param>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>The scalar for a text in a list in brackets, where a comma separates items.</summary>
    /// <param name="text">The text.</param>
    public static string Item(string text) => text.Contains(',', StringComparison.Ordinal) ? Quoted(text) : Scalar(text);

    /// <summary>The scalar for a text in double quotes.</summary>
    /// <param name="text">The text.</param>
    public static string Quoted(string text) => string.Concat(text.Select(Escaped).Prepend("\"").Append("\""));

    // Stricter than YAML: a date, or a text that begins with a letter and has only harmless characters.
    private static bool IsPlain(string text) => IsDate(text) || IsPlainWords(text);

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsPlainWords(string text) =>
        text.Length > 0
        && char.IsLetter(text[0])
        && !char.IsWhiteSpace(text[^1])
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '-' or '_' or '.' or '/' or '(' or ')' or '\'' or '+' or ';' or ':' or '#')
        && !text.Contains(": ", StringComparison.Ordinal) && text[^1] != ':'
        && !text.Contains(" #", StringComparison.Ordinal)
        && !_meaning.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        >= ' ' and <= '~' => c.ToString(),
        _ when char.IsLetterOrDigit(c) || char.IsSurrogate(c) => c.ToString(),
        _ when char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark => c.ToString(),
        _ => $"\\u{(int)c:X4}",
    };
}
