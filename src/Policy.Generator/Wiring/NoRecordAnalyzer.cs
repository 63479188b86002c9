using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Wiring;

/// <summary>Reports a project that relies on decisions, or names their folder, although not a single record was found.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoRecordAnalyzer : DiagnosticAnalyzer
{
    private const string GeneratedClass = "Decisions";
    private const int FewNames = 3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CodeDiagnostics.NoRecord];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(WrittenCode.AllCode);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (!Target.Of(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions).IsWanted || HasRecord(start.Options, start.CancellationToken)) return;
        var named = NamedFolder(start.Options);
        var mentions = new List<Location>();
        var written = WrittenCode.Of(start.Options);
        start.RegisterSyntaxNodeAction(
            action =>
            {
                if (!Mentions(action) || !written.Includes(action.Node.GetLocation())) return;
                lock (mentions) mentions.Add(action.Node.GetLocation());
            },
            SyntaxKind.IdentifierName);
        start.RegisterCompilationEndAction(end =>
        {
            if (mentions.Count == 0 && named is null) return;
            // One warning is enough, at the first place in the order of the files.
            var first = mentions.OrderBy(place => place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(place => place.SourceSpan.Start).FirstOrDefault();
            var searched = named is null ? SearchOf(end.Options) : $"The build looked in '{named}'.";
            end.ReportDiagnostic(Diagnostic.Create(CodeDiagnostics.NoRecord, first ?? Location.None, DisplayText.Neutralise(searched)));
        });
    }

    private static bool HasRecord(AnalyzerOptions options, CancellationToken cancel) =>
        InputFiles.Governing(options, cancel).All.Any();

    private static string? NamedFolder(AnalyzerOptions options) => Property(options, "DecisionRecordsPath");

    // The search ends in the first folder that contains a usual one, even an empty one.
    private static string SearchOf(AnalyzerOptions options)
    {
        var names = string.Join(", ", UsualFolders.Names.Where(name => UsualFolders.OddSpelling(name) is null).Take(FewNames));
        var from = Property(options, "ProjectDir") is { } project ? $"'{WithoutSlash(project)}'" : "the project's folder";
        var searched = $"The build looked for {names} and the other usual folders (docs/folders.md) from {from}";
        if (Property(options, "_DecisionRecordsRoot") is { } end) return $"{searched} up to '{WithoutSlash(end)}', where it found one without a record.";
        return Property(options, "_DecisionsRepositoryRoot") is { } root
            ? $"{searched} up to '{WithoutSlash(root)}', at most {UsualFolders.LevelsAbove} levels."
            : $"{searched} up to {UsualFolders.LevelsAbove} levels above it.";
    }

    private static string WithoutSlash(string folder) => folder.TrimEnd('/', '\\') is { Length: > 0 } trimmed ? trimmed : folder;

    private static string? Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : null;

    private static bool Mentions(SyntaxNodeAnalysisContext action)
    {
        var name = ((IdentifierNameSyntax)action.Node).Identifier.ValueText;
        if (name is not (Entrance.Name or GeneratedClass)) return false;
        var found = action.SemanticModel.GetSymbolInfo(action.Node, action.CancellationToken);
        // Without a record, the argument Decisions.All is unknown, so that a call may have only candidates.
        var symbols = found.Symbol is { } symbol ? [symbol] : found.CandidateSymbols;
        // A class or a method of that name may be the project's own.
        return symbols.IsEmpty || (name == Entrance.Name && symbols.Any(each => each is IMethodSymbol method && Entrance.IsForDecisions(method)));
    }
}
