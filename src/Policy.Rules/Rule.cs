namespace DecisionPolicies.Rules;

/// <summary>A consequence of a decision that can be checked. A rule is about configuration, endpoints or code.</summary>
public abstract record Rule
{
    // The engine knows every kind of rule: it could not enforce an unknown one.
    private protected Rule()
    {
    }

    /// <summary>The subject of the rule, as it is written in the record: a key, an endpoint, a symbol, a text or a package.</summary>
    public abstract string Subject { get; }

    /// <summary>Why this rule follows from the decision, in the record's words; null if the record does not say.</summary>
    public string? Because { get; init; }

    /// <summary>
    /// The longest time, in days, for which a project that refers to the decision's pack may waive the rule; null if it may not.
    /// </summary>
    public int? WaivableDays { get; init; }
}

/// <summary>Which outcome of the condition breaks the rule.</summary>
public enum Verb
{
    /// <summary>The rule is broken if the condition holds. An absent key never breaks it.</summary>
    Forbid,

    /// <summary>The rule is broken if the condition does not hold. An absent key breaks it, except where absence is required.</summary>
    Require,
}
