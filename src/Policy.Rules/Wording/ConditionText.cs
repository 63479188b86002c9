using System.Globalization;

namespace DecisionPolicies.Rules;

/// <summary>Conditions in words, as in <c>at least 3</c>, and what a rule asks by them.</summary>
internal static class ConditionText
{
    /// <summary>What a rule asks of a value, as in <c>must not be true</c>.</summary>
    /// <param name="condition">The rule's condition.</param>
    /// <param name="verb">The rule's verb.</param>
    public static string Demand(Condition condition, Verb verb) => condition switch
    {
        PresentCondition present => (verb == Verb.Require) == present.Expected ? "must be set" : "must not be set",
        _ => (verb == Verb.Forbid ? "must not be " : "must be ") + Of(condition),
    };

    /// <summary>The condition in words.</summary>
    /// <param name="condition">The condition.</param>
    public static string Of(Condition condition) => condition switch
    {
        InCondition { Literals.Count: 1 } one => one.Literals[0].ToString(),
        InCondition several => "one of " + string.Join(", ", several.Literals),
        LikeCondition { Globs.Count: 1 } one => "like " + one.Globs[0],
        LikeCondition several => "like one of " + string.Join(", ", several.Globs),
        PresentCondition present => present.Expected ? "set" : "unset",
        AtLeastCondition least => "at least " + least.Bound.ToString(CultureInfo.InvariantCulture),
        AtMostCondition most => "at most " + most.Bound.ToString(CultureInfo.InvariantCulture),
        SameOriginCondition same => "of the same origin as " + same.Other,
        AllCondition all => string.Join(" and ", all.Conditions.Select(Of)),
        _ => throw new NotSupportedException($"There are no words for {condition.GetType().Name}."),
    };
}
