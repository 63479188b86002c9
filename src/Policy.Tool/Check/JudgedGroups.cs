using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Check;

/// <summary>What of a unit is one configuration: what a host would put together, and nothing that never shares a process.</summary>
internal static class JudgedGroups
{
    // Each process of one file with each of another.
    private const int MaximalCombinations = 1000;

    /// <summary>The configurations of files that lie beside each other, one at a time: a file can hold very many.</summary>
    /// <param name="files">The files, by their paths.</param>
    /// <param name="declares">Whether the environments that they declare count; false if the user names one.</param>
    public static IEnumerable<JudgedGroup> Beside(IReadOnlyDictionary<string, ConfigurationFile> files, bool declares)
    {
        var names = SettingsName.All(TreesIn(files).Select(NameOf).Distinct(StringComparer.Ordinal));
        var merged = TreesIn(files).Where(IsMerged).ToLookup(each => BaseOf(each, names), StringComparer.OrdinalIgnoreCase);
        foreach (var each in TreesIn(files))
        {
            var name = IsMerged(each) ? BaseOf(each, names) : $"{each.Path}#{each.Index}";
            IEnumerable<PlacedTree> together = IsMerged(each) ? merged[name] : [each];
            if (together.First() != each) continue;
            yield return new(
                name,
                [.. together.SelectMany(one => InputsOf(
                    one.Path, one.Tree, name, names[NameOf(one)].Environment ?? (declares ? one.Tree.Environment : null)))],
                together.Skip(1).Any() ? null : each.Tree.Part,
                together.Any(one => one.Tree.IsOnePlace));
        }
    }

    /// <summary>The configurations of files that a host would merge, one for each process in them.</summary>
    /// <param name="files">The files in the order in which they are loaded, with the process that is asked for; null for each in turn.</param>
    /// <param name="declares">Whether the environments that they declare count; false if the user names one.</param>
    /// <param name="complain">Receives what is wrong with what was asked for.</param>
    public static IEnumerable<JudgedGroup> Layered(
        IReadOnlyList<(string Path, ConfigurationFile File, string? Process)> files, bool declares, Action<string, string> complain)
    {
        IEnumerable<IReadOnlyList<(string Path, ConfigurationTree Tree)>> combinations = [[]];
        foreach (var (path, file, process) in files)
        {
            var choices = ChoicesIn(file).Where(choice => process is null || IsNamed(choice, process)).ToList();
            if (choices.Count == 0 && process is not null && !file.Idle.Any(idle => IsNamed(idle, process)))
            {
                var names = NamesIn(file);
                var what = names.Count == 0 ? "Leave it out to judge all of it." : $"It has: {string.Join(", ", names)}.";
                complain(path, $"Nothing in the file is called '{process}'. {what}");
                return [];
            }
            if (choices.Count == 0) continue;
            combinations = combinations.SelectMany(chosen => choices.Select(choice => (IReadOnlyList<(string, ConfigurationTree)>)
                [.. chosen, .. choice.Select(tree => (path, tree))]));
        }
        var groups = combinations.Take(MaximalCombinations + 1).Select((chosen, number) => GroupOf(chosen, number, declares)).ToList();
        if (groups.Count <= MaximalCombinations) return groups;
        complain(files[^1].Path, $"The layers have more than {MaximalCombinations} processes together. Name one of each file, as in 'FILE#NAME'.");
        return [];
    }

    private static JudgedGroup GroupOf(IReadOnlyList<(string Path, ConfigurationTree Tree)> chosen, int number, bool declares)
    {
        var group = "/layers/" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A deployment has one environment, and later layers win.
        var environment = declares ? chosen.Select(each => each.Tree.Environment).LastOrDefault(declared => declared is not null) : null;
        var processes = chosen.Where(each => each.Tree.IsOfProcess).ToList();
        // What a host reads first of all, its files, the variables, and the arguments.
        IEnumerable<(string Path, SettingsFile Settings)> layers =
        [
            .. processes.SelectMany(each => each.Tree.HostLayers(each.Path)),
            .. chosen.Where(each => !each.Tree.IsOfProcess).SelectMany(each => each.Tree.OwnLayers(each.Path)),
            .. processes.SelectMany(each => each.Tree.OwnLayers(each.Path)),
            .. processes.Where(each => each.Tree.OfArguments is not null).Select(each => (each.Path, each.Tree.OfArguments!)),
        ];
        return new(
            group,
            [.. layers.Select(layer => new SettingsInput(layer.Path, group, environment, layer.Settings))],
            processes.Select(each => each.Tree.Part).LastOrDefault(part => part is not null),
            chosen.Any(each => each.Tree.IsOnePlace));
    }

    // The documents of a file of settings; of a manifest, whose own keys configure nothing, the processes and the files in it.
    private static IReadOnlyList<IReadOnlyList<ConfigurationTree>> ChoicesIn(ConfigurationFile file)
    {
        var plain = file.Trees.Where(tree => !tree.IsOfProcess && !tree.IsManifest && tree.Folder is null).ToList();
        if (plain.Count > 0) return [.. plain.Select(tree => new[] { tree })];
        var folders = file.Trees.Where(tree => tree.Folder is not null).GroupBy(tree => tree.Folder!).Select(folder => folder.ToList()).ToList();
        var processes = file.Trees.Where(tree => tree.IsOfProcess && tree.Folder is null).ToList();
        return folders.Count + processes.Count == 0
            ? [.. file.Trees.Select(tree => new[] { tree })]
            : [.. folders, .. processes.Select(tree => new[] { tree })];
    }

    /// <summary>The names of the processes in a file.</summary>
    /// <param name="file">The file.</param>
    public static IReadOnlyList<string> NamesIn(ConfigurationFile file) =>
    [
        .. ChoicesIn(file).Select(choice => (choice[0].Folder ?? choice[0].Part)?.Name).OfType<string>().Concat(file.Idle.Select(idle => idle.Name))
            .Distinct(StringComparer.Ordinal),
    ];

    private static bool IsNamed(IReadOnlyList<ConfigurationTree> choice, string process) =>
        choice.Any(tree => (tree.Folder ?? tree.Part) is { } part && IsNamed(part, process));

    private static bool IsNamed(FilePart part, string process) => string.Equals(part.Name, process, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SettingsInput> InputsOf(string path, ConfigurationTree tree, string group, string? environment) =>
        tree.HostLayers(path).Concat(tree.OwnLayers(path)).Concat(tree.OfArguments is null ? [] : [(path, tree.OfArguments)])
            .Select(layer => new SettingsInput(layer.Path, group, environment, layer.Settings));

    private static IEnumerable<PlacedTree> TreesIn(IReadOnlyDictionary<string, ConfigurationFile> files) =>
        files.SelectMany(file => file.Value.Trees.Select((tree, index) => new PlacedTree(file.Key, tree, index)));

    // A file inside of a file lies beside the others there.
    private static string NameOf(PlacedTree each) => each.Tree.FileName is { } name ? $"{each.Path}#{each.Tree.Folder?.Text}/{name}" : each.Path;

    // Only the first tree of a file is what a host loads as that file.
    private static bool IsMerged(PlacedTree each) =>
        each.Tree.FileName is { } name && ConfigurationFormats.IsAppSettings(name) || (each.Index == 0 && each.Tree.Part is null);

    private static string BaseOf(PlacedTree each, IReadOnlyDictionary<string, SettingsName> names) => names[NameOf(each)].Base;

    private readonly record struct PlacedTree(string Path, ConfigurationTree Tree, int Index);
}

/// <summary>Settings that are one configuration.</summary>
/// <param name="Name">A name of its own.</param>
/// <param name="Inputs">The settings, in the order in which they are loaded.</param>
/// <param name="Part">The part of a file that it is; null for the whole of it, or for several.</param>
/// <param name="IsOnePlace">Whether values in it have one place together.</param>
internal sealed record JudgedGroup(string Name, IReadOnlyList<SettingsInput> Inputs, FilePart? Part, bool IsOnePlace);
