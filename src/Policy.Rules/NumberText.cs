using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>Reads numbers in every spelling that .NET's configuration binder reads, hexadecimal included.</summary>
internal static class NumberText
{
    private static readonly string[] _hexadecimalPrefixes = ["0x", "&h", "#"];

    public static bool TryParse(string text, out decimal number)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return true;
        var (start, length) = TrimmedText.Bounds(text);
        foreach (var prefix in _hexadecimalPrefixes)
        {
            if (string.Compare(text, start, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var digits = text.Substring(start + prefix.Length, length - prefix.Length);
            if (!ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
            number = value;
            return true;
        }
        return false;
    }
}
