using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>A rule that code is judged by, and what is said where code breaks it.</summary>
/// <param name="decision">The decision, accepted or proposed.</param>
/// <param name="rule">One of its rules.</param>
/// <param name="kind">What is reported where the rule is broken.</param>
internal sealed class RuleInForce(DecisionPolicy decision, Rule rule, DiagnosticDescriptor kind)
{
    /// <summary>The rule.</summary>
    public Rule Rule => rule;

    /// <summary>What is said of one place that breaks the rule.</summary>
    /// <param name="place">The place.</param>
    /// <param name="what">What breaks it there.</param>
    public Diagnostic At(Location place, string what)
    {
        // The compiler has no clock, and one build is for every environment.
        var verdict = Verdict.Of(decision, new CodeFinding(rule, what), environment: null, day: null);
        var isProposed = decision.Status == DecisionStatus.Proposed;
        var before = $"{decision.Id} {(isProposed ? "would reject" : "rejects")} {what}";
        var after = verdict is { Consequence: Consequence.Waived, Waiver: { } waiver }
            ? $"; waived until {waiver.Until.InWords()}: {Sentence(waiver.Because)} Read {decision.Link}"
            : $"{(isProposed ? ", once it is accepted" : "")}: {Sentence(decision.Title)}{Why()}{Instead()} Read {decision.Link}";
        return Diagnostic.Create(CodeDiagnostics.Citing(kind, verdict, decision.Link), place, DisplayText.Neutralise(before + after));
    }

    private string Why() => (rule.Because ?? decision.Because) is { Length: > 0 } because ? " " + Sentence(because) : "";

    private string Instead() => decision.Instead.Count > 0 ? " Instead: " + Sentence(decision.Instead[0]) : "";

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || ".!?…。".IndexOf(trimmed[trimmed.Length - 1]) >= 0 ? trimmed : trimmed + ".";
    }
}
