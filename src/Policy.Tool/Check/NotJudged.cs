namespace DecisionPolicies.Tool.Check;

/// <summary>
/// What a check met and did not judge, in numbers, so that a clean report does not look like a complete one. It is safe for several threads.
/// </summary>
internal sealed class NotJudged
{
    private const int MostNamed = 4;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _formats = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _missing = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _templates = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _folders = new(StringComparer.Ordinal);
    private readonly List<UnfollowedLink> _links = [];

    /// <summary>Files of formats that hold configuration and are not read, by extension, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Formats => Frequent(_formats);

    /// <summary>Files that others refer to and that are not there, by what refers to them and their name, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Missing => Frequent(_missing);

    /// <summary>Helm templates by the folder that they are in, as messages show it.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Templates => [.. _templates];

    /// <summary>Folders that hold what tools generate, by name, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Folders => Frequent(_folders);

    /// <summary>Links that are not followed.</summary>
    public IReadOnlyList<UnfollowedLink> Links => _links;

    /// <summary>The configuration files that git ignores.</summary>
    public int Ignored { get; private set; }

    /// <summary>The folders that git ignores as a whole.</summary>
    public int IgnoredFolders { get; private set; }

    /// <summary>The reports and baselines of earlier runs.</summary>
    public int Reports { get; private set; }

    /// <summary>The values that are filled in at another time, such as <c>${PORT}</c>.</summary>
    public int Placeholders { get; private set; }

    /// <summary>The expressions whose values are known only when Terraform runs.</summary>
    public int Expressions { get; private set; }

    /// <summary>The files that are judged in every environment, because their own is filled in at another time.</summary>
    public int Environments { get; private set; }

    /// <summary>Whether any of it is what <c>--strict</c> does not accept: what can hold a violation, and is meant to be deployed.</summary>
    public bool IsStrict => _formats.Count + _missing.Count + _templates.Count + _links.Count + Placeholders + Expressions > 0;

    // Every built repository has folders that tools generate; they alone are not worth a line.
    private bool IsShown => IsStrict || Ignored + Reports > 0;

    /// <summary>Counts a file of a format that is not read.</summary>
    /// <param name="extension">Its extension, as in <c>.bicep</c>.</param>
    public void AddFormat(string extension) => Count(_formats, extension);

    /// <summary>Counts a file that another refers to and that is not there.</summary>
    /// <param name="name">What refers to it, and its name, as in <c>env_file shop.env</c>.</param>
    public void AddMissing(string name) => Count(_missing, name);

    /// <summary>Counts a Helm template.</summary>
    /// <param name="folder">The folder of templates, as messages show it.</param>
    public void AddTemplate(string folder) => Count(_templates, folder);

    /// <summary>Counts a folder that tools generate.</summary>
    /// <param name="name">Its name.</param>
    public void AddFolder(string name) => Count(_folders, name);

    /// <summary>Counts a link.</summary>
    /// <param name="link">The link.</param>
    public void AddLink(UnfollowedLink link)
    {
        lock (_lock) _links.Add(link);
    }

    /// <summary>Counts a file that git ignores.</summary>
    public void AddIgnored()
    {
        lock (_lock) Ignored++;
    }

    /// <summary>Counts a folder that git ignores.</summary>
    public void AddIgnoredFolder()
    {
        lock (_lock) IgnoredFolders++;
    }

    /// <summary>Counts a report or a baseline of an earlier run.</summary>
    public void AddReport()
    {
        lock (_lock) Reports++;
    }

    /// <summary>Counts values that are filled in at another time.</summary>
    /// <param name="count">How many there are.</param>
    public void AddPlaceholders(int count)
    {
        lock (_lock) Placeholders += count;
    }

    /// <summary>Counts expressions.</summary>
    /// <param name="count">How many there are.</param>
    public void AddExpressions(int count)
    {
        lock (_lock) Expressions += count;
    }

    /// <summary>Counts files whose environment is filled in at another time.</summary>
    /// <param name="count">How many there are.</param>
    public void AddEnvironments(int count)
    {
        lock (_lock) Environments += count;
    }

    /// <summary>All of it in words: a line, and one more for each folder of templates; none if nothing is worth a line.</summary>
    public IEnumerable<string> Lines()
    {
        if (Environments > 0)
        {
            var own = Environments == 1 ? "its own is" : "their own are";
            yield return $"{Plural.Of(Environments, "file")} judged in every environment, because {own} filled in later.";
        }
        if (!IsShown) yield break;
        yield return $"Not judged: {string.Join(", ", Parts())}.";
        foreach (var (folder, count) in _templates)
        {
            yield return count == 1
                ? $"{folder}: 1 template, which is not YAML until it is rendered. Check the output of 'helm template'."
                : $"{folder}: {count} templates, which are not YAML until they are rendered. Check the output of 'helm template'.";
        }
    }

    private IEnumerable<string> Parts()
    {
        var formats = _formats.Values.Sum();
        if (formats == 1) yield return $"1 file of a format that is not read ({Formats[0].Key})";
        else if (formats > 1) yield return $"{formats} files of formats that are not read ({Named(Formats.Select(format => $"{format.Key} {format.Value}"))})";
        if (_missing.Count > 0)
        {
            var count = _missing.Values.Sum();
            var are = count == 1 ? "another refers to and that is" : "others refer to and that are";
            yield return $"{Plural.Of(count, "file")} that {are} not here ({Named(Missing.Select(missing => missing.Key))})";
        }
        if (_templates.Count > 0) yield return Plural.Of(_templates.Values.Sum(), "Helm template");
        if (_folders.Count > 0) yield return $"{Plural.Of(_folders.Values.Sum(), "folder")} passed over ({Named(Folders.Select(folder => folder.Key))})";
        if (Ignored > 0) yield return $"{Plural.Of(Ignored, "file")} that git ignores";
        if (IgnoredFolders > 0) yield return $"{Plural.Of(IgnoredFolders, "folder")} that git ignores";
        if (_links.Count > 0) yield return $"{Plural.Of(_links.Count, "link")} that {(_links.Count == 1 ? "was" : "were")} not followed";
        if (Reports > 0) yield return $"{Plural.Of(Reports, "report")} of earlier runs";
        if (Placeholders > 0) yield return Plural.Of(Placeholders, "placeholder");
        if (Expressions > 0) yield return Plural.Of(Expressions, "expression");
    }

    private static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return string.Join(", ", all.Count > MostNamed ? [.. all.Take(MostNamed), "…"] : all);
    }

    private static IReadOnlyList<KeyValuePair<string, int>> Frequent(SortedDictionary<string, int> counts) => [.. counts.OrderByDescending(each => each.Value)];

    private void Count(SortedDictionary<string, int> counts, string name)
    {
        lock (_lock) counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}

/// <summary>A link that a check does not follow.</summary>
/// <param name="Path">The link, as messages show it.</param>
/// <param name="IsToFolder">Whether it leads to a folder; otherwise it leads to a file outside of the folder that is checked.</param>
internal sealed record UnfollowedLink(string Path, bool IsToFolder);
