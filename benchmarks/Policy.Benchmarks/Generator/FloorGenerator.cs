using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>The least that a generator with this input can do: it reads each file and writes one constant from its name.</summary>
internal sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.AdditionalTextsProvider.Select(
            (file, cancel) => (Name: Path.GetFileNameWithoutExtension(file.Path).Replace('-', '_'), file.GetText(cancel)!.Length)),
        (output, file) => output.AddSource(
            $"{file.Name}.g.cs", $"namespace App;\n\npartial class Floor\n{{\n    public const int Length_{file.Name} = {file.Length};\n}}\n"));
}
