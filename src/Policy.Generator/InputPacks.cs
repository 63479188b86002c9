using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator;

/// <summary>The decision packs that a project refers to.</summary>
/// <param name="Sets">The packs, in the order of their ids.</param>
/// <param name="Lacking">The ids of packages whose records come without a manifest that can be read.</param>
internal sealed record InputPacks(ValueList<PackSet> Sets, ValueList<string> Lacking)
{
    /// <summary>What the build marks the earlier version of a pack with; no package has such an id.</summary>
    public const string Baseline = "(baseline)";

    private const string Project = "build_property.MSBuildProjectFullPath";
    private const string Classes = "build_property._DecisionPackClasses";

    /// <summary>The packs among files.</summary>
    /// <param name="files">The files that packs have.</param>
    public static InputPacks Of(IEnumerable<InputFile> files)
    {
        var sets = new List<PackSet>();
        var lacking = new List<string>();
        foreach (var pack in files.GroupBy(file => file.Pack!, StringComparer.OrdinalIgnoreCase).OrderBy(pack => pack.Key, StringComparer.OrdinalIgnoreCase))
        {
            var manifest = pack.Select(file => file.Manifest).FirstOrDefault(each => each is not null);
            // Nobody speaks for another package.
            if (manifest is null || !string.Equals(manifest.Pack.Id, pack.Key, StringComparison.OrdinalIgnoreCase)) lacking.Add(pack.Key);
            else sets.Add(PackSet.Of(manifest, [.. pack.Where(file => !PackManifest.IsIn(file.Content.Path)).Select(file => file.Content)]));
        }
        return new(sets.ToValueList(), lacking.ToValueList());
    }

    /// <summary>The names of classes that the project chose, as in <c>Contoso.Decisions=Platform</c>, with commas between them.</summary>
    /// <param name="options">The project's properties.</param>
    public static string ChosenClasses(AnalyzerConfigOptions options) => options.TryGetValue(Classes, out var chosen) ? chosen : "";

    /// <summary>The path of the project, at which faults of packs are reported; empty if the build does not give it.</summary>
    /// <param name="options">The project's properties.</param>
    public static string ProjectOf(AnalyzerConfigOptions options) => options.TryGetValue(Project, out var path) ? path.Trim() : "";

    /// <summary>What is wrong with the packs. Only the owners of a pack can correct its records.</summary>
    /// <param name="project">The path of the project.</param>
    public IEnumerable<Diagnostic> Faults(string project)
    {
        foreach (var id in Lacking)
        {
            yield return Of(FaultKind.UnreadablePack, $"The decision pack {id} cannot be read, because {PackManifest.FileName} is missing or damaged. "
                + "None of its decisions is enforced. Restore the package again.", project);
        }
        foreach (var set in Sets)
        {
            foreach (var found in set.Faults)
            {
                yield return Of(found.Fault.Kind, found.InPack(set.Pack), project);
            }
        }
    }

    /// <summary>A diagnostic at the project.</summary>
    /// <param name="kind">The kind of fault.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="project">The path of the project.</param>
    public static Diagnostic Of(FaultKind kind, string message, string project) => Diagnostic.Create(
        Diagnostics.DescriptorOf(kind),
        project.Length == 0 ? Location.None : Location.Create(project, default, new LinePositionSpan(default, default)),
        DisplayText.Neutralise(message));
}
