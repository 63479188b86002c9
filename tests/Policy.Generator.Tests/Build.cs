using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests;

/// <summary>The outcome of compiling a <see cref="Project"/>.</summary>
/// <param name="Compilation">The project's code with the generated code.</param>
/// <param name="Reported">What the generator reported.</param>
/// <param name="Run">The generator's run, with the reasons of its steps.</param>
internal sealed record Build(Compilation Compilation, ImmutableArray<Diagnostic> Reported, GeneratorRunResult Run)
{
    /// <summary>What the generator and the compiler say, as the command line shows it.</summary>
    public string[] Messages => [.. Reported
        .Concat(Compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning))
        .Select(d => d.ToString())];

    public string Source(string hintName) => Run.GeneratedSources.Single(s => s.HintName == hintName).SourceText.ToString();

    /// <summary>Why the outputs of a step are there: new, modified, unchanged, cached or removed.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        [.. Run.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(r => r.Outputs).Select(o => o.Reason) : []];

    /// <summary>How many sources were written anew.</summary>
    public int SourcesWritten => Run.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(r => r.Outputs)
        .Count(o => o.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>Loads the compiled project and reads a static property of its class Decisions.</summary>
    public T Decisions<T>(string property) => (T)Load().GetType("App.Decisions", throwOnError: true)!.GetProperty(property)!.GetValue(null)!;

    /// <summary>Loads the compiled project.</summary>
    public Assembly Load()
    {
        Assert.Empty(Messages);
        using var image = new MemoryStream();
        Assert.True(Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(null);
        context.Resolving += (_, name) => Assembly.Load(name);
        return context.LoadFromStream(image);
    }
}
