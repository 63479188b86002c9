namespace DecisionPolicies.Rules;

/// <summary>The defaults of value types, as text: what a key that is set to null is bound to.</summary>
internal static class DefaultText
{
    // A boolean, a number, a time span or a time, a GUID, a date without and with its time.
    private static readonly string[] _texts = ["false", "0", "00:00:00", "00000000-0000-0000-0000-000000000000", "0001-01-01", "0001-01-01T00:00:00"];

    /// <summary>Whether text spells the default of a value type.</summary>
    /// <param name="text">The text, without white space around it.</param>
    public static bool Is(string text)
    {
        var spellsTheSame = TypedText.SpellsTheSameAs(text);
        return Number.Read(text)?.CompareTo(Number.Zero) == 0
            || Array.Exists(_texts, each => TrimmedText.Equal(each, text) || spellsTheSame?.Invoke(each) == true);
    }
}
