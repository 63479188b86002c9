using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DecisionPolicies.Generator.Tests;

/// <summary>A C# project with records, compiled in memory by the real compiler with the real generator.</summary>
internal sealed class Project
{
    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // Everything the test itself runs with: the framework and the library.
    private static readonly MetadataReference[] _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Dictionary<string, string> _properties = new() { ["RootNamespace"] = "App" };
    private GeneratorDriver _driver;
    private Compilation _compilation;

    public Project(params IEnumerable<RecordText> records)
    {
        _compilation = CSharpCompilation.Create("App", references: _references, options: new(OutputKind.DynamicallyLinkedLibrary));
        _driver = CSharpGeneratorDriver.Create(
            [new DecisionGenerator().AsSourceGenerator()],
            records,
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

    public Project WithCode(string code)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _parse));
        return this;
    }

    public Project Add(RecordText record)
    {
        _driver = _driver.AddAdditionalTexts([record]);
        return this;
    }

    public Project Remove(RecordText record)
    {
        _driver = _driver.RemoveAdditionalTexts([record]);
        return this;
    }

    public Project Replace(RecordText old, RecordText @new)
    {
        _driver = _driver.ReplaceAdditionalText(old, @new);
        return this;
    }

    /// <summary>Runs the generator and compiles what it made.</summary>
    public Build Build()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
        return new(output, diagnostics, _driver.GetRunResult().Results.Single());
    }
}
