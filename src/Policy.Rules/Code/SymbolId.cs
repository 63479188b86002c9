using System.Diagnostics.CodeAnalysis;

namespace DecisionPolicies.Rules;

/// <summary>A symbol by its documentation-comment id (ECMA-334, annex D), as in <c>N:System.Net</c> or <c>M:System.IO.File.Delete(System.String)</c>.</summary>
public sealed record SymbolId
{
    private const string Kinds = "NTMPFE";

    private SymbolId(string text) => Text = text;

    /// <summary>The id.</summary>
    public string Text { get; }

    /// <summary>Reads an id.</summary>
    /// <param name="text">The id.</param>
    /// <exception cref="FormatException">The text is no id; the message says why.</exception>
    public static SymbolId Parse(string text) => TryParse(text, out var symbol, out var fault) ? symbol : throw new FormatException(fault);

    /// <summary>Reads an id.</summary>
    /// <param name="text">The id.</param>
    /// <param name="symbol">The symbol, where the text is an id.</param>
    /// <param name="fault">Why the text is no id, as a sentence, where it is none.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SymbolId? symbol, [NotNullWhen(false)] out string? fault)
    {
        var trimmed = text.Trim();
        fault = FaultOf(trimmed);
        symbol = fault is null ? new(trimmed) : null;
        return fault is null;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Text;

    private static string? FaultOf(string text)
    {
        if (text.Length < 2 || text[1] != ':' || Kinds.IndexOf(text[0]) < 0)
        {
            return $"'{text}' is no documentation-comment id. "
                + "Begin with what it is: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.";
        }
        var name = text.Substring(2);
        if (name.Length == 0 || name[0] == '.' || name.EndsWith(".", StringComparison.Ordinal) || name.Contains(".."))
        {
            return $"'{text}' names nothing. Write the full name, as in 'T:System.IO.File'.";
        }
        if (name.IndexOfAny(['<', '>', ' ', ';', '/', '?']) >= 0)
        {
            return $"'{text}' is not written as a documentation-comment id: a generic type is List`1, arguments are full names without spaces, as in "
                + "'M:System.IO.File.Delete(System.String)'.";
        }
        return name.Contains('(') && text[0] is not ('M' or 'P') ? $"'{text}' has arguments, which only a method or a property has." : null;
    }
}
