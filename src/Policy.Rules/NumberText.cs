using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>Reads numbers in every spelling that .NET's configuration binder reads, hexadecimal included.</summary>
internal static class NumberText
{
    private static readonly string[] _hexadecimalPrefixes = ["0x", "&h", "#"];

    /// <summary>Reads a number.</summary>
    /// <param name="text">Any text; white space around the number is passed over.</param>
    /// <param name="number">The number.</param>
    public static bool TryParse(string text, out decimal number)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return true;
        var (start, length) = TrimmedText.Bounds(text);
        foreach (var prefix in _hexadecimalPrefixes)
        {
            if (string.Compare(text, start, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var digits = text.Substring(start + prefix.Length, length - prefix.Length);
            // The binder strips its prefix, and then the conversion strips another 0x.
            if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits.Substring(2);
            if (!ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
            number = value;
            return true;
        }
        return false;
    }

    /// <summary>Compares the number that a text spells with a bound. A number too large for a decimal is compared as a double.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="bound">The bound.</param>
    /// <returns>Negative, zero or positive as the number is below, at or above the bound; null where the text spells no number.</returns>
    public static int? Compare(string text, decimal bound)
    {
        if (TryParse(text, out var number)) return number.CompareTo(bound);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) && !double.IsNaN(large)
            ? large.CompareTo((double)bound)
            : null;
    }
}
