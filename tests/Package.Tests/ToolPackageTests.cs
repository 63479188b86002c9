using System.IO.Compression;

namespace Package.Tests;

/// <summary>The command line, packed and installed as docs/cli.md says.</summary>
public sealed class ToolPackageTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Reason = "Native code is compiled and run on Linux x64 with clang or gcc only.";

    public static bool IsPossible => NativeHost.IsPossible;

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public void Packing_gives_no_warning() =>
        Assert.All(tool.Packed, outcome => Assert.DoesNotContain("warning", outcome.Succeeded().Output, StringComparison.OrdinalIgnoreCase));

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task The_installed_command_finds_what_a_sample_breaks()
    {
        var run = await tool.Run("check", "registers");
        Assert.Equal(1, run.Code);
        Assert.Contains("error[ADR-0001]: OIDC_DYNAMIC_CLIENT_REGISTRATION_ENABLED = true, which must not be true", run.Output);
        Assert.Contains("11 files checked: 11 violations of 1 decision.", run.Output);
        Assert.Equal(0, (await tool.Run("check", "alike")).Code);
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task The_installed_command_is_native_and_the_portable_one_finds_the_same()
    {
        var native = await tool.Run("check", "registers", "--format", "sarif");
        var portable = await tool.RunPortable("check", "registers", "--format", "sarif");
        Assert.Equal(native.Output, portable.Output);
        Assert.Equal((1, 1), (native.Code, portable.Code));
        Assert.Equal(["decisions"], tool.NativeFiles.Where(file => file != "DotnetToolSettings.xml"));
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public void Every_package_has_the_readme_and_the_notices_of_what_it_bundles() => Assert.All(tool.Packages, package =>
    {
        Assert.StartsWith("# DecisionPolicies.Tool\n", package["README.md"].ReplaceLineEndings("\n"));
        Assert.DoesNotContain("](../", package["README.md"]);
        Assert.Contains("Markdig", package["THIRD-PARTY-NOTICES.txt"]);
    });

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task A_shell_gets_completions()
    {
        var run = await tool.Run("[complete:--la]", "check");
        Assert.StartsWith("--layer\t", run.Output);
        Assert.Contains("complete -o default -o bashdefault -F _decisions decisions", (await tool.Run("completion", "bash")).Succeeded().Output);
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task Pages_are_written_by_native_code_too()
    {
        await tool.Run("site", "pages");
        Assert.Contains("No product of ours serves Dynamic Client Registration",
            await File.ReadAllTextAsync(Path.Combine(tool.Folder, "pages", "index.html"), TestContext.Current.CancellationToken));
    }
}

/// <summary>The tool, installed once into a folder of its own, beside a copy of samples/OtherProducts.</summary>
public sealed class InstalledTool(PackedPackage package) : IAsyncLifetime
{
    private readonly string _tools = Path.Combine(package.Root, "tools");

    /// <summary>Where the command is run.</summary>
    public string Folder { get; } = Path.Combine(package.Root, "OtherProducts");

    /// <summary>How packing ended.</summary>
    public List<Outcome> Packed { get; } = [];

    /// <summary>The files of the native tool, as packed.</summary>
    public IReadOnlyList<string> NativeFiles =>
        [.. Entries("linux-x64").Where(entry => entry.FullName.StartsWith("tools/", StringComparison.Ordinal)).Select(entry => entry.Name)];

    /// <summary>The texts at the root of each package, by their names.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Packages => [.. new[] { "linux-x64", "any" }.Select(Texts)];

    public async ValueTask InitializeAsync()
    {
        if (!ToolPackageTests.IsPossible) return;
        SourceCopy.CopyAll(Path.Combine(Machine.RepositoryRoot, "samples", "OtherProducts"), Folder);
        var commands = await InstallCommands();
        foreach (var pack in commands.Where(command => command.StartsWith("dotnet pack", StringComparison.Ordinal)).Select(OfToolAlone))
        {
            Packed.Add(await Run([.. pack.Replace("--output packages", $"--output {package.Source}", StringComparison.Ordinal).Split(' '),
                $"-p:MinVerVersionOverride={package.Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false"]));
        }
        var install = commands.Single(command => command.StartsWith("dotnet tool install", StringComparison.Ordinal))
            .Replace("--global", $"--tool-path {_tools}", StringComparison.Ordinal)
            .Replace("--prerelease --source packages", $"--version {package.Version} --source {package.Source}", StringComparison.Ordinal);
        (await Run(install.Split(' '))).Succeeded();
        using var portable = ZipFile.OpenRead(PackageOf("any"));
        portable.ExtractToDirectory(Path.Combine(package.Root, "portable"));
    }

    /// <summary>Runs the installed command.</summary>
    public Task<Outcome> Run(string first, params string[] arguments) =>
        Command.Run(Folder, package.Variables, Path.Combine(_tools, "decisions"), [first, .. arguments]);

    /// <summary>Runs the portable command on the runtime.</summary>
    public Task<Outcome> RunPortable(params string[] arguments) =>
        Command.Run(Folder, package.Variables, "dotnet", [Path.Combine(package.Root, "portable", "tools", "net10.0", "any", "decisions.dll"), .. arguments]);

    public ValueTask DisposeAsync() => default;

    private Task<Outcome> Run(string[] words) => Command.Run(
        Path.Combine(package.Root, "DecisionPolicies"), new Dictionary<string, string> { ["NUGET_PACKAGES"] = Machine.PackageFolder }, words[0], words.Skip(1));

    private IReadOnlyList<ZipArchiveEntry> Entries(string runtime)
    {
        using var archive = ZipFile.OpenRead(PackageOf(runtime));
        return [.. archive.Entries];
    }

    private IReadOnlyDictionary<string, string> Texts(string runtime)
    {
        using var archive = ZipFile.OpenRead(PackageOf(runtime));
        return archive.Entries.Where(entry => entry.FullName is "README.md" or "THIRD-PARTY-NOTICES.txt").ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }

    private string PackageOf(string runtime) => Path.Combine(package.Source, $"DecisionPolicies.Tool.{runtime}.{package.Version}.nupkg");

    // The libraries are packed already, and every package here has the version of this run.
    private static string OfToolAlone(string pack) => pack
        .Replace("dotnet pack --version-suffix local.$(date +%s)", "dotnet pack src/Policy.Tool", StringComparison.Ordinal)
        .Replace(" --version-suffix $suffix", "", StringComparison.Ordinal);

    // The commands of the page, so that what it says is what is tried.
    private async Task<IReadOnlyList<string>> InstallCommands()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(package.Root, "DecisionPolicies", "docs", "cli.md"));
        var section = page[page.IndexOf("## Install", StringComparison.Ordinal)..page.IndexOf("## Exit codes", StringComparison.Ordinal)];
        return [.. section.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).Select(line => line[2..])];
    }
}
