using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace DecisionPolicies.Generator;

/// <summary>Writes values as C# expressions. No text of a record can become code: every text is a literal.</summary>
internal static class CSharp
{
    private const string Rules = "global::DecisionPolicies.Rules.";

    /// <summary>A string literal. What could make the code look like other code is escaped.</summary>
    public static string Text(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Any(DisplayText.IsBidirectionalControl)
            ? string.Concat(literal.Select(c => DisplayText.IsBidirectionalControl(c) ? $"\\u{(int)c:X4}" : c.ToString()))
            : literal;
    }

    /// <summary>A name, with an @ where it is a keyword.</summary>
    public static string Name(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A name with dots, each part with an @ where it is a keyword.</summary>
    public static string Names(string names) => string.Join(".", names.Split('.').Select(Name));

    public static string Texts(IEnumerable<string> texts) => $"{ListOf("string")}({string.Join(", ", texts.Select(Text))})";

    /// <summary>The method that makes a list; its arguments are for the caller to write.</summary>
    public static string ListOf(string type) => $"{Rules}ValueList.Of<{type}>";

    public static string Date(CalendarDate? date) =>
        date is { } d ? $"new global::System.DateOnly({Int(d.Year)}, {Int(d.Month)}, {Int(d.Day)})" : "null";

    public static string Status(DecisionStatus status) => $"{Rules}DecisionStatus.{status}";

    public static string Rule(Rule rule) => rule switch
    {
        ConfigurationRule configuration => Configuration(configuration),
        _ => throw new NotSupportedException($"No C# is known for {rule.GetType().Name}."),
    };

    private static string Configuration(ConfigurationRule rule)
    {
        var initializers = new List<string>();
        if (rule.Because is not null) initializers.Add($"Because = {Text(rule.Because)}");
        if (rule.Except.Count > 0) initializers.Add($"Except = {ListOf(Rules + "KeyPattern")}({string.Join(", ", rule.Except.Select(key => $"{Rules}KeyPattern.Parse({Text(key.Text)})"))})");
        if (rule.Environments.Count > 0) initializers.Add($"Environments = {Texts(rule.Environments)}");
        if (rule.When.Count > 0) initializers.Add($"When = {ListOf(Rules + "Precondition")}({string.Join(", ", rule.When.Select(Precondition))})");
        var construction = $"new {Rules}ConfigurationRule({Text(rule.Key.Text)}, {Rules}Verb.{rule.Verb}, {Condition(rule.Condition)})";
        return initializers.Count == 0 ? construction : $"{construction} {{ {string.Join(", ", initializers)} }}";
    }

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
        SameOriginCondition other => $"SameOriginAs({Text(other.Other.Text)})",
        AllCondition all => $"All({string.Join(", ", all.Conditions.Select(Condition))})",
        _ => throw new NotSupportedException($"No C# is known for {condition.GetType().Name}."),
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
