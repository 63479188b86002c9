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
        _ => (verb == Verb.Forbid ? "must not " : "must ") + Predicate(condition, Verbs.Infinitive),
    };

    /// <summary>That the condition holds for a value, as in <c>is at least 3</c>.</summary>
    /// <param name="condition">The condition.</param>
    public static string Predicate(Condition condition) => Predicate(condition, Verbs.Present);

    /// <summary>The condition in words.</summary>
    /// <param name="condition">The condition.</param>
    public static string Of(Condition condition) => condition switch
    {
        InCondition { Literals.Count: 1 } one => one.Literals[0].ToString(),
        InCondition several => "one of " + string.Join(", ", several.Literals),
        LikeCondition like => "like " + Patterns(like.Globs),
        PresentCondition present => present.Expected ? "set" : "unset",
        AtLeastCondition least => "at least " + least.Bound.ToString(CultureInfo.InvariantCulture),
        AtMostCondition most => "at most " + most.Bound.ToString(CultureInfo.InvariantCulture),
        SameOriginCondition same => "of the same origin as " + same.Other,
        RouteToCondition route => "a route to " + Patterns(route.Globs),
        AllCondition all => string.Join(" and ", all.Conditions.Select(Of)),
        _ => throw new NotSupportedException($"There are no words for {condition.GetType().Name}."),
    };

    // One verb for all that take it, as in 'must be at least 1 and at most 3'.
    private static string Predicate(Condition condition, Verbs verbs)
    {
        IEnumerable<Condition> conditions = condition is AllCondition all ? all.Conditions : [condition];
        return string.Join(" and ", conditions
            .GroupBy(verbs.Of)
            .Select(group => $"{group.Key} {string.Join(" and ", group.Select(Object))}"));
    }

    private static string Object(Condition condition) => condition switch
    {
        LikeCondition like => Patterns(like.Globs),
        SameOriginCondition same => "the same origin as " + same.Other,
        _ => Of(condition),
    };

    private static string Patterns(ValueList<Glob> globs) => globs.Count == 1 ? globs[0].ToString() : "one of " + string.Join(", ", globs);

    // The verbs that conditions take, in one of their forms.
    private sealed record Verbs(string Be, string Match, string Have)
    {
        public static Verbs Infinitive { get; } = new("be", "match", "have");

        public static Verbs Present { get; } = new("is", "matches", "has");

        public string Of(Condition condition) => condition switch
        {
            LikeCondition => Match,
            SameOriginCondition => Have,
            _ => Be,
        };
    }
}
