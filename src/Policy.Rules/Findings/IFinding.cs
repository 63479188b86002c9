namespace DecisionPolicies.Rules;

/// <summary>One broken rule at one place, whatever the rule speaks about.</summary>
internal interface IFinding
{
    /// <summary>The broken rule.</summary>
    Rule Rule { get; }

    /// <summary>The place at which it is broken, as a waiver names it: a full key, or an endpoint.</summary>
    string Key { get; }

    /// <summary>What stands at the place, with no value but the record's own.</summary>
    string Fact { get; }

    /// <summary>What the rule asks of the place, as in <c>must not be true</c>.</summary>
    string Demand { get; }

    /// <summary>Who has put it there, as in <c>set by the command line</c>; null where that is not known.</summary>
    string? Provenance { get; }
}
