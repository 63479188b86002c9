using DecisionPolicies.Records;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>Reads a configuration as a file of some name, and shows what was read in a form that a test can compare.</summary>
internal static class Read
{
    /// <summary>What a file of this name holds.</summary>
    public static ConfigurationFile File(string name, string text) => ConfigurationFile.Read(name, ConfigurationFormats.Of(name)!.Value, text);

    /// <summary>What a file without faults holds.</summary>
    public static IReadOnlyList<ConfigurationTree> Trees(string name, string text)
    {
        var file = File(name, text);
        Assert.Empty(Faults(file));
        return file.Trees;
    }

    /// <summary>The settings of the only tree of a file without faults, a line each: <c>key = value @line,column</c>.</summary>
    public static string Settings(string name, string text) => Settings(Assert.Single(Trees(name, text)));

    /// <summary>The settings of a part of a file without faults.</summary>
    public static string Settings(string name, string text, string? part) => Settings(Trees(name, text).Single(tree => tree.Part?.Text == part));

    /// <summary>The settings of a tree, a line each.</summary>
    public static string Settings(ConfigurationTree tree) =>
        string.Join('\n', All(tree).Select(setting => $"{setting.Key} = {setting.Value ?? "null"} @{setting.Place.Line},{setting.Place.Column}"));

    /// <summary>The keys and values that win in a tree: its own in the order of the file, then those of the host and of arguments.</summary>
    public static IEnumerable<(string Key, string? Value, Place Place)> All(ConfigurationTree tree)
    {
        var layers = new[] { tree.OfArguments, tree.Settings, tree.OfHost }.OfType<SettingsFile>().Select(layer => All(layer).ToList()).ToList();
        var won = layers.SelectMany(layer => layer).DistinctBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).ToHashSet();
        var others = new[] { tree.OfHost, tree.OfArguments }.OfType<SettingsFile>().SelectMany(All);
        return [.. All(tree.Settings).Where(won.Contains), .. others.Where(won.Contains)];
    }

    /// <summary>The keys and values of a tree, in the order of the file.</summary>
    public static IEnumerable<(string Key, string? Value, Place Place)> All(SettingsFile settings) =>
        settings.Root.Children.SelectMany(child => All(child, child.Segment));

    /// <summary>The faults of a file, each as <c>line,column: message</c>.</summary>
    public static IEnumerable<string> Faults(ConfigurationFile file) =>
        file.Faults.Select(fault => $"{fault.Place.Line},{fault.Place.Column}: {fault.Message}");

    /// <summary>The faults of a text.</summary>
    public static string Faults(string name, string text) => string.Join('\n', Faults(File(name, text)));

    /// <summary>The text of a place that lies in one line.</summary>
    public static string At(string text, Place place) =>
        text.Split('\n')[place.Line - 1].TrimEnd('\r')[(place.Column - 1)..(place.EndLine == place.Line ? place.EndColumn - 1 : ^0)];

    private static IEnumerable<(string Key, string? Value, Place Place)> All(SettingNode node, string key)
    {
        if (node.IsSet) yield return (key, node.Value, node.ValuePlace);
        foreach (var below in node.Children.SelectMany(child => All(child, $"{key}:{child.Segment}"))) yield return below;
    }
}
