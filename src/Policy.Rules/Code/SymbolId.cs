using System.Diagnostics.CodeAnalysis;

namespace DecisionPolicies.Rules;

/// <summary>The documentation-comment id of a symbol (ECMA-334, annex D): <c>N:System.Net</c>, <c>M:System.IO.File.Delete(System.String)</c>.</summary>
public sealed record SymbolId
{
    private const string Kinds = "NTMPFE";

    private SymbolId(string text) => Text = text;

    /// <summary>The id, as in <c>T:System.IO.File</c>.</summary>
    public string Text { get; }

    /// <summary>Reads a documentation-comment id.</summary>
    /// <param name="text">The id.</param>
    /// <exception cref="FormatException">The text is not a documentation-comment id; the message says why.</exception>
    public static SymbolId Parse(string text) => TryParse(text, out var symbol, out var fault) ? symbol : throw new FormatException(fault);

    /// <summary>Reads a documentation-comment id.</summary>
    /// <param name="text">The id.</param>
    /// <param name="symbol">The symbol if the text is an id; otherwise null.</param>
    /// <param name="fault">Why the text is not an id, as a sentence; null if it is one.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SymbolId? symbol, [NotNullWhen(false)] out string? fault)
    {
        var trimmed = text.Trim();
        fault = PatternLimit.FaultOf("symbol", trimmed) ?? FaultOf(trimmed);
        symbol = fault is null ? new(trimmed) : null;
        return fault is null;
    }

    /// <summary>The id, as in <c>T:System.IO.File</c>.</summary>
    public override string ToString() => Text;

    private static string? FaultOf(string text)
    {
        if (text.Length < 2 || text[1] != ':' || Kinds.IndexOf(text[0]) < 0)
        {
            return $"'{text}' is not a documentation-comment id. "
                + "Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.";
        }
        var name = text.Substring(2);
        if (name.Length == 0 || name[0] == '.' || name.EndsWith(".", StringComparison.Ordinal) || name.Contains(".."))
        {
            return $"'{text}' names nothing. Write the full name, as in 'T:System.IO.File'.";
        }
        if (name.IndexOfAny(['<', '>', ' ', ';', '/', '?']) >= 0)
        {
            return $"'{text}' is not a valid documentation-comment id: write a generic type as List`1, and arguments as full names without spaces, as in "
                + "'M:System.IO.File.Delete(System.String)'.";
        }
        return name.Contains('(') && text[0] is not ('M' or 'P') ? $"'{text}' has arguments, which only a method or a property can have." : null;
    }
}
