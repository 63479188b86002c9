using Microsoft.CodeAnalysis.CSharp;

namespace DecisionPolicies.Generator;

/// <summary>Writes values as C# expressions. Text of a record can never become code: it is always a literal.</summary>
internal static class CSharp
{
    /// <summary>A string literal. Characters that cannot be seen, and could make the code look like other code, are escaped.</summary>
    public static string Text(string text)
    {
        if (IsPlain(text)) return "\"" + text + "\"";
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return DisplayText.Visible(literal);
    }

    // Nearly every text is plain, and needs no second pass over its characters.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '"' or '\\') return false;
        }
        return true;
    }

    /// <summary>A name, with an @ if it is a keyword.</summary>
    public static string Name(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A name with dots. Each part that is a keyword gets an @.</summary>
    public static string Names(string names) => string.Join(".", names.Split('.').Select(Name));
}
