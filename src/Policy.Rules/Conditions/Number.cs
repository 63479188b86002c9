using System.Globalization;
using System.Numerics;

namespace DecisionPolicies.Rules;

/// <summary>
/// A number in any spelling that .NET's configuration binder reads for any numeric type, including hexadecimal. The type that
/// it is bound to is unknown here, so two decimals are compared exactly, and all other numbers as doubles.
/// </summary>
internal readonly struct Number
{
    // Decimals of this many digits have distinct doubles.
    private const int DigitsOfDouble = 15;
    private const int DigitsOfInt128 = 32;

    private static readonly string[] _hexadecimalPrefixes = ["0x", "&h", "#"];
    private static readonly int[] _widthsOfSignedTypes = [8, 16, 32, 64, 128];

    private readonly double _nearest;

    private Number(decimal? exact, double nearest)
    {
        Exact = exact;
        _nearest = nearest;
    }

    /// <summary>Zero.</summary>
    public static Number Zero { get; } = Of(0m);

    /// <summary>The number as a decimal; null if no decimal can hold it.</summary>
    public decimal? Exact { get; }

    /// <summary>Reads a number; null if the text is not one.</summary>
    /// <param name="text">Any text; white space around the number is ignored.</param>
    public static Number? Read(string text)
    {
        if (TryDigits(text, out var whole)) return new(whole, whole);
        if (Decimal(text) is { } number) return number;
        // The binder also trims Unicode white space, which number parsing does not skip.
        var (start, length) = TrimmedText.Bounds(text);
        if (length < text.Length && Decimal(text.Substring(start, length)) is { } trimmed) return trimmed;
        return MayBeHexadecimal(text) ? ReadHexadecimal(text) : null;
    }

    // Of its own, so that nothing of large integers is loaded for other texts.
    private static Number? ReadHexadecimal(string text) => TryHexadecimal(text, out var bits) ? Of(bits) : null;

    /// <summary>
    /// Reads hexadecimal that a signed type holds as a negative number, as an <see cref="int"/> holds <c>0xFFFFFFFF</c> as
    /// -1; null for any other text. The ranges of the types do not overlap, so there is never more than one such number.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static Number? ReadNegative(string text) => MayBeHexadecimal(text) ? ReadNegativeHexadecimal(text) : null;

    private static Number? ReadNegativeHexadecimal(string text)
    {
        if (!TryHexadecimal(text, out var bits)) return null;
        foreach (var width in _widthsOfSignedTypes)
        {
            var end = BigInteger.One << width;
            if (bits < end) return bits >= end / 2 ? Of(bits - end) : null;
        }
        return null;
    }

    /// <summary>Whether any signed type reads the text as a negative number.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasNegative(string text) => MayBeHexadecimal(text) && ReadNegativeHexadecimal(text) is not null;

    /// <summary>A number that is known exactly.</summary>
    /// <param name="exact">The number.</param>
    public static Number Of(decimal exact) => new(exact, (double)exact);

    /// <summary>
    /// Compares with another number. Two fractions with the same double are equal, because an option may be a double;
    /// whole numbers are compared exactly, because it may be a long.
    /// </summary>
    /// <param name="other">The other number.</param>
    public int CompareTo(Number other) =>
        Exact is { } a && other.Exact is { } b && (_nearest != other._nearest || (IsWhole(a) && IsWhole(b)))
            ? a.CompareTo(b)
            : _nearest.CompareTo(other._nearest);

    private static bool IsWhole(decimal number) => decimal.Truncate(number) == number;

    private static Number? Decimal(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            // Converting a long decimal may not give the double that its text is read as.
            return text.Length <= DigitsOfDouble ? Of(exact) : new(exact, double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        }
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) && !double.IsNaN(large)
            ? new(null, large)
            : null;
    }

    // Most numbers have a few digits, and reading them as a decimal costs more than the rest of the rule.
    private static bool TryDigits(string text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > DigitsOfDouble) return false;
        foreach (var c in text)
        {
            if (c is < '0' or > '9') return false;
            number = (number * 10) + (c - '0');
        }
        return true;
    }

    // Through its text: BigInteger's own conversion to a double truncates, where reading a number rounds.
    private static Number? Of(BigInteger number) => Decimal(number.ToString(CultureInfo.InvariantCulture));

    // The first character settles most texts: nothing between these two is white space or starts a prefix.
    private static bool MayBeHexadecimal(string text) => text.Length > 0 && text[0] is <= '0' or > 'z';

    private static bool TryHexadecimal(string text, out BigInteger bits)
    {
        bits = default;
        var (start, length) = TrimmedText.Bounds(text);
        if (length == 0 || text[start] is not ('0' or '&' or '#')) return false;
        foreach (var prefix in _hexadecimalPrefixes)
        {
            if (string.Compare(text, start, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            // .NET converts the rest from base 16, which accepts a sign and a prefix of its own, or white space.
            var digits = text.Substring(start + prefix.Length, length - prefix.Length).TrimStart();
            if (digits.StartsWith("+", StringComparison.Ordinal)) digits = digits.Substring(1);
            if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits.Substring(2);
            // A leading zero keeps BigInteger from reading a sign into the first digit.
            return digits.Length > 0
                && digits.TrimStart('0') is { Length: <= DigitsOfInt128 } significant
                && BigInteger.TryParse("0" + significant, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bits);
        }
        return false;
    }
}
