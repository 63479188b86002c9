using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace DecisionPolicies.Generator;

/// <summary>Writes values as C# expressions. Text of a record can never become code: it is always a literal.</summary>
internal static class CSharp
{
    private const string Rules = "global::DecisionPolicies.Rules.";

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

    public static string Texts(IEnumerable<string> texts) => $"{Rules}ValueList.Of<string>({string.Join(", ", texts.Select(Text))})";

    /// <summary>The method that makes a list. The caller writes its arguments.</summary>
    public static string ListOf(string type) => $"{Rules}ValueList.Of<{type}>";

    public static string Date(DateOnly? date) =>
        date is { } d ? $"new global::System.DateOnly({Int(d.Year)}, {Int(d.Month)}, {Int(d.Day)})" : "null";

    public static string Status(DecisionStatus status) => $"{Rules}DecisionStatus.{status}";

    public static string Rule(Rule rule)
    {
        var (construction, initializers) = rule switch
        {
            ConfigurationRule configuration =>
                ($"ConfigurationRule({Text(configuration.Key.Text)}, {Rules}Verb.{configuration.Verb}, {Condition(configuration.Condition)})",
                Initializers(configuration)),
            EndpointRule endpoint => ($"EndpointRule({Text(endpoint.Subject)})", Initializers(endpoint)),
            SymbolRule symbol => ($"SymbolRule({Text(symbol.Subject)})", Initializers(symbol)),
            LiteralRule literal => ($"LiteralRule({Text(literal.Subject)})", Projects(literal)),
            PackageRule package => ($"PackageRule({Text(package.Subject)})", Projects(package)),
            _ => throw new NotSupportedException($"A rule of type {rule.GetType().Name} cannot be written as C#."),
        };
        if (rule.Because is not null) initializers = initializers.Prepend($"Because = {Text(rule.Because)}");
        var written = string.Join(", ", initializers);
        return $"new {Rules}{construction}" + (written.Length == 0 ? "" : $" {{ {written} }}");
    }

    private static IEnumerable<string> Initializers(ConfigurationRule rule)
    {
        if (rule.Except.Count > 0) yield return $"Except = {Parsed("KeyPattern", rule.Except.Select(key => key.Text))}";
        if (rule.Environments.Count > 0) yield return $"Environments = {Texts(rule.Environments)}";
        if (rule.When.Count > 0) yield return $"When = {ListOf(Rules + "Precondition")}({string.Join(", ", rule.When.Select(Precondition))})";
    }

    private static IEnumerable<string> Initializers(EndpointRule rule)
    {
        if (rule.Except.Count > 0) yield return $"Except = {Parsed("EndpointPattern", rule.Except.Select(endpoint => endpoint.Text))}";
        if (rule.ExceptTypes.Count > 0) yield return $"ExceptTypes = {Parsed("SymbolId", rule.ExceptTypes.Select(type => type.Text))}";
        if (rule.Environments.Count > 0) yield return $"Environments = {Texts(rule.Environments)}";
    }

    private static IEnumerable<string> Initializers(SymbolRule rule) =>
        rule.Except.Count == 0 ? Projects(rule) : Projects(rule).Prepend($"Except = {Parsed("SymbolId", rule.Except.Select(symbol => symbol.Text))}");

    private static IEnumerable<string> Projects(CodeRule rule)
    {
        if (rule.Projects.Count > 0) yield return $"Projects = {Texts(rule.Projects)}";
    }

    private static string Parsed(string type, IEnumerable<string> texts) =>
        $"{ListOf(Rules + type)}({string.Join(", ", texts.Select(text => $"{Rules}{type}.Parse({Text(text)})"))})";

    private static string Precondition(Precondition when) =>
        $"new {Rules}Precondition({Text(when.Key.Text)}, {Condition(when.Condition)})";

    private static string Condition(Condition condition) => Rules + "Condition." + condition switch
    {
        InCondition { Literals.Count: 1 } one => $"EqualTo({Literal(one.Literals[0])})",
        InCondition several => $"In({string.Join(", ", several.Literals.Select(Literal))})",
        LikeCondition like => $"Like({string.Join(", ", like.Globs.Select(glob => Text(glob.Pattern)))})",
        PresentCondition present => $"Present({(present.Expected ? "true" : "false")})",
        AtLeastCondition bound => $"AtLeast({bound.Bound.ToString(CultureInfo.InvariantCulture)}m)",
        AtMostCondition bound => $"AtMost({bound.Bound.ToString(CultureInfo.InvariantCulture)}m)",
        RouteToCondition route => $"RouteTo({string.Join(", ", route.Globs.Select(glob => Text(glob.Pattern)))})",
        SameOriginCondition other => $"SameOriginAs({Text(other.Other.Text)})",
        AllCondition all => $"All({string.Join(", ", all.Conditions.Select(Condition))})",
        _ => throw new NotSupportedException($"A condition of type {condition.GetType().Name} cannot be written as C#."),
    };

    private static string Literal(Literal literal) => Rules + "Literal." + literal.Kind switch
    {
        LiteralKind.Null => "Null",
        LiteralKind.Boolean => literal.Equals(DecisionPolicies.Rules.Literal.True) ? "True" : "False",
        LiteralKind.Number => $"Number({Text(literal.Text)})",
        _ => $"String({Text(literal.Text)})",
    };

    private static string Int(int number) => number.ToString(CultureInfo.InvariantCulture);
}
