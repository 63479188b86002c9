using System.Reflection;
using DecisionPolicies.Generator;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>A project with our generator, or with another, loaded from where the SDK or its package has it.</summary>
/// <param name="Project">The project.</param>
/// <param name="EditOne">Edits one of the generator's inputs, so that its output changes.</param>
internal sealed record PeerProject(EditedProject Project, Func<GeneratorDriver> EditOne)
{
    /// <summary>The name of ours.</summary>
    public const string Own = "DecisionPolicies";

    /// <summary>The name of ours, with as many records in ten decision packs.</summary>
    public const string Packs = "DecisionPolicies, 10 packs";

    /// <summary>The name of the one that reads resource files.</summary>
    public const string Resx = "resx";

    /// <summary>The same, with files that nobody's designer wrote.</summary>
    public const string BareResx = "resx without schema";

    public static PeerProject Of(string peer, int inputs) => peer switch
    {
        Own => OfFiles(
            () => new DecisionGenerator().AsSourceGenerator(),
            RecordInput.Options,
            number => (RecordInput.PathOf(number), edit => RecordInput.Text(number, because: $"It has cost {edit} hours.")), inputs),
        Packs => OfPacks(inputs),
        Resx => OfResx(PeerInput.Resx, inputs),
        BareResx => OfResx(PeerInput.BareResx, inputs),
        "Razor" => OfFiles(
            Generator(Machine.SdkFolder, "Microsoft.CodeAnalysis.Razor.Compiler.dll", "Microsoft.NET.Sdk.Razor.SourceGenerators.RazorSourceGenerator"),
            new(
                new Dictionary<string, string>
                {
                    ["build_property.RootNamespace"] = "App",
                    ["build_property.RazorLangVersion"] = "Latest",
                    ["build_property.RazorConfiguration"] = "MVC-3.0",
                    ["build_property.UseRazorSourceGenerator"] = "true",
                },
                path => new Dictionary<string, string>
                {
                    ["build_metadata.AdditionalFiles.TargetPath"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(path["/app/".Length..])),
                }),
            number => ($"/app/Pages/Page{number}.cshtml", edit => PeerInput.Razor(number, edit)), inputs),
        "regex" => OfCode(
            Generator(Machine.ReferencePacks, "System.Text.RegularExpressions.Generator.dll", "System.Text.RegularExpressions.Generator.RegexGenerator"),
            PeerInput.Regex, inputs),
        "JSON" => OfCode(
            Generator(Machine.ReferencePacks, "System.Text.Json.SourceGeneration.dll", "System.Text.Json.SourceGeneration.JsonSourceGenerator"),
            PeerInput.Json, inputs),
        _ => throw new NotSupportedException(peer),
    };

    private static PeerProject OfPacks(int inputs)
    {
        var packs = Enumerable.Range(0, PackInput.Packs).SelectMany(pack => PackInput.Files(pack, inputs / PackInput.Packs));
        // The project's own record, which an edit changes.
        var project = new EditedProject(() => new DecisionGenerator().AsSourceGenerator(), PackInput.Options, RecordInput.Files(1).Concat(packs));
        return new(project, () => project.Edit(0, edit => RecordInput.Text(1, because: $"It has cost {edit} hours.")));
    }

    private static PeerProject OfResx(Func<int, int, string> text, int inputs) => OfFiles(
        Generator(Machine.ResxGenerator, "Microsoft.CodeAnalysis.ResxSourceGenerator.CSharp.dll",
            "Microsoft.CodeAnalysis.ResxSourceGenerator.CSharp.CSharpResxGenerator"),
        new(
            new Dictionary<string, string>
            {
                ["build_property.RootNamespace"] = "App",
                ["build_property.MSBuildProjectFullPath"] = "/app/App.csproj",
                ["build_property.MSBuildProjectName"] = "App",
            },
            path => new Dictionary<string, string>
            {
                ["build_metadata.EmbeddedResource.RelativeDir"] = "",
                ["build_metadata.AdditionalFiles.RelativeDir"] = "",
            }),
        number => ($"/app/Texts{number}.resx", edit => text(number, edit)), inputs);

    private static PeerProject OfFiles(
        Func<ISourceGenerator> generator, BuildOptions options, Func<int, (string Path, Func<int, string> Text)> file, int inputs)
    {
        var files = Enumerable.Range(1, inputs).Select(number => new InputText(file(number).Path, file(number).Text(0)));
        var project = new EditedProject(generator, options, files);
        return new(project, () => project.Edit(inputs / 2, file(inputs / 2 + 1).Text));
    }

    private static PeerProject OfCode(Func<ISourceGenerator> generator, Func<int, int, string> code, int inputs)
    {
        var project = new EditedProject(generator, new BuildOptions(new Dictionary<string, string>(), _ => new Dictionary<string, string>()), [],
            Enumerable.Range(1, inputs).Select(number => code(number, 0)));
        return new(project, () => project.EditCode(inputs / 2, edit => code(inputs / 2 + 1, edit)));
    }

    private static Func<ISourceGenerator> Generator(string folder, string file, string type)
    {
        var path = Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        var generator = Assembly.LoadFrom(path).GetType(type, throwOnError: true)!;
        return () => Activator.CreateInstance(generator) switch
        {
            IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
            var other => (ISourceGenerator)other!,
        };
    }
}
