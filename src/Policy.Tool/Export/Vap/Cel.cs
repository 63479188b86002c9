using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Export.Vap;

/// <summary>Writes literals of the Common Expression Language (CEL).</summary>
internal static class Cel
{
    /// <summary>A text as a literal on one line, in ASCII: YAML takes some other characters for the end of a line.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string text)
    {
        var isPlain = text.All(c => c is >= ' ' and <= '~' and not '\'');
        if (isPlain && text.Contains('\\', StringComparison.Ordinal)) return $"r'{text}'";
        return isPlain ? $"'{text}'" : $"'{string.Concat(text.EnumerateRunes().Select(Escaped))}'";
    }

    /// <summary>An expression that a text must match as a whole, as a literal.</summary>
    /// <param name="expression">A regular expression.</param>
    public static string Whole(string expression) => Text($"^(?:{expression})$");

    /// <summary>A number as a literal of the type double.</summary>
    /// <param name="doubled">A whole number, doubled (<see cref="WholeNumber"/>).</param>
    public static string Number(long doubled) => (doubled / 2).ToString(CultureInfo.InvariantCulture) + ".0";

    private static string Escaped(Rune c) => c.Value switch
    {
        '\\' or '\'' => $@"\{c}",
        >= ' ' and <= '~' => c.ToString(),
        > char.MaxValue => string.Create(CultureInfo.InvariantCulture, $@"\U{c.Value:x8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $@"\u{c.Value:x4}"),
    };
}
