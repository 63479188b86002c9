namespace DecisionPolicies.Rules;

/// <summary>One broken rule at one place, whatever the rule speaks about: parts, of which <see cref="FindingText"/> makes sentences.</summary>
internal interface IFinding
{
    /// <summary>The broken rule.</summary>
    Rule Rule { get; }

    /// <summary>The place at which it is broken, as a waiver names it: a full key, an endpoint, a symbol.</summary>
    string Key { get; }
}
