namespace DecisionPolicies.Rules;

/// <summary>The test on a value. Conditions are made by the methods named like the operators of a record.</summary>
public abstract record Condition
{
    // Every condition is one that a record can express, so no other assembly makes its own.
    private protected Condition()
    {
    }

    /// <summary>Whether the setting passes the test.</summary>
    /// <param name="setting">The setting.</param>
    internal abstract bool Holds(in Setting setting);

    /// <summary>The literal of this condition that the setting equals, or null.</summary>
    /// <param name="setting">The setting.</param>
    internal virtual Literal? LiteralIn(in Setting setting) => null;

    /// <summary><c>equals</c>, or a scalar by itself: the value is this literal, however it is spelled.</summary>
    /// <param name="literal">The literal.</param>
    public static Condition EqualTo(Literal literal) => new InCondition(ValueList.Of(literal));

    /// <summary><c>in</c>, or a list by itself: the value is one of these literals.</summary>
    /// <param name="literals">The literals.</param>
    public static Condition In(params Literal[] literals) => new InCondition(ValueList.Of(literals));

    /// <summary><c>like</c>: the value matches a <see cref="Glob"/>, or one of several.</summary>
    /// <param name="patterns">The patterns.</param>
    public static Condition Like(params string[] patterns) => new LikeCondition(patterns.Select(p => new Glob(p)).ToValueList());

    /// <summary><c>present</c>: the key holds something, or nothing. Null and empty count as nothing.</summary>
    /// <param name="expected">Whether something is to be there.</param>
    public static Condition Present(bool expected) => new PresentCondition(expected);

    /// <summary><c>at-least</c>: the value is a number and not below this one.</summary>
    /// <param name="bound">The least number.</param>
    public static Condition AtLeast(decimal bound) => new AtLeastCondition(bound);

    /// <summary><c>at-most</c>: the value is a number and not above this one.</summary>
    /// <param name="bound">The greatest number.</param>
    public static Condition AtMost(decimal bound) => new AtMostCondition(bound);

    /// <summary><c>same-origin-as</c>: the value is a URL of the same origin (RFC 6454) as that of another key.</summary>
    /// <param name="key">The other key; with wildcards, any of the keys it stands for.</param>
    /// <exception cref="FormatException">The key cannot be read.</exception>
    public static Condition SameOriginAs(string key) => new SameOriginCondition(KeyPattern.Parse(key));

    /// <summary>The condition in words, as in <c>at least 3</c>.</summary>
    public sealed override string ToString() => ConditionText.Of(this);

    /// <summary>A mapping of several operators: all of them hold.</summary>
    /// <param name="conditions">The conditions.</param>
    public static Condition All(params Condition[] conditions) => new AllCondition(ValueList.Of(conditions));
}
