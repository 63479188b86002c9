using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>A rule that applies to code, and the diagnostic for code that breaks it.</summary>
/// <param name="decision">The decision, accepted or proposed, with the link at which its record can be read.</param>
/// <param name="rule">One of its rules.</param>
/// <param name="kind">The diagnostic to report if the rule is broken.</param>
internal sealed class RuleInForce(DecisionPolicy decision, Rule rule, DiagnosticDescriptor kind)
{
    /// <summary>The rule.</summary>
    public Rule Rule => rule;

    /// <summary>The diagnostic for a place that breaks the rule.</summary>
    /// <param name="place">The place.</param>
    /// <param name="what">What breaks it there.</param>
    public Diagnostic At(Location place, string what)
    {
        var finding = new CodeFinding(rule, what);
        // The compiler does not read a clock, and one build serves every environment.
        var verdict = Verdict.Of(decision, finding, environment: null, day: null);
        return Diagnostic.Create(CodeDiagnostics.Citing(kind, verdict, decision.Link), place, finding.Message(decision, verdict, ValueList<string>.Empty));
    }
}
