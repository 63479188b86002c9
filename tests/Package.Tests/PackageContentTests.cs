using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
public sealed class PackageContentTests(PackedPackage package)
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
            "buildTransitive/DecisionPolicies.props",
            "buildTransitive/DecisionPolicies.targets",
            "buildTransitive/UsualFolders.targets",
            "icon.png",
            "lib/net10.0/DecisionPolicies.Rules.dll",
            "lib/net10.0/DecisionPolicies.Rules.xml",
            "lib/net10.0/DecisionPolicies.dll",
            "lib/net10.0/DecisionPolicies.xml",
        ],
        Files(package.File).Keys.Where(IsOurs).Order(StringComparer.Ordinal));

    [Fact]
    public void It_depends_on_Microsoft_Extensions_and_nothing_else()
    {
        var dependencies = Dependencies(package.File).Select(d => d.Attribute("id")!.Value).ToList();

        Assert.NotEmpty(dependencies);
        Assert.All(dependencies, id => Assert.StartsWith("Microsoft.Extensions.", id));
    }

    [Fact]
    public void The_one_for_web_applications_holds_its_library() => Assert.Equal(
        ["DecisionPolicies.AspNetCore.nuspec", "README.md", "icon.png", "lib/net10.0/DecisionPolicies.AspNetCore.dll", "lib/net10.0/DecisionPolicies.AspNetCore.xml"],
        Files(package.WebFile).Keys.Where(IsOurs).Order(StringComparer.Ordinal));

    // Whatever is excluded would be missing in the project that adds it: the generator, the build files.
    [Fact]
    public void The_one_for_web_applications_brings_the_other_of_its_version_whole()
    {
        var dependency = Assert.Single(Dependencies(package.WebFile));

        Assert.Equal(("DecisionPolicies", $"[{package.Version}]", null), (dependency.Attribute("id")?.Value, dependency.Attribute("version")?.Value, dependency.Attribute("exclude")?.Value));
    }

    // The library is built with our own records in force, as ADR-0013 says.
    [Theory]
    [InlineData("lib/net10.0/DecisionPolicies.dll")]
    [InlineData("lib/net10.0/DecisionPolicies.AspNetCore.dll")]
    public void No_decision_of_ours_is_in_it(string library)
    {
        var types = TypesOf(Files(library.Contains("AspNetCore") ? package.WebFile : package.File)[library]);

        Assert.Contains(types, type => type.StartsWith("DecisionPolicies", StringComparison.Ordinal));
        Assert.DoesNotContain("Decisions", types);
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
    public async Task Packed_in_another_folder_it_is_the_same_to_the_byte()
    {
        var elsewhere = Path.Combine(package.Root, "another folder", "clone");
        await package.Pack(elsewhere);

        var again = Files(Path.Combine(elsewhere, "packages", Path.GetFileName(package.File)));

        // NuGet itself names one part of its container at random.
        var different = Files(package.File).Where(file => IsOurs(file.Key) && !file.Value.SequenceEqual(again[file.Key]));
        Assert.Empty(different.Select(file => file.Key));
    }

    private static bool IsOurs(string file) => !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal) && file != "[Content_Types].xml";

    private static bool Contains(byte[] content, byte[] text) => content.AsSpan().IndexOf(text) >= 0;

    private static IEnumerable<XElement> Dependencies(string package)
    {
        var nuspec = Files(package).Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value;
        return XDocument.Parse(Encoding.UTF8.GetString(nuspec).TrimStart('\uFEFF')).Descendants().Where(e => e.Name.LocalName == "dependency");
    }

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
