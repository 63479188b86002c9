using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Packs;

/// <summary>A decision pack that the command has found.</summary>
/// <param name="Set">
/// Its decisions. The path of a record begins with the package and its version, so that it is never the path of a record of the repository.
/// </param>
/// <param name="Files">Its Markdown files, with the same paths, in their order.</param>
/// <param name="Source">The absolute path of what has it: the package, a folder, or a project that refers to it.</param>
internal sealed record FoundPack(PackSet Set, IReadOnlyList<LogFile> Files, string Source)
{
    /// <summary>The package.</summary>
    public DecisionPack Pack => Set.Pack;

    /// <summary>Its records with their files, in the order of their paths.</summary>
    public IEnumerable<FoundRecord> Found =>
        Set.Records.Join(Files, record => record.Path, file => file.Content.Path, (record, file) => new FoundRecord(record, file));

    /// <summary>The links to files of its repository.</summary>
    public RecordLink Links => new(Set.Manifest.LinkBase.Length == 0 ? null : Set.Manifest.LinkBase);

    /// <summary>The pack as something else that has it reports it.</summary>
    /// <param name="source">The absolute path of what has it.</param>
    public FoundPack At(string source) => this with { Source = source };

    /// <summary>What is wrong with its records, each at what has the pack.</summary>
    public IEnumerable<FaultInFile> Faults => Set.Faults.Select(found =>
        new FaultInFile(Source, new Fault(found.Fault.Kind, Place.Start, found.InPack(Pack)) { Severity = found.Fault.Severity }));

    /// <summary>Combines the files of a pack; null, with a fault, if they are not one.</summary>
    /// <param name="files">Every file that can be a record, or says how to read them.</param>
    /// <param name="source">The absolute path of what has the pack.</param>
    /// <param name="named">The package that the files are said to be; null if that is unknown.</param>
    /// <param name="faults">Where faults are added.</param>
    public static FoundPack? Of(IReadOnlyList<PackedText> files, string source, string? named, List<FaultInFile> faults)
    {
        var manifests = files.Where(file => PackManifest.IsIn(file.Path)).ToList();
        if (manifests is not [{ Path: PackManifest.FileName } manifestFile])
        {
            var what = manifests.Count > 1
                ? $"The pack has more than one manifest: {string.Join(", ", manifests.Select(file => file.Path))}."
                : $"The pack does not have a manifest. A decision pack has the file {PackManifest.FileName} beside its records.";
            return Fail(what);
        }
        var unreadable = new List<Fault>();
        if (PackManifest.Read(manifestFile.Text, unreadable) is not { } manifest)
        {
            foreach (var fault in unreadable) Fail($"{manifestFile.Path}({fault.Place.Line},{fault.Place.Column}): {fault.Message}");
            return null;
        }
        if (!PackageName.IsId(manifest.Pack.Id) || !PackageName.IsVersion(manifest.Pack.Version))
        {
            return Fail($"{manifestFile.Path}(1,1): '{manifest.Pack}' is not the id and the version of a package.");
        }
        if (named is not null && !string.Equals(named, manifest.Pack.Id, StringComparison.OrdinalIgnoreCase))
        {
            return Fail($"{manifestFile.Path}(1,1): The manifest says that the package is {manifest.Pack.Id}, but it is {named}.");
        }
        return Of(manifest, [.. files.Where(file => file != manifestFile)], source);

        FoundPack? Fail(string message)
        {
            faults.Add(new(source, new(FaultKind.UnreadablePack, Place.Start, message)));
            return null;
        }
    }

    private static FoundPack Of(PackManifest manifest, IReadOnlyList<PackedText> texts, string source)
    {
        var conventions = ConventionsByFolder.Of(texts
            .Where(file => RecordConventions.IsIn(file.Path))
            .Select(file => (file.Path, ConventionsReader.Read(file.Text, []))));
        var files = texts.OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => LogFile.Of(file.FilePath, file.Path, file.Text, conventions.For(file.Path)))
            .ToList();
        var set = PackSet.Of(manifest, [.. files.Select(file => file.Content)]);
        return new(
            set with { Records = set.Records.Select(record => record with { Path = InLog(record.Path) }).ToValueList() },
            [.. files.Select(file => file with { Content = file.Content with { Path = InLog(file.Content.Path) } })],
            source);

        string InLog(string path) => $"{manifest.Pack}/{path}";
    }
}

/// <summary>A file of a pack.</summary>
/// <param name="Path">Its path in the pack's repository, with forward slashes.</param>
/// <param name="FilePath">The absolute path, for messages.</param>
/// <param name="Text">Its text.</param>
internal sealed record PackedText(string Path, string FilePath, string Text)
{
    /// <summary>The largest number of files that a pack may have.</summary>
    public const int Most = 10_000;

    /// <summary>Whether a file of a pack is read.</summary>
    /// <param name="path">Its path.</param>
    public static bool IsRead(string path) => PackManifest.IsIn(path) || DecisionLog.IsRead(path);
}
