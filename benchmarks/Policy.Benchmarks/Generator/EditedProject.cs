using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>
/// A project of 300 C# files in which one file is edited again and again while the compiler stays loaded, as in an editor. Steps are
/// not tracked where anything is measured: that makes edits many times slower.
/// </summary>
internal sealed class EditedProject
{
    private const int CodeFiles = 300;

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] _references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Func<ISourceGenerator> _generator;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly bool _tracksSteps;
    private readonly InputText[] _files;
    private Compilation _compilation;
    private SyntaxTree _edited;
    private SyntaxTree _otherwise;
    private GeneratorDriver _driver;
    private int _edits;

    public EditedProject(Func<ISourceGenerator> generator,
        AnalyzerConfigOptionsProvider options, IEnumerable<InputText> files, IEnumerable<string>? code = null, bool tracksSteps = false)
    {
        _generator = generator;
        _options = options;
        _tracksSteps = tracksSteps;
        _files = [.. files];
        var trees = Enumerable.Range(0, CodeFiles).Select(UsualCode.File).Concat(code ?? [])
            .Select((text, place) => CSharpSyntaxTree.ParseText(text, _parse, $"/app/{place}.cs"))
            .ToArray();
        _edited = trees[CodeFiles / 2];
        _otherwise = CSharpSyntaxTree.ParseText($"{UsualCode.File(CodeFiles / 2)}// Edited.\n", _parse, _edited.FilePath);
        _compilation = CSharpCompilation.Create(
            "App", trees, _references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = Driver(_files).RunGenerators(_compilation);
        if (_driver.GetRunResult() is var run && (run.GeneratedTrees.IsEmpty || run.Results.Any(r => r.Exception is not null)))
        {
            throw new InvalidOperationException($"The generator wrote nothing: {string.Join(' ', run.Results.Select(r => r.Exception))}");
        }
    }

    /// <summary>How many sources the last run has written anew, and how many there are. Known where steps are tracked.</summary>
    public (int Anew, int All) Written()
    {
        var outputs = _driver.GetRunResult().Results.Single().TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).ToList();
        return (outputs.Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified), outputs.Count);
    }

    /// <summary>Generates everything, from texts that have not been read before.</summary>
    public GeneratorDriver Cold() => Driver(_files.Select(file => new InputText(file.Path, file.GetText().ToString()))).RunGenerators(_compilation);

    /// <summary>Edits C# code that has nothing to do with what is generated. It has been parsed before, as for any other use in an editor.</summary>
    public GeneratorDriver EditCode()
    {
        (_edited, _otherwise) = (_otherwise, _edited);
        _compilation = _compilation.ReplaceSyntaxTree(_otherwise, _edited);
        return _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>Edits one of the files from which code is generated.</summary>
    /// <param name="place">Which one.</param>
    /// <param name="text">Its new text, which is told apart from all others by a number.</param>
    public GeneratorDriver Edit(int place, Func<int, string> text)
    {
        var edited = new InputText(_files[place].Path, text(++_edits));
        _driver = _driver.ReplaceAdditionalText(_files[place], edited).RunGenerators(_compilation);
        _files[place] = edited;
        return _driver;
    }

    /// <summary>Edits one of the further C# files.</summary>
    public GeneratorDriver EditCode(int place, Func<int, string> text)
    {
        var old = _compilation.SyntaxTrees.ElementAt(CodeFiles + place);
        var @new = CSharpSyntaxTree.ParseText(text(++_edits), _parse, old.FilePath);
        _compilation = _compilation.ReplaceSyntaxTree(old, @new);
        return _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>The project with what is generated and further code, compiled.</summary>
    public Compilation Compile(string code)
    {
        _driver.RunGeneratorsAndUpdateCompilation(_compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, _parse)), out var compiled, out _);
        return compiled;
    }

    private GeneratorDriver Driver(IEnumerable<AdditionalText> files) =>
        CSharpGeneratorDriver.Create(
            [_generator()], files, _parse, _options, new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: _tracksSteps));
}
