namespace DecisionPolicies.Tool.Check;

/// <summary>What a call of <c>decisions check</c> asks for.</summary>
/// <param name="Paths">Files, folders and patterns as the user wrote them; <c>-</c> for standard input.</param>
/// <param name="Layers">Files to be merged in this order.</param>
/// <param name="Exclude">Patterns of what to leave out.</param>
internal sealed record CheckInput(IReadOnlyList<string> Paths, IReadOnlyList<string> Layers, IReadOnlyList<string> Exclude)
{
    private static readonly char[] _wildcards = ['*', '?'];

    /// <summary>Absolute paths of files that the command itself writes or has written. They are not configuration.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>Whether files in folders are judged that git ignores.</summary>
    public bool ReadsIgnored { get; init; }

    /// <summary>The files to which the check is limited; null for all.</summary>
    public ChangedFiles? Changed { get; init; }

    /// <summary>The files in git's index, to be judged as they are there; null to judge files as they are in their folders.</summary>
    public StagedFiles? Staged { get; init; }

    /// <summary>Finds what to check, one unit at a time, so that the whole is never in memory.</summary>
    /// <param name="context">The surroundings.</param>
    /// <param name="notJudged">Receives what is passed over.</param>
    /// <param name="complain">Receives what does not exist or was skipped.</param>
    /// <exception cref="ToolException">Standard input is named twice.</exception>
    public IEnumerable<CheckUnit> Units(ToolContext context, NotJudged notJudged, Action<CheckComplaint> complain)
    {
        if (Paths.Contains(CheckUnit.StandardInput) && Layers.Contains(CheckUnit.StandardInput))
        {
            throw new ToolException("Standard input can be read only once. Name '-' as a path or as a layer, not as both.");
        }
        // Of a layer that is named twice, the last position counts.
        if (Layers.Count > 0)
        {
            var layers = Layers.Select(layer => Layer.Of(layer, context)).Reverse().DistinctBy(layer => layer.Path, StringComparer.Ordinal).Reverse().ToList();
            if (AreThere(layers, complain))
            {
                var unit = new CheckUnit([.. layers.Select(layer => layer.Path)]) { IsLayered = true, Processes = [.. layers.Select(layer => layer.Process)] };
                if (Limited(unit) is { } limited) yield return limited;
            }
        }
        var excluded = Exclude.Select(pattern => new Glob(pattern)).ToList();
        // A file that two paths lead to is judged once. A pattern of the shell may name the command's own files as well.
        var seen = Paths.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var unit in Found(context, WalkOf, excluded, complain))
        {
            var paths = unit.Paths.Where(path => !Own.Contains(path, StringComparer.Ordinal) && seen?.Add(path) != false).ToList();
            if (paths.Count > 0) yield return unit with { Paths = paths };
        }
        foreach (var link in notJudged.Links)
        {
            complain(new(
                link.IsToFolder ? $"{link.Path} is a link to a folder and was not followed. Name the folder itself to check it."
                    : $"{link.Path} is a link that leads out of the folder that is checked, and was not followed. Name the file itself to check it.",
                IsError: false));
        }

        FolderWalk WalkOf(Glob? pattern) => new(path => !excluded.Exists(glob => glob.IsMatch(context.Shown(path))), context, notJudged)
        {
            Changed = Changed,
            Pattern = pattern,
            ReadsIgnored = ReadsIgnored,
        };
    }

    private IEnumerable<CheckUnit> Found(ToolContext context, Func<Glob?, FolderWalk> walkOf, List<Glob> excluded, Action<CheckComplaint> complain)
    {
        var files = new List<string>();
        foreach (var path in Paths)
        {
            var whole = path == CheckUnit.StandardInput ? path : context.Absolute(path);
            if (path == CheckUnit.StandardInput) yield return new([path]);
            else if (IsFile(whole))
            {
                WarnOfExcluded(path, "It is checked anyway, because you named it.");
                files.Add(whole);
            }
            else if (IsFolder(whole))
            {
                WarnOfExcluded(path, "Whatever matches in the folder is left out.");
                foreach (var unit in UnitsBelow(whole, walkOf(null))) yield return unit;
            }
            else if (path.IndexOfAny(_wildcards) >= 0)
            {
                foreach (var unit in Matching(path, context, walkOf, complain)) yield return unit;
            }
            // A file that is not in the index will not be committed.
            else if (Staged is null || !File.Exists(whole)) complain(new($"The file or folder '{path}' does not exist.", IsError: true));
        }
        foreach (var unit in FolderWalk.UnitsOf(files).Select(Limited).OfType<CheckUnit>()) yield return unit;

        void WarnOfExcluded(string path, string consequence)
        {
            if (excluded.Find(glob => glob.IsMatch(context.Shown(context.Absolute(path)))) is { } glob)
            {
                complain(new($"You named '{path}', and --exclude '{glob.Pattern}' matches it. {consequence}", IsError: false));
            }
        }
    }

    private CheckUnit? Limited(CheckUnit unit) => Changed is null ? unit : Changed.Limited(unit);

    // A pattern that the shell has not expanded.
    private IEnumerable<CheckUnit> Matching(string pattern, ToolContext context, Func<Glob?, FolderWalk> walkOf, Action<CheckComplaint> complain)
    {
        var whole = context.Absolute(pattern).Replace('\\', '/');
        var folder = whole[..whole.LastIndexOf('/', whole.IndexOfAny(_wildcards))];
        var isFound = false;
        foreach (var unit in IsFolder(folder) ? UnitsBelow(folder, walkOf(new(whole))) : [])
        {
            isFound = true;
            yield return unit;
        }
        // What matches may be unchanged.
        if (!isFound && Changed is null) complain(new($"No configuration file matches '{pattern}'.", IsError: true));
    }

    private IEnumerable<CheckUnit> UnitsBelow(string folder, FolderWalk walk) =>
        Staged is null ? walk.Units(folder) : walk.UnitsAmong(Staged.Below(folder), folder);

    // A broken link exists; reading it reports what is wrong.
    private bool IsFile(string path) => Staged?.Has(path) ?? (File.Exists(path) || (new FileInfo(path).LinkTarget is not null && !Directory.Exists(path)));

    // A folder whose files are removed is still in the index.
    private bool IsFolder(string path) => Directory.Exists(path) || Staged?.Below(path).Any() == true;

    private bool AreThere(IReadOnlyList<Layer> layers, Action<CheckComplaint> complain)
    {
        var missing = layers.Where(layer => layer.Path != CheckUnit.StandardInput && !File.Exists(layer.Path) && Staged?.Has(layer.Path) != true).ToList();
        foreach (var layer in missing) complain(new($"The layer '{layer.Written}' does not exist, so no layer was checked.", IsError: true));
        return missing.Count == 0;
    }
}

/// <summary>A file to be merged with others.</summary>
/// <param name="Written">How the user wrote it.</param>
/// <param name="Path">Its absolute path; <see cref="CheckUnit.StandardInput"/> for what is piped in.</param>
/// <param name="Process">The process in it that is meant, as in <c>Deployment/gateway/app</c> after <c>#</c>; null for each in turn.</param>
internal sealed record Layer(string Written, string Path, string? Process)
{
    public static Layer Of(string written, ToolContext context)
    {
        if (written == CheckUnit.StandardInput) return new(written, written, null);
        // A file may have such a name itself.
        return !File.Exists(context.Absolute(written)) && written.LastIndexOf('#') is > 0 and var hash
            ? new(written, context.Absolute(written[..hash]), written[(hash + 1)..])
            : new(written, context.Absolute(written), null);
    }
}

/// <summary>A problem with what was asked for, reported on standard error.</summary>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="IsError">Whether what was asked for could not be done.</param>
internal sealed record CheckComplaint(string Message, bool IsError);
