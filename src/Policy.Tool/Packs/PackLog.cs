using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Packs;

/// <summary>The decision packs that govern a repository, with the waivers that its own records state.</summary>
internal sealed class PackLog
{
    private readonly Dictionary<string, IReadOnlyList<AdrRecord>> _byProject = new(StringComparer.Ordinal);
    private readonly List<FaultInFile> _ownFaults = [];
    private readonly Dictionary<string, AdrRecord> _all = new(StringComparer.Ordinal);
    private readonly HashSet<DecisionPack> _faulty = [];

    private PackLog()
    {
    }

    /// <summary>No packs.</summary>
    public static PackLog None { get; } = new();

    /// <summary>The newest version of each pack, in the order of their ids.</summary>
    public IReadOnlyList<FoundPack> Packs { get; private init; } = [];

    /// <summary>The records of these packs, with their files.</summary>
    public IEnumerable<FoundRecord> Found => Packs.SelectMany(pack => pack.Found);

    /// <summary>The records of every version that a project has.</summary>
    public IReadOnlyCollection<AdrRecord> AllRecords => _all.Values;

    /// <summary>What is wrong in packs, and what cannot be read: each at what has the pack, relative to the repository if it is there.</summary>
    public IReadOnlyList<FaultInFile> Faults { get; private init; } = [];

    /// <summary>What is wrong in the repository's own records about packed decisions.</summary>
    public IReadOnlyList<FaultInFile> OwnFaults => _ownFaults;

    /// <summary>Why rules of packs are missing although a record says that there are some, as a sentence; null if none are.</summary>
    public string? WhyUnknown { get; private init; }

    /// <summary>What the user should know about versions and projects, each as a sentence.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Whether rules of a pack may be missing.</summary>
    /// <param name="pack">The pack.</param>
    public bool HasFaults(DecisionPack pack) => _faulty.Contains(pack);

    /// <summary>What is wrong in a record of one of these packs.</summary>
    /// <param name="path">The record's path.</param>
    public IEnumerable<FaultInFile> FaultsIn(string path) => Packs
        .SelectMany(pack => pack.Set.Faults.Select(found => found with { Path = $"{pack.Pack}/{found.Path}" }))
        .Where(found => found.Path == path);

    /// <summary>The pack that has a record; null if none has it.</summary>
    /// <param name="record">A record of one of <see cref="Packs"/>.</param>
    public FoundPack? Of(AdrRecord record) => record.Decision.Pack is { } pack ? Packs.FirstOrDefault(each => each.Pack == pack) : null;

    /// <summary>The records of packs that govern a file: those of the project that it is in, or of all packs if it is in none.</summary>
    /// <param name="path">The absolute path of the file.</param>
    public IReadOnlyList<AdrRecord> RecordsFor(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && _byProject.Count > 0; folder = Path.GetDirectoryName(folder))
        {
            if (_byProject.TryGetValue(folder, out var records)) return records;
        }
        return Newest;
    }

    private IReadOnlyList<AdrRecord> Newest { get; init; } = [];

    /// <summary>Combines packs with the records of a repository.</summary>
    /// <param name="sources">The packs.</param>
    /// <param name="log">The repository's own records.</param>
    /// <param name="context">The surroundings.</param>
    public static PackLog Of(PackSources sources, DecisionLog log, ToolContext context)
    {
        if (!sources.IsKnown) return WhyUnknownTo(log) is { } why ? new() { WhyUnknown = why, Notes = [why] } : None;
        var newest = sources.Packs.GroupBy(pack => pack.Pack.Id, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Aggregate((one, other) => SemanticVersion.IsNewer(other.Pack.Version, one.Pack.Version) ? other : one))
            .ToList();
        var governing = Governing(newest, log);
        var packs = governing.Packs.Select(set => newest.First(pack => pack.Pack == set.Pack) with { Set = set }).ToList();
        var result = new PackLog
        {
            Packs = packs,
            Newest = [.. packs.SelectMany(pack => pack.Set.Records)],
            Faults = [.. sources.Faults.Concat(sources.Packs.SelectMany(pack => pack.Faults)).Select(found => found with { Path = log.PathOf(found.Path) })],
            Notes = [.. NotesOn(sources, newest, context)],
        };
        foreach (var record in result.Newest) result._all.Add(record.Path, record);
        result._faulty.UnionWith(sources.Packs.Where(pack => pack.Set.Faults.Count > 0).Select(pack => pack.Pack));
        result._ownFaults.AddRange(governing.Faults);
        result.AddProjects(sources, newest, log);
        return result;
    }

    private void AddProjects(PackSources sources, List<FoundPack> newest, DecisionLog log)
    {
        var known = new Dictionary<string, GoverningDecisions>(StringComparer.Ordinal);
        foreach (var project in sources.Projects.Where(project => project.Folder is not null))
        {
            // What the project does not have is judged with it, so that a waiver of another project's pack is not a fault.
            var own = project.Packs.Select(pack => sources.Packs.FirstOrDefault(each => IsSame(each, pack))).OfType<FoundPack>()
                .OrderByDescending(newest.Contains).DistinctBy(pack => pack.Pack.Id, StringComparer.OrdinalIgnoreCase).ToList();
            var all = newest.Select(pack => own.Find(each => IsSameId(each, pack)) ?? pack).ToList();
            var key = string.Join('\n', all.Select(pack => pack.Pack));
            if (!known.TryGetValue(key, out var governing)) known.Add(key, governing = Governing(all, log));
            // What belongs to no other project in a folder with several is of all of them.
            var isAlone = !sources.Projects.Any(other => other.Packs.Count > 0 && IsBelow(other, project.Folder!));
            var records = governing.Packs.Where(set => !isAlone || own.Exists(pack => pack.Pack == set.Pack)).SelectMany(set => set.Records).ToList();
            // Several projects can share a folder.
            _byProject[project.Folder!] = _byProject.TryGetValue(project.Folder!, out var others)
                ? [.. others.Concat(records).DistinctBy(record => record.Path)]
                : records;
            foreach (var record in records) _all.TryAdd(record.Path, record);
            _ownFaults.AddRange(governing.Faults.Where(fault => !_ownFaults.Contains(fault)));
        }
    }

    private static GoverningDecisions Governing(IEnumerable<FoundPack> packs, DecisionLog log) =>
        GoverningDecisions.Of(log.Set.Records, log.Files.Select(file => file.Content), packs.Select(pack => pack.Set));

    private static string? WhyUnknownTo(DecisionLog log) => log.Files.FirstOrDefault(file => file.Content.PackWaivers.Count > 0) is { } file
        ? $"{file.Content.Path} has a waiver of {file.Content.PackWaivers[0].Decision}, and no project here is restored, so the rules of that pack are "
            + "not known. Run 'dotnet restore', or name the pack with --records."
        : null;

    private static IEnumerable<string> NotesOn(PackSources sources, List<FoundPack> newest, ToolContext context)
    {
        foreach (var pack in newest)
        {
            var versions = sources.Packs.Where(each => IsSameId(each, pack)).Select(each => each.Pack.Version).ToList();
            if (versions.Count == 1) continue;
            var used = versions.Select(version => ProjectWith(pack, version) is { } project ? $"{version} by {context.Shown(project.File)}" : version);
            yield return $"{pack.Pack.Id} is used in several versions: {string.Join(", ", used)}. Each governs the files of its own projects. "
                + $"Everything else is governed by {pack.Pack.Version}, the newest.";
        }
        foreach (var (file, id) in sources.Unrestored)
        {
            yield return $"{context.Shown(file)} refers to {id} and is not restored, so its own version of the pack is not known. Run 'dotnet restore'.";
        }

        RestoredProject? ProjectWith(FoundPack pack, string version) =>
            sources.Projects.FirstOrDefault(project => project.Packs.Any(each => IsSameId(pack, each) && each.Version == version));
    }

    private static bool IsBelow(RestoredProject project, string folder) =>
        project.Folder?.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) == true;

    private static bool IsSame(FoundPack pack, RestoredPack other) => IsSameId(pack, other) && pack.Pack.Version == other.Version;

    private static bool IsSameId(FoundPack pack, RestoredPack other) => string.Equals(pack.Pack.Id, other.Id, StringComparison.OrdinalIgnoreCase);

    private static bool IsSameId(FoundPack pack, FoundPack other) => string.Equals(pack.Pack.Id, other.Pack.Id, StringComparison.OrdinalIgnoreCase);
}
