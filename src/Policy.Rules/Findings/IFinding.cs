namespace DecisionPolicies.Rules;

/// <summary>One rule broken in one place, whatever the subject of the rule. <see cref="FindingText"/> makes sentences of its parts.</summary>
internal interface IFinding
{
    /// <summary>The broken rule.</summary>
    Rule Rule { get; }

    /// <summary>The place in which the rule is broken, as a waiver names it: a full key, an endpoint, a symbol.</summary>
    string Key { get; }
}
