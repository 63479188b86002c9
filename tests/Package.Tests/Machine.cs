using System.Reflection;
using System.Runtime.InteropServices;

namespace Package.Tests;

/// <summary>What the tests have to know of the machine they run on.</summary>
internal static class Machine
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder in which NuGet keeps what builds of this repository have restored.</summary>
    public static string PackageFolder { get; } = Metadata("PackageFolder");

    public static bool IsLinuxX64 { get; } = OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public static bool HasCommand(string name) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    private static string Metadata(string key) =>
        typeof(Machine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
