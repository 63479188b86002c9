using System.Collections.Concurrent;
using System.Collections.Immutable;
using DecisionPolicies.Generator.Code;
using DecisionPolicies.Generator.Governed;
using DecisionPolicies.Generator.Settings;
using DecisionPolicies.Generator.Tests.Settings;
using DecisionPolicies.Generator.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Generator.Tests;

/// <summary>A C# project with records, compiled in memory by the real compiler with the real generator.</summary>
internal sealed class Project
{
    // What a project for .NET 8 has, so that generated code compiles there as well (ADR-0029).
    private static readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // Everything the test itself runs with: the framework and the library.
    private static readonly MetadataReference[] _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly ConcurrentDictionary<(string Name, string Code), MetadataReference> _libraries = new();

    private readonly Dictionary<string, string> _properties = new() { ["RootNamespace"] = "App" };
    private readonly List<RecordText> _records;
    private readonly List<SettingsText> _settings = [];
    private GeneratorDriver _driver;
    private Compilation _compilation;

    public Project(params IEnumerable<RecordText> records)
    {
        _records = [.. records];
        _compilation = CSharpCompilation.Create("App", references: _references, options: new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        _driver = CSharpGeneratorDriver.Create(
            [new DecisionGenerator().AsSourceGenerator()],
            _records,
            _parse,
            new BuildOptions(_properties),
            new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public Project With(string property, string value)
    {
        _properties[property] = value;
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new BuildOptions(_properties));
        return this;
    }

    public Project WithCode(string code, string path = "")
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _parse, path));
        return this;
    }

    public Project WithSettings(SettingsText settings)
    {
        _settings.Add(settings);
        _driver = _driver.AddAdditionalTexts([settings]);
        return this;
    }

    /// <summary>Replaces the code of one path.</summary>
    public Project ReplaceCode(string code, string path)
    {
        var old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        _compilation = _compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(code, _parse, path));
        return this;
    }

    /// <summary>Enables nullable reference types, as a new project has them.</summary>
    public Project WithNullable()
    {
        _compilation = _compilation.WithOptions(((CSharpCompilationOptions)_compilation.Options).WithNullableContextOptions(NullableContextOptions.Enable));
        return this;
    }

    /// <summary>Adds a reference to a library that is compiled from code.</summary>
    public Project WithLibrary(string name, string code)
    {
        _compilation = _compilation.AddReferences(_libraries.GetOrAdd((name, code), Library));
        return this;
    }

    /// <summary>Changes how the project is compiled.</summary>
    public Project With(Func<CompilationOptions, CompilationOptions> change)
    {
        _compilation = _compilation.WithOptions(change(_compilation.Options));
        return this;
    }

    /// <summary>Makes the project a program instead of a library.</summary>
    public Project AsProgram()
    {
        _compilation = _compilation.WithOptions(_compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        return this;
    }

    public Project Add(RecordText record)
    {
        _records.Add(record);
        _driver = _driver.AddAdditionalTexts([record]);
        return this;
    }

    public Project Remove(RecordText record)
    {
        _records.Remove(record);
        _driver = _driver.RemoveAdditionalTexts([record]);
        return this;
    }

    public Project Replace(RecordText old, RecordText @new)
    {
        _records[_records.IndexOf(old)] = @new;
        _driver = _driver.ReplaceAdditionalText(old, @new);
        return this;
    }

    /// <summary>What generator, compiler and analyzer say, as the command line shows it.</summary>
    /// <param name="severities">Severities as a .globalconfig sets them.</param>
    public async Task<string[]> Messages(params (string Id, ReportDiagnostic Severity)[] severities)
    {
        var (build, analyzed) = await Analyze(severities);
        return [.. build.Messages.Concat(analyzed.Select(d => d.ToString())).Order(StringComparer.Ordinal)];
    }

    /// <summary>What the analyzers say.</summary>
    /// <param name="severities">Severities as a .globalconfig sets them.</param>
    public async Task<IReadOnlyList<Diagnostic>> Analyzed(params (string Id, ReportDiagnostic Severity)[] severities) => (await Analyze(severities)).Analyzed;

    /// <summary>What the analyzers say, beside the build that they looked at.</summary>
    /// <param name="severities">Severities as a .globalconfig sets them.</param>
    public async Task<(Build Build, ImmutableArray<Diagnostic> Analyzed)> Analyze(params (string Id, ReportDiagnostic Severity)[] severities)
    {
        var set = severities.ToDictionary(s => s.Id, s => s.Severity);
        _compilation = _compilation.WithOptions(_compilation.Options.WithSpecificDiagnosticOptions(set));
        var build = Build();
        var options = build.Compilation.Options.WithSpecificDiagnosticOptions(set);
        var analyzed = await build.Compilation.WithOptions(options)
            .WithAnalyzers(
                [
                    new RecordAnalyzer(), new GovernedAnalyzer(), new WiringAnalyzer(), new UnstartedHostAnalyzer(), new NoRecordAnalyzer(),
                    new RejectedByAnalyzer(), new SettingsAnalyzer(), new CodeAnalyzer(), new PackBaselineAnalyzer(),
                ],
                new AnalyzerOptions([.. _records, .. _settings], new BuildOptions(_properties)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (build, analyzed);
    }

    /// <summary>Runs the generator and compiles what it made.</summary>
    public Build Build()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
        return new(output, diagnostics, _driver.GetRunResult().Results.Single());
    }

    private static MetadataReference Library((string Name, string Code) library)
    {
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(
            library.Name, [CSharpSyntaxTree.ParseText(library.Code, _parse)], _references, new(OutputKind.DynamicallyLinkedLibrary))
            .Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
