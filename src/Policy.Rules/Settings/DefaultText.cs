namespace DecisionPolicies.Rules;

/// <summary>The defaults of value types, as text: what a key that is set to null is bound to.</summary>
internal static class DefaultText
{
    private static readonly string[] _firstDate = ["0001-01-01", "0001-01-01T00:00:00"];

    // A boolean, a number, a time span or a time, a GUID, a date without and with its time.
    private static readonly string[] _texts = ["false", "0", "00:00:00", "00000000-0000-0000-0000-000000000000", .. _firstDate];

    /// <summary>Whether text spells the default of a value type.</summary>
    /// <param name="text">The text, without white space around it.</param>
    public static bool Is(string text) => MayBe(text) && (Number.Read(text)?.CompareTo(Number.Zero) == 0 || IsAnyOf(text, _texts));

    /// <summary>Whether text spells the default of a date, which .NET also reads in empty text.</summary>
    /// <param name="text">The text, without white space around it.</param>
    public static bool IsFirstDate(string text) => MayBe(text) && IsAnyOf(text, _firstDate);

    // Most texts are words, and the only word among the defaults is "false".
    private static bool MayBe(string text) => text.Length > 0 && (text[0] is 'f' or 'F' || !char.IsLetter(text[0]));

    private static bool IsAnyOf(string text, string[] texts)
    {
        var spellsTheSame = TypedText.SpellsTheSameAs(text);
        return Array.Exists(texts, each => TrimmedText.Equal(each, text) || spellsTheSame?.Invoke(each) == true);
    }
}
