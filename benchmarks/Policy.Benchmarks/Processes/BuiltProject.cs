using System.Diagnostics;
using DecisionPolicies.Benchmarks.Report;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>
/// A class library of 300 C# files, in a folder outside the repository, built by the SDK. It uses the generic host, as whoever has options
/// to validate does: that package brings generators of its own.
/// </summary>
internal sealed class BuiltProject
{
    public const int CodeFiles = 300;
    public const int Records = 20;
    public const int Rules = 50;

    private static readonly string[] _build = ["build", "--no-restore", "-nologo", "-v", "q", "-p:TreatWarningsAsErrors=true"];

    /// <summary>The version of Microsoft.Extensions.Hosting that this program runs on.</summary>
    public static string Hosting { get; } = FileVersionInfo.GetVersionInfo(typeof(Host).Assembly.Location).ProductVersion!.Split('+')[0];

    // Without the server that keeps the compiler and its analyzers warm.
    private static readonly string[] _cold = [.. _build, "-p:UseSharedCompilation=false"];

    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private int _edits;

    private BuiltProject(string folder, IReadOnlyDictionary<string, string> variables)
    {
        _folder = folder;
        _variables = variables;
    }

    /// <summary>Writes the project and restores it.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="package">The package's version; null for a project without it, and without records.</param>
    /// <param name="code">Its C# files, by number.</param>
    /// <param name="variables">The environment of its builds.</param>
    public static BuiltProject Of(string folder, string? package, Func<int, string> code, IReadOnlyDictionary<string, string> variables)
    {
        Directory.CreateDirectory(folder);
        var reference = package is null ? "" : $"""<PackageReference Include="DecisionPolicies" Version="{package}" />""";
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><PackageReference Include="Microsoft.Extensions.Hosting" Version="{Hosting}" />{reference}</ItemGroup>
            </Project>
            """);
        for (var number = 0; number < CodeFiles; number++) File.WriteAllText(Path.Combine(folder, $"File{number}.cs"), code(number));
        if (package is not null) WriteRecords(Directory.CreateDirectory(Path.Combine(folder, "docs", "adr")).FullName);
        Child.Run("dotnet", folder, variables, "restore");
        return new(folder, variables);
    }

    /// <summary>Builds everything anew.</summary>
    public Child Clean() => Child.Run("dotnet", _folder, _variables, [.. _cold, "--no-incremental"]);

    /// <summary>Builds everything anew by a compiler that is running already, as on a developer's machine.</summary>
    public Child CleanByServer() => Child.Run("dotnet", _folder, _variables, [.. _build, "-p:UseSharedCompilation=true", "--no-incremental"]);

    /// <summary>Builds after an edit of one C# file.</summary>
    public Child AfterEdit()
    {
        File.AppendAllText(Path.Combine(_folder, "File1.cs"), $"// Edit {++_edits}.\n");
        return Child.Run("dotnet", _folder, _variables, _cold);
    }

    /// <summary>Builds where nothing has changed.</summary>
    public Child Unchanged() => Child.Run("dotnet", _folder, _variables, _cold);

    private static void WriteRecords(string folder)
    {
        for (var number = 1; number <= Records; number++)
        {
            // Thirty rules about configuration, and twenty of each kind that is judged in code.
            string[] rules = number <= Records / 2
                ? [$"configuration: Part{number}:A, forbid: true", $"configuration: Part{number}:B, require: {{ present: true }}",
                    $"configuration: Part{number}:Items:*, forbid: [x, y]"]
                : [$"symbol: T:Vendor{number}.Client", number % 2 == 0 ? $"literal: vendor-{number}" : $"package: Vendor{number}"];
            var text = "---\nstatus: accepted\ndate: 2026-08-02\nbecause: It costs more than it brings.\nrules:\n"
                + $"{string.Concat(rules.Select(rule => $"  - {{ {rule} }}\n"))}---\n# Decision {number}\n";
            File.WriteAllText(Path.Combine(folder, $"{number:0000}-decision-{number}.md"), text);
        }
    }
}
