using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
public sealed partial class PackageContentTests(PackedPackage package, PackedAgain again) : IClassFixture<PackedAgain>
{
    private static readonly Guid _sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void It_holds_the_library_the_generator_with_what_that_loads_and_the_build_files() => Assert.Equal(
        [
            "DecisionPolicies.nuspec",
            "README.md",
            "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/cs/DecisionPolicies.Generator.dll",
            "analyzers/dotnet/cs/DecisionPolicies.Records.dll",
            "analyzers/dotnet/cs/DecisionPolicies.Rules.dll",
            "analyzers/dotnet/cs/DecisionPolicies.Settings.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "build/DecisionPolicies.props",
            "buildTransitive/DecisionPack.props.template",
            "buildTransitive/DecisionPack.targets",
            "buildTransitive/DecisionPack.targets.template",
            "buildTransitive/DecisionPolicies.targets",
            "buildTransitive/HiddenRecords.targets",
            "buildTransitive/JudgedFiles.props",
            "buildTransitive/JudgedProject.targets",
            "buildTransitive/UsualFolders.targets",
            "icon.png",
            "lib/net10.0/DecisionPolicies.Rules.dll",
            "lib/net10.0/DecisionPolicies.Rules.xml",
            "lib/net10.0/DecisionPolicies.dll",
            "lib/net10.0/DecisionPolicies.xml",
            "lib/net8.0/DecisionPolicies.Rules.dll",
            "lib/net8.0/DecisionPolicies.Rules.xml",
            "lib/net8.0/DecisionPolicies.dll",
            "lib/net8.0/DecisionPolicies.xml",
            .. Ahead("DecisionPolicies.Rules.dll", "DecisionPolicies.dll"),
        ],
        Files(package.File).Keys.Where(IsOurs).Order(StringComparer.Ordinal));

    [Fact]
    public void It_depends_on_Microsoft_Extensions_and_nothing_else()
    {
        var dependencies = Dependencies(package.File).Select(d => d.Attribute("id")!.Value).ToList();

        Assert.NotEmpty(dependencies);
        Assert.All(dependencies, id => Assert.StartsWith("Microsoft.Extensions.", id));
    }

    [Theory]
    [InlineData("net8.0", "8.0.")]
    [InlineData("net10.0", "10.0.")]
    public void An_application_gets_the_packages_of_its_own_NET(string framework, string version)
    {
        var dependencies = Dependencies(package.File).Where(d => d.Parent!.Attribute("targetFramework")!.Value == framework).ToList();

        Assert.NotEmpty(dependencies);
        Assert.All(dependencies, d => Assert.StartsWith(version, d.Attribute("version")!.Value));
    }

    [Fact]
    public void The_one_for_web_applications_holds_its_library_and_asks_to_be_judged() => Assert.Equal(
        ["DecisionPolicies.AspNetCore.nuspec", "README.md",
            "build/net10.0/DecisionPolicies.AspNetCore.props", "build/net10.0/JudgedFiles.props",
            "build/net8.0/DecisionPolicies.AspNetCore.props", "build/net8.0/JudgedFiles.props", "icon.png",
            "lib/net10.0/DecisionPolicies.AspNetCore.dll", "lib/net10.0/DecisionPolicies.AspNetCore.xml",
            "lib/net8.0/DecisionPolicies.AspNetCore.dll", "lib/net8.0/DecisionPolicies.AspNetCore.xml",
            .. Ahead("DecisionPolicies.AspNetCore.dll")],
        Files(package.WebFile).Keys.Where(IsOurs).Order(StringComparer.Ordinal));

    // Whatever is excluded would be missing in the project that adds it: the generator, the build files.
    [Fact]
    public void The_one_for_web_applications_brings_the_other_of_its_version_whole()
    {
        var dependencies = Dependencies(package.WebFile).ToList();

        Assert.Equal(["net10.0", "net8.0"], dependencies.Select(d => d.Parent!.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal));
        Assert.All(dependencies, dependency => Assert.Equal(("DecisionPolicies", $"[{package.Version}]", null),
            (dependency.Attribute("id")?.Value, dependency.Attribute("version")?.Value, dependency.Attribute("exclude")?.Value)));
    }

    // The library is built with our own records in force, as ADR-0013 says.
    [Theory]
    [InlineData("lib/net10.0/DecisionPolicies.dll")]
    [InlineData("lib/net10.0/DecisionPolicies.AspNetCore.dll")]
    [InlineData("lib/net8.0/DecisionPolicies.dll")]
    [InlineData("lib/net8.0/DecisionPolicies.AspNetCore.dll")]
    public void No_decision_of_ours_is_in_it(string library)
    {
        var types = TypesOf(Files(library.Contains("AspNetCore") ? package.WebFile : package.File)[library]);

        Assert.Contains(types, type => type.StartsWith("DecisionPolicies", StringComparison.Ordinal));
        Assert.DoesNotContain("Decisions", types);
    }

    // What NuGet takes instead for that system is the same, and machine code.
    [Theory]
    [InlineData("DecisionPolicies.Rules.dll")]
    [InlineData("DecisionPolicies.dll")]
    [InlineData("DecisionPolicies.AspNetCore.dll")]
    public void What_is_compiled_ahead_is_the_same_library(string library)
    {
        Assert.SkipUnless(Machine.IsLinuxX64, "Only a package that is made on Linux x64 holds it.");
        var files = Files(library.Contains("AspNetCore") ? package.WebFile : package.File);
        using var usual = new PEReader(new MemoryStream(files["lib/net10.0/" + library]));
        using var ahead = new PEReader(new MemoryStream(files[AheadFolder + library]));

        Assert.Equal(0, usual.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        Assert.NotEqual(0, ahead.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        var (one, other) = (usual.GetMetadataReader(), ahead.GetMetadataReader());
        Assert.Equal(one.GetGuid(one.GetModuleDefinition().Mvid), other.GetGuid(other.GetModuleDefinition().Mvid));
    }

    [Fact]
    public void Every_library_has_symbols() => Assert.Equal(
        Libraries(package.File, ".dll"),
        Libraries(package.SymbolsFile, ".pdb"));

    [Fact]
    public void The_symbols_lead_to_the_sources_of_the_commit_that_was_packed() =>
        Assert.All(Symbols(), symbols => symbols.Read(pdb =>
        {
            var link = pdb.CustomDebugInformation.Select(pdb.GetCustomDebugInformation).Single(info => pdb.GetGuid(info.Kind) == _sourceLink);
            Assert.Contains($"/example/DecisionPolicies/{SourceCopy.Commit}/*", Encoding.UTF8.GetString(pdb.GetBlobBytes(link.Value)));
        }));

    [Fact]
    public void The_symbols_name_no_folder_of_the_machine_that_packed() =>
        Assert.All(Symbols(), symbols => symbols.Read(pdb =>
        {
            var documents = pdb.Documents.Select(document => pdb.GetString(pdb.GetDocument(document).Name));
            Assert.DoesNotContain(documents, name => !name.StartsWith("/_", StringComparison.Ordinal));
        }));

    [Fact]
    public void No_file_names_a_folder_of_the_machine_that_packed()
    {
        string[] folders = [package.Root, Machine.PackageFolder];

        var named = Files(package.File).Concat(Files(package.SymbolsFile)).Where(file => folders.Any(folder =>
            Contains(file.Value, Encoding.UTF8.GetBytes(folder)) || Contains(file.Value, Encoding.Unicode.GetBytes(folder))));

        Assert.Empty(named.Select(file => file.Key));
    }

    [Fact]
    public void Packed_in_another_folder_it_is_the_same_to_the_byte()
    {
        var elsewhere = Files(again.File);

        // NuGet itself names one part of its container at random.
        var different = Files(package.File).Where(file => IsOurs(file.Key) && !file.Value.SequenceEqual(elsewhere[file.Key]));
        Assert.Empty(different.Select(file => file.Key));
    }

    [Fact]
    public void Published_its_links_lead_to_the_sources_of_the_commit()
    {
        var files = Files(again.PublishedFile);
        var readme = Encoding.UTF8.GetString(files["README.md"]);
        Assert.Contains($"]({PackedAgain.Url}/blob/{SourceCopy.Commit}/docs/start.md)", readme);
        Assert.DoesNotContain("](../", readme);
        Assert.Equal(PackedAgain.Url, Metadata(again.PublishedFile, "projectUrl")?.Value);
        Assert.Equal(PackedAgain.Url, Metadata(again.PublishedFile, "repository")?.Attribute("url")?.Value);
        Assert.Equal($"{PackedAgain.Url}/blob/{SourceCopy.Commit}/CHANGELOG.md", Metadata(again.PublishedFile, "releaseNotes")?.Value);
        Assert.Contains(files, file => LinksToDocumentation(file.Value));
    }

    [Fact]
    public void Packed_without_the_url_of_a_project_it_has_no_link_into_the_repository()
    {
        var files = Files(package.File);
        var source = File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "src", "Policy", "README.md"));
        Assert.Equal(LinkIntoRepository().Replace(source, "$1").Trim(), Encoding.UTF8.GetString(files["README.md"]).Trim());
        Assert.All(["projectUrl", "releaseNotes"], name => Assert.Null(Metadata(package.File, name)));
        // It names the commit, and no place to find it.
        Assert.Null(Metadata(package.File, "repository")?.Attribute("url"));
        Assert.DoesNotContain(files, file => LinksToDocumentation(file.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AspNetCore.")]
    public void Every_package_has_a_readme_of_its_own(string name)
    {
        var readme = Encoding.UTF8.GetString(Files(name.Length == 0 ? package.File : package.WebFile)["README.md"]);
        Assert.StartsWith($"# DecisionPolicies{(name.Length == 0 ? "" : "." + name.TrimEnd('.'))}\n", readme.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("public feed", readme);
    }

    private const string AheadFolder = "runtimes/linux-x64/lib/net10.0/";

    private static IEnumerable<string> Ahead(params string[] libraries) => Machine.IsLinuxX64 ? libraries.Select(library => AheadFolder + library) : [];

    private static bool LinksToDocumentation(byte[] file) => Contains(file, Encoding.Unicode.GetBytes($"{PackedAgain.Url}/blob/{SourceCopy.Commit}/docs/"));

    private static XElement? Metadata(string package, string name) => Nuspec(package).Descendants().SingleOrDefault(element => element.Name.LocalName == name);

    private static bool IsOurs(string file) => !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal) && file != "[Content_Types].xml";

    private static bool Contains(byte[] content, byte[] text) => content.AsSpan().IndexOf(text) >= 0;

    private static IEnumerable<XElement> Dependencies(string package) => Nuspec(package).Descendants().Where(e => e.Name.LocalName == "dependency");

    private static XDocument Nuspec(string package)
    {
        var nuspec = Files(package).Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value;
        return XDocument.Parse(Encoding.UTF8.GetString(nuspec).TrimStart('\uFEFF'));
    }

    [GeneratedRegex(@"\[([^\]]+)\]\(\.\./[^)]*\)")]
    private static partial Regex LinkIntoRepository();

    private static List<string> TypesOf(byte[] library)
    {
        using var pe = new PEReader(new MemoryStream(library));
        var metadata = pe.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(type => metadata.GetString(metadata.GetTypeDefinition(type).Name))];
    }

    private static IEnumerable<string> Libraries(string package, string extension) => Files(package).Keys
        .Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && Path.GetExtension(file) == extension)
        .Select(file => Path.ChangeExtension(file, null)).Order(StringComparer.Ordinal);

    private static Dictionary<string, byte[]> Files(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return zip.Entries.ToDictionary(entry => entry.FullName, Content);

        static byte[] Content(ZipArchiveEntry entry)
        {
            using var content = entry.Open();
            using var all = new MemoryStream();
            content.CopyTo(all);
            return all.ToArray();
        }
    }

    private IReadOnlyList<SymbolFile> Symbols()
    {
        var files = Files(package.SymbolsFile).Where(file => file.Key.EndsWith(".pdb", StringComparison.Ordinal))
            .Select(file => new SymbolFile(file.Key, file.Value)).ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private sealed record SymbolFile(string Name, byte[] Content)
    {
        public void Read(Action<MetadataReader> read)
        {
            using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Content));
            read(provider.GetMetadataReader());
        }

        public override string ToString() => Name;
    }
}

/// <summary>The package, packed twice more from a clone in another folder: as before, and as for a feed.</summary>
public sealed class PackedAgain(PackedPackage package) : IAsyncLifetime
{
    /// <summary>Where the project is said to be.</summary>
    public const string Url = "https://github.com/example/DecisionPolicies";

    private string Clone => Path.Combine(package.Root, "another folder", "clone");

    /// <summary>The package, packed in the same way.</summary>
    public string File => Path.Combine(Clone, "first", Path.GetFileName(package.File));

    /// <summary>The package, packed with the URL of the project.</summary>
    public string PublishedFile => Path.Combine(Clone, "packages", Path.GetFileName(package.File));

    public async ValueTask InitializeAsync()
    {
        await package.Pack(Clone);
        Directory.Move(Path.Combine(Clone, "packages"), Path.GetDirectoryName(File)!);
        await package.Pack(Clone, "src/Policy", $"-p:ProjectUrl={Url}", "-p:JudgedByDecisions=false");
    }

    public ValueTask DisposeAsync() => default;
}
