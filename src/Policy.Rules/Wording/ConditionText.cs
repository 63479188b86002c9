using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>Conditions in words, as in <c>at least 3</c>, and what a rule demands by them.</summary>
internal static class ConditionText
{
    /// <summary>What a rule demands of a value, as in <c>must not be true</c>.</summary>
    /// <param name="condition">The rule's condition.</param>
    /// <param name="verb">The rule's verb.</param>
    public static string Demand(Condition condition, Verb verb) => condition switch
    {
        PresentCondition present => (verb == Verb.Require) == present.Expected ? "must be set" : "must not be set",
        _ => (verb == Verb.Forbid ? "must not " : "must ") + Clause(condition, "be", "match", "have"),
    };

    /// <summary>That the condition holds for a value, as in <c>is at least 3</c>.</summary>
    /// <param name="condition">The condition.</param>
    public static string Fact(Condition condition) => Clause(condition, "is", "matches", "has");

    /// <summary>The condition in words.</summary>
    /// <param name="condition">The condition.</param>
    public static string Of(Condition condition) => condition switch
    {
        InCondition { Literals.Count: 1 } one => one.Literals[0].ToString(),
        InCondition several => "one of " + string.Join(", ", several.Literals),
        LikeCondition like => "like " + Patterns(like),
        PresentCondition present => present.Expected ? "set" : "unset",
        AtLeastCondition least => "at least " + least.Bound.ToString(CultureInfo.InvariantCulture),
        AtMostCondition most => "at most " + most.Bound.ToString(CultureInfo.InvariantCulture),
        SameOriginCondition same => "of the same origin as " + same.Other,
        AllCondition all => string.Join(" and ", all.Conditions.Select(Of)),
        _ => throw new NotSupportedException($"There are no words for {condition.GetType().Name}."),
    };

    private static string Clause(Condition condition, string be, string match, string have) => condition switch
    {
        LikeCondition like => $"{match} {Patterns(like)}",
        SameOriginCondition same => $"{have} the same origin as {same.Other}",
        // One verb for all of its kind, as in 'must be at least 1 and at most 3'.
        AllCondition all => string.Join(" and ", all.Conditions
            .Select(each => Clause(each, be, match, have))
            .GroupBy(clause => clause.Split(' ')[0])
            .Select(clauses => $"{clauses.Key} {string.Join(" and ", clauses.Select(clause => clause.Substring(clauses.Key.Length + 1)))}")),
        _ => $"{be} {Of(condition)}",
    };

    private static string Patterns(LikeCondition like) =>
        like.Globs.Count == 1 ? like.Globs[0].ToString() : "one of " + string.Join(", ", like.Globs);
}
