namespace DecisionPolicies.Rules;

/// <summary>One machine-checkable consequence of a decision.</summary>
public abstract record Rule
{
    // The engine knows every kind of rule; one that it does not know would never be enforced.
    private protected Rule()
    {
    }

    /// <summary>What the rule speaks about, as it stands in the record: a key, an endpoint, a symbol, a text or a package.</summary>
    public abstract string Subject { get; }

    /// <summary>Why this rule follows from the decision, in the record's words.</summary>
    public string? Because { get; init; }
}

/// <summary>Which outcome of the condition breaks the rule.</summary>
public enum Verb
{
    /// <summary>The rule is broken where the condition holds. An absent key never breaks it.</summary>
    Forbid,

    /// <summary>The rule is broken where the condition does not hold. An absent key breaks it.</summary>
    Require,
}
