using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Code;

/// <summary>The rules that apply to a project's code, sorted by subject.</summary>
internal sealed class RulesInForce
{
    /// <summary>Rules about symbols.</summary>
    public List<RuleInForce> Symbols { get; } = [];

    /// <summary>Rules about texts.</summary>
    public List<RuleInForce> Literals { get; } = [];

    /// <summary>Rules about packages.</summary>
    public List<RuleInForce> Packages { get; } = [];

    /// <summary>Rules about endpoints that apply in every environment; the compiler does not know the environment.</summary>
    public List<RuleInForce> Endpoints { get; } = [];

    /// <summary>Reads the records among a project's files.</summary>
    /// <param name="options">The project's files and properties.</param>
    /// <param name="assembly">The name of the project's assembly.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public static RulesInForce Of(AnalyzerOptions options, string assembly, CancellationToken cancel)
    {
        var rules = new RulesInForce();
        var target = Target.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        foreach (var record in InputFiles.Governing(options, cancel).All)
        {
            if (record.Decision.IsInForce) rules.Add(record.Cited(target.LinkBase), assembly);
        }
        return rules;
    }

    private void Add(DecisionPolicy decision, string assembly)
    {
        foreach (var rule in decision.Rules)
        {
            if (rule is CodeRule code && !code.AppliesIn(assembly)) continue;
            switch (rule)
            {
                case SymbolRule:
                    Symbols.Add(new(decision, rule, CodeDiagnostics.RejectedSymbol));
                    break;
                case LiteralRule:
                    Literals.Add(new(decision, rule, CodeDiagnostics.RejectedText));
                    break;
                case PackageRule:
                    Packages.Add(new(decision, rule, CodeDiagnostics.RejectedPackage));
                    break;
                case EndpointRule endpoint when endpoint.Environments.Include(null):
                    Endpoints.Add(new(decision, rule, CodeDiagnostics.RejectedEndpoint));
                    break;
            }
        }
    }
}
