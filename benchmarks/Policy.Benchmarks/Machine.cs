using System.Reflection;

namespace DecisionPolicies.Benchmarks;

/// <summary>What the program has to know of the machine that it was built on.</summary>
internal static class Machine
{
    public static string RepositoryRoot { get; } = Metadata(nameof(RepositoryRoot));

    /// <summary>The folder in which NuGet keeps what builds of this repository have restored.</summary>
    public static string PackageFolder { get; } = Metadata(nameof(PackageFolder));

    public static string ResxGenerator { get; } = Metadata(nameof(ResxGenerator));

    public static string ReferencePacks { get; } = Metadata(nameof(ReferencePacks));

    public static string SdkFolder { get; } = Metadata(nameof(SdkFolder));

    private static string Metadata(string key) =>
        typeof(Machine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
