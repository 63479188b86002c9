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

    /// <summary>Finds what to check, one unit at a time, so that the whole is never in memory.</summary>
    /// <param name="context">The surroundings.</param>
    /// <param name="complain">Receives what does not exist or was skipped.</param>
    /// <exception cref="ToolException">Standard input is named twice.</exception>
    public IEnumerable<CheckUnit> Units(ToolContext context, Action<CheckComplaint> complain)
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
                yield return new([.. layers.Select(layer => layer.Path)]) { IsLayered = true, Processes = [.. layers.Select(layer => layer.Process)] };
            }
        }
        var excluded = Exclude.Select(pattern => new Glob(pattern)).ToList();
        var walk = new FolderWalk(path => !excluded.Exists(glob => glob.IsMatch(context.Shown(path))));
        // A file that two paths lead to is judged once. A pattern of the shell may name the command's own files as well.
        var seen = Paths.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var unit in Found(context, walk, complain))
        {
            var paths = unit.Paths.Where(path => !Own.Contains(path, StringComparer.Ordinal) && seen?.Add(path) != false).ToList();
            if (paths.Count > 0) yield return unit with { Paths = paths };
        }
        foreach (var link in walk.LinkedFolders)
        {
            complain(new($"{context.Shown(link)} is a link to a folder and was not followed. Name the folder itself to check it.", IsError: false));
        }
    }

    private IEnumerable<CheckUnit> Found(ToolContext context, FolderWalk walk, Action<CheckComplaint> complain)
    {
        var files = new List<string>();
        foreach (var path in Paths)
        {
            if (path == CheckUnit.StandardInput) yield return new([path]);
            else if (File.Exists(context.Absolute(path)) || IsBrokenLink(context.Absolute(path))) files.Add(context.Absolute(path));
            else if (Directory.Exists(context.Absolute(path)))
            {
                foreach (var unit in walk.Units(context.Absolute(path))) yield return unit;
            }
            else if (path.IndexOfAny(_wildcards) >= 0)
            {
                foreach (var unit in Matching(path, context, walk, complain)) yield return unit;
            }
            else complain(new($"There is no file or folder '{path}'.", IsError: true));
        }
        foreach (var unit in FolderWalk.UnitsOf(files)) yield return unit;
    }

    // A pattern that the shell has not expanded.
    private static IEnumerable<CheckUnit> Matching(string pattern, ToolContext context, FolderWalk walk, Action<CheckComplaint> complain)
    {
        var whole = context.Absolute(pattern).Replace('\\', '/');
        var folder = whole[..whole.LastIndexOf('/', whole.IndexOfAny(_wildcards))];
        var glob = new Glob(whole);
        var isFound = false;
        foreach (var unit in Directory.Exists(folder) ? walk.Units(folder) : [])
        {
            var paths = unit.Paths.Where(path => unit.Problem is not null || glob.IsMatch(path.Replace('\\', '/'))).ToList();
            if (paths.Count == 0) continue;
            isFound = true;
            yield return unit with { Paths = paths };
        }
        if (!isFound) complain(new($"No configuration file matches '{pattern}'.", IsError: true));
    }

    private static bool AreThere(IReadOnlyList<Layer> layers, Action<CheckComplaint> complain)
    {
        var missing = layers.Where(layer => layer.Path != CheckUnit.StandardInput && !File.Exists(layer.Path)).ToList();
        foreach (var layer in missing) complain(new($"There is no file '{layer.Written}' to merge, so no layer was checked.", IsError: true));
        return missing.Count == 0;
    }

    // The link exists; reading it reports what is wrong.
    private static bool IsBrokenLink(string path) => new FileInfo(path).LinkTarget is not null && !Directory.Exists(path);
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
