using System.Globalization;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>Decision packs with the records of <see cref="RecordInput"/>, where NuGet restores them.</summary>
internal static class PackInput
{
    /// <summary>How many packs.</summary>
    public const int Packs = 10;

    private const string Root = "/packages/";

    // The compiler keeps what a build says of a file.
    private static readonly Dictionary<string, string>[] _marks = [.. Enumerable.Range(0, Packs).Select(pack => new Dictionary<string, string>
    {
        ["build_metadata.AdditionalFiles.DecisionRecord"] = FolderOf(pack).Length.ToString(CultureInfo.InvariantCulture),
        ["build_metadata.AdditionalFiles.DecisionPack"] = IdOf(pack),
    })];

    /// <summary>The properties of a project that refers to packs, and the marks of its files.</summary>
    public static BuildOptions Options { get; } = new(
        new Dictionary<string, string> { ["build_property.RootNamespace"] = "App" },
        static path => path.StartsWith(Root, StringComparison.Ordinal) ? _marks[path["/packages/team".Length] - '0'] : RecordInput.Mark);

    /// <summary>The files of a pack.</summary>
    /// <param name="pack">Its number.</param>
    /// <param name="records">How many records it has.</param>
    public static IEnumerable<InputText> Files(int pack, int records) => Enumerable.Range(1, records)
        .Select(number => new InputText(FolderOf(pack) + RecordInput.PathOf(number)["/app".Length..], RecordInput.Text(number)))
        .Append(new(FolderOf(pack) + "/decision-pack.yml", $"id: {IdOf(pack)}\nversion: 1.2.0\nlink-base: https://example.org/{pack}\n"));

    private static string IdOf(int pack) => $"Team{pack}.Decisions";

    private static string FolderOf(int pack) => $"{Root}team{pack}.decisions/1.2.0/decisions";
}
