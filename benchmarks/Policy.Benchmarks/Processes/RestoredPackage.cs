using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>Two projects that differ in nothing but the package.</summary>
internal sealed record ProjectPair(BuiltProject With, BuiltProject Without);

/// <summary>The package as it is now, and projects outside the repository that are built with it and without.</summary>
internal sealed class RestoredPackage
{
    private readonly string _root;
    // A version that no cache can know; restored into a folder that is deleted with it.
    private readonly string _version = $"9999.0.0-benchmark.{Guid.NewGuid():N}";
    private readonly Dictionary<string, string> _variables;

    /// <summary>Packs it.</summary>
    /// <param name="root">The folder for all of it.</param>
    public RestoredPackage(string root)
    {
        _root = root;
        var packages = Path.Combine(root, "packages");
        _variables = new()
        {
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["MSBUILDTERMINALLOGGER"] = "off",
        };
        Child.Run("dotnet", Machine.RepositoryRoot, _variables, "pack", "src/Policy", "--output", packages, "-v", "q", "-p:UseSharedCompilation=false",
            $"-p:MinVerVersionOverride={_version}");
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(root, name), "<Project />");
        }
        File.WriteAllText(Path.Combine(root, "nuget.config"),
            $"""<configuration><packageSources><clear /><add key="packed" value="{packages}" /></packageSources></configuration>""");
        _variables["NUGET_PACKAGES"] = Path.Combine(root, "restored");
        _variables["NUGET_FALLBACK_PACKAGES"] = Machine.PackageFolder;
    }

    /// <summary>Writes a project with the package, and the same without.</summary>
    /// <param name="name">A name for both.</param>
    /// <param name="code">Their C# files, by number.</param>
    public ProjectPair Pair(string name, Func<int, string> code) => new(
        BuiltProject.Of(Path.Combine(_root, name, "With"), _version, code, _variables),
        BuiltProject.Of(Path.Combine(_root, name, "Without"), null, code, _variables));

    /// <summary>A native program with the package, and the same without.</summary>
    public (NativeProgram With, NativeProgram Without) NativePair() => (
        NativeProgram.Of(Path.Combine(_root, "Native", "With"), _version, BuiltProject.Hosting, _variables),
        NativeProgram.Of(Path.Combine(_root, "Native", "Without"), null, BuiltProject.Hosting, _variables));
}
