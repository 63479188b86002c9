using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>
/// Characters that cannot be seen, so that two texts look the same, or one text hides another: controls, format characters (Unicode's
/// category Cf), variation selectors, fillers, and half a character.
/// </summary>
internal static class InvisibleCharacter
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;
    private const int TextStyle = 0xFE0E;
    private const int EmojiStyle = 0xFE0F;
    private const int Keycap = 0x20E3;
    private const int None = -1;

    /// <summary>How many units of UTF-16 the character at a position has, 1 or 2.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static int LengthAt(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>Whether a character cannot be seen; half a character cannot.</summary>
    /// <param name="c">The character.</param>
    public static bool Is(char c) => c is < ' ' or > '~' && (IsBlank(c) || IsHidden(CharUnicodeInfo.GetUnicodeCategory(c)));

    /// <summary>Whether the character at a position cannot be seen.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static bool IsAt(string text, int at) => LengthAt(text, at) == 1
        ? Is(text[at])
        : IsBlank(ScalarAt(text, at)) || IsHidden(CharUnicodeInfo.GetUnicodeCategory(text, at));

    /// <summary>
    /// The position of the first character that cannot be seen; -1 if there is none. Controls and line ends do not count: YAML does not take
    /// them as they are, so a reader sees them.
    /// </summary>
    /// <param name="text">The text.</param>
    public static int IndexIn(string text)
    {
        for (var at = 0; at < text.Length; at += LengthAt(text, at))
        {
            if (IsAt(text, at) && !char.IsControl(text[at]) && text[at] is not ('\u2028' or '\u2029')) return at;
        }
        return -1;
    }

    /// <summary>The code of the character at a position, as in <c>U+200B</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static string CodeAt(string text, int at) => $"U+{ScalarAt(text, at):X4}";

    /// <summary>
    /// Whether a character that cannot be seen is needed for what is beside it to look right, as in prose: it joins two emoji or two
    /// letters of a script that needs it, or chooses the form of an emoji or of a Chinese character. Only one follows another character.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position of a character that cannot be seen.</param>
    public static bool IsExpectedAt(string text, int at)
    {
        if (at == 0) return false;
        var start = at > 1 && char.IsSurrogatePair(text[at - 2], text[at - 1]) ? at - 2 : at - 1;
        var before = ScalarAt(text, start);
        var next = at + LengthAt(text, at);
        var after = next < text.Length ? ScalarAt(text, next) : None;
        return ScalarAt(text, at) switch
        {
            Joiner => (IsSymbol(after) && (IsSymbol(before) || (before == EmojiStyle && IsExpectedAt(text, start)))) || IsJoined(text, start, next),
            NonJoiner => IsJoined(text, start, next),
            TextStyle or EmojiStyle => IsSymbol(before) || (after == Keycap && before is (>= '0' and <= '9') or '#' or '*'),
            (>= 0xFE00 and <= 0xFE02) or (>= 0xE0100 and <= 0xE01EF) => IsHan(before),
            _ => false,
        };
    }

    /// <summary>The character at a position as an escape, as in <c>\u200B</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position.</param>
    public static string EscapeAt(string text, int at) =>
        LengthAt(text, at) == 2 ? $"\\U{char.ConvertToUtf32(text, at):X8}" : $"\\u{(int)text[at]:X4}";

    private static int ScalarAt(string text, int at) => LengthAt(text, at) == 2 ? char.ConvertToUtf32(text, at) : text[at];

    private static bool IsHidden(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Marks, fillers and blanks of other categories, and what Unicode reserves for such characters (Default_Ignorable_Code_Point).
    private static bool IsBlank(int scalar) => scalar
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164
        or (>= 0xFE00 and <= EmojiStyle) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) or 0xFFFE or 0xFFFF or (>= 0xE0000 and <= 0xE0FFF);

    // Emoji, and the symbols that are shown as emoji.
    private static bool IsSymbol(int scalar) => scalar
        is (>= 0x2190 and < 0x2800) or (> 0x28FF and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF)
        or 0xA9 or 0xAE or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x3030 or 0x303D or 0x3297 or 0x3299;

    private static bool IsJoined(string text, int before, int after) =>
        after < text.Length && IsOfJoiningScript(text, before) && IsOfJoiningScript(text, after);

    // From Arabic to Myanmar, which includes the scripts of India, then Khmer and Mongolian.
    private static bool IsOfJoiningScript(string text, int at) =>
        ScalarAt(text, at) is (>= 0x0600 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) && !IsAt(text, at);

    private static bool IsHan(int scalar) => scalar is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
