using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Governed;

/// <summary>
/// Reports, in the record, a rule that the options of its section can never break or satisfy: a renamed property must not silently
/// disable a decision.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GovernedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. FaultKind.All.Where(kind => kind.NeedsCode).Select(Diagnostics.DescriptorOf), CodeDiagnostics.NotGovernable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.AllCode);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(GovernedTypeReader.Attribute) is null) return;
        var types = new ConcurrentBag<GovernedType>();
        var written = WrittenCode.Of(start.Options);
        start.RegisterSymbolAction(
            action =>
            {
                // A source generator cannot see what another one adds.
                if (action.Symbol.DeclaringSyntaxReferences.Any(part => written.IsIn(part.SyntaxTree))) ReadType(action, types);
            },
            SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var file in InputFiles.Of(end.Options, end.CancellationToken)) JudgeRules(end, file, types);
        });
    }

    private static void ReadType(SymbolAnalysisContext action, ConcurrentBag<GovernedType> types)
    {
        if (GovernedTypeReader.Read((INamedTypeSymbol)action.Symbol) is not { } type) return;
        if (type.Fault is null) types.Add(type);
        else action.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.NotGovernable, action.Symbol.Locations[0], type.Name, type.Fault));
    }

    private static void JudgeRules(CompilationAnalysisContext end, InputFile file, IEnumerable<GovernedType> types)
    {
        if (file.Content.Record?.Decision is not { IsInForce: true } decision) return;
        foreach (var (rule, places) in decision.Rules.Zip(file.Content.Places.Rules, (rule, places) => (rule, places)))
        {
            if (rule is ConfigurationRule configuration && FaultOf(configuration, places, types) is { } fault)
            {
                end.ReportDiagnostic(Diagnostics.Of(fault, file.FilePath));
            }
        }
    }

    private static Fault? FaultOf(ConfigurationRule rule, RulePlaces places, IEnumerable<GovernedType> types)
    {
        // By name, so that the message does not depend on the order in which the compiler visits files.
        var answers = types.OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (Type: type, Answer: GovernedRules.Of(type, rule))).ToList();
        if (answers.Find(a => a.Answer.Kind == RuleAnswerKind.Incomparable) is { Answer.Reason: { } reason } incomparable)
        {
            return new(FaultKind.IncomparableProperty, places.Condition, $"In {incomparable.Type.Name}, {reason} The rule judges only the configuration.");
        }
        if (answers.Exists(a => a.Answer.Kind == RuleAnswerKind.Judged)) return null;
        if (answers.Find(a => a.Answer.Kind == RuleAnswerKind.Dead) is not { Type: { } dead }) return NameWithoutNumber(rule, places);
        return new(
            FaultKind.NoProperty,
            places.Subject,
            $"'{rule.Key}' matches no property of {dead.Name}.{Spelling.DidYouMean(rule.Key.Text, GovernedRules.Keys(dead))} "
                + "The rule judges only the configuration.");
    }

    private static Fault? NameWithoutNumber(ConfigurationRule rule, RulePlaces places)
    {
        var literals = Literals(rule.Verb == Verb.Forbid ? rule.Condition : null).Concat(rule.When.SelectMany(when => Literals(when.Condition))).ToList();
        if (literals.Find(literal => literal.IsName) is not { } name || literals.Exists(literal => literal.Kind == LiteralKind.Number)) return null;
        return new(
            FaultKind.NameWithoutNumber,
            places.Condition,
            $"If '{name}' is a member of an enumeration, its number sets it as well, and only options marked [Governed] show that. "
                + "Mark the options of the key, or write the number beside the name.");
    }

    private static IEnumerable<Literal> Literals(Condition? condition) => condition switch
    {
        InCondition any => any.Literals,
        AllCondition all => all.Conditions.SelectMany(Literals),
        _ => [],
    };
}
