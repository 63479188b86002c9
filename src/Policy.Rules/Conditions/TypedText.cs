using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>
/// Text that .NET reads as a value of a type with several spellings. The type that a setting is bound to is unknown here;
/// the literal in the record determines it.
/// </summary>
internal static class TypedText
{
    private const int DigitsOfGuid = 32;

    private delegate bool Reader<T>(string text, out T value);

    /// <summary>A test for text that spells the same value as this text; null if there is no other spelling of this text.</summary>
    /// <param name="text">The literal of a record.</param>
    public static Func<string, bool>? SpellsTheSameAs(string text) =>
        // What a text cannot be is not tried: the first of each costs a start more than the rest of its rule.
        (text.Length >= DigitsOfGuid ? As<Guid>(text, Guid.TryParse) : null)
        // A whole number is also a time span, in days. Only a colon makes a time span unambiguous.
        ?? (text.Contains(':') ? As<TimeSpan>(text, TryTimeSpan) : null)
        ?? (IsDate(text) ? As<DateTime>(text, TryDate) : null)
        ?? (text.Contains('.') ? As(text, (string read, out Version value) => Version.TryParse(read, out value!)) : null)
        ?? SameUrlAs(text);

    private static Func<string, bool>? As<T>(string text, Reader<T> read) where T : IEquatable<T> =>
        read(text, out var meant) ? other => read(other, out var value) && value.Equals(meant) : null;

    private static bool TryTimeSpan(string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);

    // The record's text is a date only in ISO 8601: .NET would read the word May as one. The value may have any format.
    private static bool IsDate(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _] && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool TryDate(string text, out DateTime value) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out value);

    private static Func<string, bool>? SameUrlAs(string text)
    {
        if (!text.Contains("://")) return null;
        var meant = UrlText.Canonical(text) ?? text;
        return other => string.Equals(UrlText.Canonical(other), meant, StringComparison.OrdinalIgnoreCase);
    }
}
