using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Packs;

/// <summary>The decision packs that a call is about, before they meet the records of the repository.</summary>
/// <param name="Packs">Each version of each pack once.</param>
/// <param name="Projects">The restored projects.</param>
/// <param name="Faults">What cannot be read, each at the absolute path of what has it.</param>
internal sealed record PackSources(IReadOnlyList<FoundPack> Packs, IReadOnlyList<RestoredProject> Projects, IReadOnlyList<FaultInFile> Faults)
{
    /// <summary>No packs.</summary>
    public static PackSources None { get; } = new([], [], []);

    /// <summary>Whether it is known which packs there are: some are named, or a project is restored.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>The projects that refer to one of the packs and are not restored, each with the pack.</summary>
    public IReadOnlyList<(string File, string Id)> Unrestored { get; private init; } = [];

    /// <summary>The packs that the user names, or else those of the projects in a repository.</summary>
    /// <param name="named">The absolute paths of packages, and of folders with a pack.</param>
    /// <param name="records">Where the records of the repository are; null if it has none.</param>
    /// <param name="context">The surroundings.</param>
    public static PackSources Of(IReadOnlyList<string> named, RecordsFolder? records, ToolContext context)
    {
        var faults = new List<FaultInFile>();
        if (named.Count > 0)
        {
            var packs = named.Select(path => Directory.Exists(path) ? PackFolder.Read(path, path, null, faults) : PackageFile.Read(path, faults));
            return new([.. packs.OfType<FoundPack>().DistinctBy(pack => pack.Pack)], [], faults) { IsKnown = true };
        }
        var repository = RecordsFolder.RepositoryAbove(context.Folder);
        var root = repository ?? (records is not null && RealPath.IsWithin(context.Folder, records.Root) ? records.Root : context.Folder);
        var search = ProjectSearch.Below(root, repository is not null);
        var found = new Dictionary<DecisionPack, FoundPack?>();
        foreach (var project in search.Restored)
        {
            foreach (var pack in project.Packs)
            {
                var key = new DecisionPack(pack.Id, pack.Version);
                if (!found.ContainsKey(key)) found.Add(key, Read(pack, project, faults));
            }
        }
        var ids = search.Restored.SelectMany(project => project.Packs).Select(pack => pack.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new([.. found.Values.OfType<FoundPack>()], search.Restored, faults)
        {
            IsKnown = search.Restored.Count > 0,
            Unrestored = [.. search.Unrestored(ids, root)],
        };
    }

    private static FoundPack? Read(RestoredPack pack, RestoredProject project, List<FaultInFile> faults)
    {
        if (pack.Folder is { } folder) return PackFolder.Read(PackFolder.Find(folder)!, project.File, pack.Id, faults);
        faults.Add(new(project.File, new(FaultKind.UnreadablePack, Place.Start,
            $"The decision pack {pack.Id} {pack.Version} cannot be read, because it is not where NuGet has restored it. Run 'dotnet restore'.")));
        return null;
    }
}
