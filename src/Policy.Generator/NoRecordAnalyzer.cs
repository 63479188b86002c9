using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator;

/// <summary>Reports a project that relies on decisions, or names their folder, although not a single record was found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoRecordAnalyzer : DiagnosticAnalyzer
{
    private const string Entrance = "AddDecisionPolicies";
    private const string GeneratedClass = "Decisions";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CodeDiagnostics.NoRecord];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (!Target.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions).IsWanted || HasRecord(start.Options, start.CancellationToken)) return;
        var named = NamedFolder(start.Options);
        var mentions = new List<Location>();
        start.RegisterSyntaxNodeAction(
            action =>
            {
                if (!Mentions(action)) return;
                lock (mentions) mentions.Add(action.Node.GetLocation());
            },
            SyntaxKind.IdentifierName);
        start.RegisterCompilationEndAction(end =>
        {
            if (mentions.Count == 0 && named is null) return;
            // One warning is enough, at the first place in the order of the files.
            var first = mentions.OrderBy(place => place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(place => place.SourceSpan.Start).FirstOrDefault();
            var searched = named is null
                ? $"The build looked for {string.Join(", ", UsualFolders.Names.Where(name => UsualFolders.OddSpelling(name) is null))}"
                    + " in the project's folder and above it, up to the root of the repository."
                : $"The build looked in '{named}'.";
            end.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.NoRecord, first ?? Location.None, searched));
        });
    }

    private static bool HasRecord(AnalyzerOptions options, CancellationToken cancel) => options.AdditionalFiles
        .Any(file => InputFile.Read(file, InputFile.PathOf(file, options.AnalyzerConfigOptionsProvider), cancel)?.Content.Record is not null);

    private static string? NamedFolder(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.DecisionRecordsPath", out var path) && path.Trim().Length > 0
            ? path.Trim()
            : null;

    private static bool Mentions(SyntaxNodeAnalysisContext action) => ((IdentifierNameSyntax)action.Node).Identifier.ValueText switch
    {
        Entrance => true,
        // A class of that name may be the project's own.
        GeneratedClass => action.SemanticModel.GetSymbolInfo(action.Node, action.CancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true },
        _ => false,
    };
}
