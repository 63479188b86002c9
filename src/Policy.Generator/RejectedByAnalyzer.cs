using System.Collections.Immutable;
using DecisionPolicies.Generator.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>Checks the id in <c>[RejectedBy]</c>: a record must have it, and the code that reads it must be able to see it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RejectedByAnalyzer : DiagnosticAnalyzer
{
    private const string Attribute = "DecisionPolicies.RejectedByAttribute";
    private const string OptionsValidator = "Microsoft.Extensions.Options.OptionsValidatorAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CodeDiagnostics.UnknownId, CodeDiagnostics.UnseenId];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.AllCode);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(Attribute) is not { } attribute) return;
        var ids = new Lazy<HashSet<string>>(() => Ids(start.Options, start.CancellationToken));
        var validated = new Lazy<HashSet<ISymbol>>(() => Validated(start.Compilation, start.CancellationToken));
        // Resolving every attribute would cost more than everything else here.
        var names = new Lazy<HashSet<string>>(() =>
            new(Aliases.Of(start.Compilation, start.CancellationToken).Concat(["RejectedBy", attribute.Name]), StringComparer.Ordinal));
        var written = WrittenCode.Of(start.Options);
        start.RegisterSyntaxNodeAction(
            action =>
            {
                var syntax = (AttributeSyntax)action.Node;
                if (!names.Value.Contains(NameOf(syntax)) || !written.Includes(syntax.GetLocation())) return;
                if (!SymbolEqualityComparer.Default.Equals(action.SemanticModel.GetTypeInfo(syntax, action.CancellationToken).Type, attribute)) return;
                if (syntax.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not { } id) return;
                CheckId(action, id, ids.Value);
                if (IsGenerated(action, id) && validated.Value.Contains(action.ContainingSymbol?.ContainingType!))
                {
                    action.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.UnseenId, id.GetLocation(), Shown(IdOf(action, id))));
                }
            },
            SyntaxKind.Attribute);
    }

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static void CheckId(SyntaxNodeAnalysisContext action, ExpressionSyntax id, HashSet<string> ids)
    {
        // A project without records takes its decisions from elsewhere.
        if (ids.Count == 0 || IdOf(action, id) is not { } text || ids.Contains(text)) return;
        if (action.SemanticModel.GetSymbolInfo(id, action.CancellationToken).Symbol is { } symbol && !IsOwn(action, symbol)) return;
        action.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.UnknownId, id.GetLocation(), Shown(text), Shown(Spelling.DidYouMean(text, ids))));
    }

    private static string Shown(string? text) => DisplayText.Neutralise(text ?? "");

    private static string? IdOf(SyntaxNodeAnalysisContext action, ExpressionSyntax id) =>
        action.SemanticModel.GetConstantValue(id, action.CancellationToken) is { Value: string text } ? text : null;

    private static bool IsGenerated(SyntaxNodeAnalysisContext action, ExpressionSyntax id) =>
        action.SemanticModel.GetSymbolInfo(id, action.CancellationToken).Symbol
            is IFieldSymbol { ContainingType: { Name: "Ids", ContainingType: { } holder } } field
        && (holder.Name == "Decisions" || holder.ContainingType?.Name == "Decisions")
        && IsOwn(action, field);

    private static bool IsOwn(SyntaxNodeAnalysisContext action, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, action.Compilation.Assembly);

    private static HashSet<string> Ids(AnalyzerOptions options, CancellationToken cancel) => new(
        InputFiles.Governing(options, cancel).All.Select(record => record.Decision.Id),
        StringComparer.Ordinal);

    // The types that [OptionsValidator] validates, and the types of their properties. The validator decides whether to validate those too.
    private static HashSet<ISymbol> Validated(Compilation compilation, CancellationToken cancel)
    {
        var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (compilation.GetTypeByMetadataName(OptionsValidator) is not { } marker) return types;
        var found = new Stack<ITypeSymbol>(compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, cancel).OfType<INamedTypeSymbol>()
            .Where(type => type.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, marker)))
            .SelectMany(type => type.AllInterfaces)
            .Where(i => i is { Name: "IValidateOptions", TypeArguments.Length: 1 })
            .Select(i => i.TypeArguments[0]));
        while (found.Count > 0)
        {
            var type = found.Pop();
            if (type is INamedTypeSymbol { TypeArguments: var arguments }) foreach (var argument in arguments) found.Push(argument);
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) || !types.Add(type)) continue;
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>()) found.Push(property.Type);
        }
        return types;
    }
}
