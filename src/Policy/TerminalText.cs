using System.Globalization;

namespace DecisionPolicies;

/// <summary>Makes text from a record or a configuration harmless to show: it can neither move the cursor nor reorder a line.</summary>
internal static class TerminalText
{
    /// <summary>The text on one line, with every control and formatting character as a visible replacement.</summary>
    public static string Neutralise(string text) => text.All(IsHarmless) ? text : string.Create(text.Length, text, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = IsHarmless(text[i]) ? text[i] : text[i] is '\r' or '\n' or '\t' ? ' ' : '\uFFFD';
    });

    private static bool IsHarmless(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
