namespace Package.Tests;

/// <summary>What a build of this repository says of code in it that breaks one of its own records.</summary>
public sealed class OwnRecordsTests(BrokenClone builds) : IClassFixture<BrokenClone>
{
    [Theory]
    [InlineData("src/Policy.Rules/Broken.cs(5,49): error DP3101: ADR-0016 rejects System.IO.File.ReadAllText. ")]
    [InlineData("src/Policy.Records/Broken.cs(5,50): error DP3101: ADR-0022 rejects System.DateTime.UtcNow. ")]
    [InlineData("src/Policy.Generator/Broken.cs(5,55): error DP3103: ADR-0014 rejects YamlDotNet.Core.Mark.Empty of the package YamlDotNet. ")]
    public void What_the_analyzer_is_made_of_is_judged_by_it(string told)
    {
        Assert.NotEqual(0, builds.CompilersHalf.Code);
        Assert.Contains(told, builds.CompilersHalf.Output);
    }

    [Theory]
    [InlineData("src/Policy/Broken.cs(5,32): error DP3101: ADR-0007 rejects Microsoft.Extensions.Options.IStartupValidator. ")]
    [InlineData("src/Policy/Broken.cs(7,77): error DP3101: ADR-0015 rejects Microsoft.Extensions.Configuration.ConfigurationExtensions.AsEnumerable(")]
    [InlineData("src/Policy/Broken.cs(8,89): error DP3101: ADR-0010 rejects System.Reflection.PropertyInfo.GetValue. ")]
    public void The_library_is_judged(string told)
    {
        Assert.NotEqual(0, builds.Library.Code);
        Assert.Contains(told, builds.Library.Output);
    }
}

/// <summary>A clone that breaks records, built twice: what the compiler loads is compiled before the rest, and would keep it from being judged.</summary>
public sealed class BrokenClone(PackedPackage package) : IAsyncLifetime
{
    private string _clone = "";

    public Outcome CompilersHalf { get; private set; } = null!;

    public Outcome Library { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _clone = Path.Combine(package.Root, "broken");
        SourceCopy.Make(_clone);

        Break("Policy.Rules", "DecisionPolicies.Rules", "System.IO.File.ReadAllText(\"rules\")");
        Break("Policy.Records", "DecisionPolicies.Records", "System.DateTime.UtcNow");
        Break("Policy.Generator", "DecisionPolicies.Generator", "YamlDotNet.Core.Mark.Empty");
        CompilersHalf = await Build();

        foreach (var file in Directory.EnumerateFiles(_clone, "Broken.cs", SearchOption.AllDirectories))
            File.Delete(file);
        await File.WriteAllTextAsync(Path.Combine(_clone, "src/Policy/Broken.cs"), """
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.Options;

            namespace DecisionPolicies;
            internal sealed class Broken : IStartupValidator
            {
                public static object All(IConfiguration configuration) => configuration.AsEnumerable();
                public static object? Read(object o, string name) => o.GetType().GetProperty(name)!.GetValue(o);
                public void Validate() { }
            }
            """);
        Library = await Build();
    }

    public ValueTask DisposeAsync() => default;

    private void Break(string project, string space, string expression) => File.WriteAllText(
        Path.Combine(_clone, "src", project, "Broken.cs"),
        $"namespace {space};\n\ninternal static class Broken\n{{\n    public static object Do() => {expression};\n}}\n");

    // Only what our analyzer says is asked, which says it of one .NET.
    private Task<Outcome> Build() => Command.Run(
        _clone, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Machine.PackageFolder },
        "dotnet", "build", "src/Policy", "-f", "net10.0", "-p:EnableNETAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:IsAotCompatible=false");
}
