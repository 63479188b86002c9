using Package.Tests;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace Package.Tests;

/// <summary>
/// The packages, packed once for all tests as docs/start.md says, in a folder outside the repository:
/// <code>
/// DecisionPolicies/           a clone
/// DecisionPolicies/packages/  the packages
/// consumers/                  projects that use it, each test class in a folder of its own
/// consumers/built/            those of them that are built together
/// restored/                   what these projects restore and the machine does not have already
/// </code>
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly Lazy<Task<BuiltConsumers>> _built;

    public PackedPackage() => _built = new(() => BuiltConsumers.Build(this));

    /// <summary>A version that no cache can know, and higher than any published one, as the page's commands take the highest.</summary>
    public string Version { get; } = $"9999.0.0-test.{Guid.NewGuid():N}";

    /// <summary>The folder that holds everything; in it lies the clone, as it does on the page.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("decisions-").FullName;

    /// <summary>The folder with the package: a source for NuGet.</summary>
    public string Source => Path.Combine(Root, "DecisionPolicies", "packages");

    /// <summary>The package, and the one with its symbols.</summary>
    public string File => Path.Combine(Source, $"DecisionPolicies.{Version}.nupkg");

    /// <summary>The package for web applications, which brings the other.</summary>
    public string WebFile => Path.Combine(Source, $"DecisionPolicies.AspNetCore.{Version}.nupkg");

    public string SymbolsFile => Path.ChangeExtension(File, ".snupkg");

    /// <summary>Projects restore into a folder that is deleted with them, and take what the machine has from where it is.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "restored"),
        ["NUGET_FALLBACK_PACKAGES"] = Machine.PackageFolder,
    };

    /// <summary>The projects that are built together, as soon as one is asked for.</summary>
    public Task<BuiltConsumers> Built => _built.Value;

    public async ValueTask InitializeAsync()
    {
        var clone = Path.Combine(Root, "DecisionPolicies");
        await Pack(clone);
        await Pack(clone, "src/Policy.AspNetCore");
        var consumers = Directory.CreateDirectory(Path.Combine(Root, "consumers")).FullName;
        // No settings of the machine may reach the projects from above.
        foreach (var name in (string[])["Directory.Build.targets", "Directory.Packages.props"])
            await System.IO.File.WriteAllTextAsync(Path.Combine(consumers, name), "<Project />");
        // What .NET's own analyzers say takes longer than ours, and is not asked.
        await System.IO.File.WriteAllTextAsync(
            Path.Combine(consumers, "Directory.Build.props"),
            "<Project><PropertyGroup><EnableNETAnalyzers>false</EnableNETAnalyzers></PropertyGroup></Project>");
        await System.IO.File.WriteAllTextAsync(Path.Combine(consumers, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="DecisionPolicies" value="{Source}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Packs a new clone in the given folder, as a build server does.</summary>
    public async Task Pack(string clone)
    {
        SourceCopy.Make(clone);
        await Pack(clone, "src/Policy");
    }

    /// <summary>Packs a project of a clone.</summary>
    /// <param name="clone">The folder of the clone.</param>
    /// <param name="project">The project, as in <c>src/Policy</c>.</param>
    /// <param name="properties">More properties, as in <c>-p:Name=value</c>.</param>
    public async Task Pack(string clone, string project, params string[] properties)
    {
        // The page's command for one project of the three; the rest keeps this package apart from all others, and this machine out of it.
        var words = DocumentedPage.Start.Commands(0)[0].Replace("$(date +%s)", "1", StringComparison.Ordinal).Split(' ')
            .Select(word => word == "DecisionPolicies" ? $"{clone}/{project}" : word.Replace("DecisionPolicies/", clone + "/", StringComparison.Ordinal))
            .ToList();
        var packed = await Command.Run(Root, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Machine.PackageFolder },
            // The code has been analyzed where it was built.
            words[0], [.. words.Skip(1), $"-p:MinVerVersionOverride={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", .. properties]);
        packed.Succeeded();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return default;
    }
}
