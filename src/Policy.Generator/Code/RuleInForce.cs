using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>A rule that code is judged by, and what is said where code breaks it.</summary>
internal sealed class RuleInForce
{
    private readonly DiagnosticDescriptor _descriptor;
    private readonly string _before;
    private readonly string _after;

    private RuleInForce(Rule rule, DiagnosticDescriptor descriptor, string before, string after)
    {
        Rule = rule;
        _descriptor = descriptor;
        _before = before;
        _after = after;
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>Puts a rule in force.</summary>
    /// <param name="record">The record, accepted or proposed.</param>
    /// <param name="rule">One of its rules.</param>
    /// <param name="kind">What is reported where the rule is broken.</param>
    /// <param name="target">Tells where the record can be read.</param>
    public static RuleInForce Of(AdrRecord record, Rule rule, DiagnosticDescriptor kind, Target target)
    {
        var link = target.LinkOf(record);
        // The compiler has no clock, so a waiver counts until somebody removes it; the host and the command line know the day.
        var waiver = record.Waivers.FirstOrDefault(w => string.Equals(w.Rule, rule.Subject, StringComparison.OrdinalIgnoreCase));
        var isProposed = record.Status == DecisionStatus.Proposed;
        var descriptor = waiver is not null ? CodeDiagnostics.Waived : kind;
        var before = $"{record.Id} {(isProposed ? "would reject" : "rejects")} ";
        var after = waiver is not null
            ? $", and a waiver allows it until {waiver.Until}: {Sentence(waiver.Because)} Read {link}"
            : $"{(isProposed ? ", once accepted" : "")}: {Sentence(record.Title)}{Why(record, rule)}{Instead(record)} Read {link}";
        return new(rule, CodeDiagnostics.Citing(descriptor, link, isWarning: isProposed && waiver is null), before, after);
    }

    /// <summary>What is said of one place that breaks the rule.</summary>
    /// <param name="place">The place.</param>
    /// <param name="what">What stands there.</param>
    public Diagnostic At(Location place, string what) => Diagnostic.Create(_descriptor, place, DisplayText.Neutralise(_before + what + _after));

    private static string Why(AdrRecord record, Rule rule) => (rule.Because ?? record.Because) is { Length: > 0 } because ? " " + Sentence(because) : "";

    private static string Instead(AdrRecord record) => record.Instead.Count > 0 ? " Instead: " + Sentence(record.Instead[0]) : "";

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || ".!?…。".IndexOf(trimmed[trimmed.Length - 1]) >= 0 ? trimmed : trimmed + ".";
    }
}
