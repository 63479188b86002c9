using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Code;

/// <summary>A rule that code is judged by, and what is said where code breaks it.</summary>
/// <param name="decision">The decision, accepted or proposed, with the link at which its record can be read.</param>
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
        var finding = new CodeFinding(rule, what);
        // The compiler has no clock, and one build is for every environment.
        var verdict = Verdict.Of(decision, finding, environment: null, day: null);
        return Diagnostic.Create(CodeDiagnostics.Citing(kind, verdict, decision.Link), place, finding.Message(decision, verdict, ValueList<string>.Empty));
    }
}
