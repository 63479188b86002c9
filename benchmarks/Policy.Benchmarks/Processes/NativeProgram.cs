using System.Globalization;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>A host that is compiled to native code, with the package or without, and reports how long its start took.</summary>
internal sealed class NativeProgram
{
    private const int Records = 11;
    private const int RulesOfEach = 10;

    private readonly string _program;

    private NativeProgram(string program) => _program = program;

    /// <summary>The size of the program, in bytes.</summary>
    public long Size => new FileInfo(_program).Length;

    /// <summary>Publishes it.</summary>
    /// <param name="folder">A new folder for it.</param>
    /// <param name="package">The package's version; null for a program without it, and without records.</param>
    /// <param name="hosting">The version of Microsoft.Extensions.Hosting.</param>
    /// <param name="variables">The environment of its build.</param>
    public static NativeProgram Of(string folder, string? package, string hosting, IReadOnlyDictionary<string, string> variables)
    {
        Directory.CreateDirectory(folder);
        var reference = package is null ? "" : $"""<PackageReference Include="DecisionPolicies" Version="{package}" />""";
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Microsoft.Extensions.Hosting" Version="{hosting}" />{reference}</ItemGroup>
            </Project>
            """);
        var register = package is null ? "" : "builder.AddDecisionPolicies(App.Decisions.All);";
        File.WriteAllText(Path.Combine(folder, "Program.cs"), $$"""
            using System.Diagnostics;
            using System.Globalization;
            using DecisionPolicies;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;

            var began = Stopwatch.GetTimestamp();
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            var settings = new Dictionary<string, string?>();
            for (var i = 0; i < {{Records * RulesOfEach}}; i++) settings[$"Part{i / {{RulesOfEach}}}:Value{i % {{RulesOfEach}}}"] = "false";
            builder.Configuration.AddInMemoryCollection(settings);
            {{register}}
            using var host = builder.Build();
            host.Start();
            Console.WriteLine(Stopwatch.GetElapsedTime(began).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
            """.Replace(package is null ? "using DecisionPolicies;\n" : "\0", "", StringComparison.Ordinal));
        if (package is not null) WriteRecords(Directory.CreateDirectory(Path.Combine(folder, "docs", "adr")).FullName);
        Child.Run("dotnet", folder, variables, "publish", "-r", "linux-x64", "-o", "out", "-v", "q");
        return new(Path.Combine(folder, "out", "App"));
    }

    /// <summary>The time of one start, in milliseconds.</summary>
    public double Start() =>
        double.Parse(Child.Run(_program, Path.GetDirectoryName(_program)!, new Dictionary<string, string>()).Output, CultureInfo.InvariantCulture);

    private static void WriteRecords(string folder)
    {
        for (var number = 0; number < Records; number++)
        {
            var rules = string.Concat(Enumerable.Range(0, RulesOfEach).Select(rule => $"  - {{ configuration: Part{number}:Value{rule}, forbid: true }}\n"));
            File.WriteAllText(
                Path.Combine(folder, $"{number + 1:0000}-decision-{number + 1}.md"),
                $"---\nstatus: accepted\ndate: 2026-11-30\nrules:\n{rules}---\n# Decision {number + 1}\n");
        }
    }
}
