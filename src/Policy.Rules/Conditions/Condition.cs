namespace DecisionPolicies.Rules;

/// <summary>The test that a rule applies to a value. Each factory method corresponds to an operator in a record.</summary>
public abstract record Condition
{
    // Every condition can be written in a record, so no other assembly makes its own.
    private protected Condition()
    {
    }

    /// <summary>Whether the setting passes the test.</summary>
    /// <param name="setting">The setting.</param>
    internal abstract bool Holds(in Setting setting);

    /// <summary>The literal of this condition that the setting equals; null if there is none.</summary>
    /// <param name="setting">The setting.</param>
    internal virtual Literal? LiteralIn(in Setting setting) => null;

    /// <summary><c>equals</c>, or a scalar alone: the value equals this literal, in any spelling.</summary>
    /// <param name="literal">The literal.</param>
    public static Condition EqualTo(Literal literal) => new InCondition(ValueList.Of(literal));

    /// <summary><c>in</c>, or a list alone: the value equals one of these literals, in any spelling.</summary>
    /// <param name="literals">The literals; at least one.</param>
    public static Condition In(params Literal[] literals) => new InCondition(ValueList.Of(literals));

    /// <summary><c>like</c>: the whole value matches one of the patterns, whatever its case and surrounding white space.</summary>
    /// <param name="patterns">The patterns: <c>?</c> is one character, <c>*</c> any characters, neither of them <c>/</c>; <c>**</c> is any segments.</param>
    /// <exception cref="FormatException">A pattern exceeds a limit; the message says which.</exception>
    public static Condition Like(params string[] patterns) => new LikeCondition(patterns.Select(Glob.Parse).ToValueList());

    /// <summary><c>present</c>: the key, or a key below it, holds a value; or none does. Null and empty are not values.</summary>
    /// <param name="expected">Whether a value must exist (<see langword="true"/>) or must not (<see langword="false"/>).</param>
    public static Condition Present(bool expected) => new PresentCondition(expected);

    /// <summary><c>at-least</c>: the value is a number, and is greater than or equal to the bound.</summary>
    /// <param name="bound">The smallest number that meets the condition.</param>
    public static Condition AtLeast(decimal bound) => new AtLeastCondition(bound);

    /// <summary><c>at-most</c>: the value is a number, and is less than or equal to the bound.</summary>
    /// <param name="bound">The largest number that meets the condition.</param>
    public static Condition AtMost(decimal bound) => new AtMostCondition(bound);

    /// <summary><c>same-origin-as</c>: the value is a URL with the same origin (RFC 6454) as the value of another key.</summary>
    /// <param name="key">The other key; if it has wildcards, one matching key is enough.</param>
    /// <exception cref="FormatException">The key is not valid; the message says why.</exception>
    public static Condition SameOriginAs(string key) => new SameOriginCondition(KeyPattern.Parse(key));

    /// <summary>
    /// <c>route-to</c>: the value is a route of a proxy, as in <c>/oauth/{**rest}</c>, that lets a path through which one of the patterns matches. A
    /// parameter of the route is any text.
    /// </summary>
    /// <param name="patterns">The patterns, as of <see cref="Like"/>.</param>
    /// <exception cref="FormatException">A pattern exceeds a limit; the message says which.</exception>
    public static Condition RouteTo(params string[] patterns) => new RouteToCondition(patterns.Select(Glob.Parse).ToValueList());

    /// <summary>The condition in words, as in <c>at least 3</c>.</summary>
    public sealed override string ToString() => ConditionText.Of(this);

    /// <summary>A mapping with several operators: all of the conditions hold.</summary>
    /// <param name="conditions">The conditions; at least one.</param>
    public static Condition All(params Condition[] conditions) => new AllCondition(ValueList.Of(conditions));
}
