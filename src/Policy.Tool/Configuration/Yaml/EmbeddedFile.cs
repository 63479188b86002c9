using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Reads a configuration file inside another.</summary>
internal static class EmbeddedFile
{
    /// <summary>Adds the configurations of the inner file.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="text">Its text.</param>
    /// <param name="name">Its name, or null if it must not be shown.</param>
    /// <param name="owner">The part of the file that it is in.</param>
    /// <param name="outer">The place of its text.</param>
    /// <param name="content">Receives the configurations.</param>
    public static void Read(ConfigurationFormat format, string text, string? name, FilePart owner, EmbeddedText outer, FileContent content)
    {
        var file = ConfigurationFile.ReadPlain(format, text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text);
        foreach (var tree in file.Trees)
        {
            var part = name is null ? owner : owner.Containing(name);
            content.Add(tree with
            {
                Settings = Copy(tree.Settings, outer)!,
                OfHost = Copy(tree.OfHost, outer),
                OfArguments = Copy(tree.OfArguments, outer),
                IsOnePlace = outer.IsOnePlace,
                Part = tree.Part is null ? part : part.Containing(tree.Part),
                FileName = name,
                Folder = owner,
            });
        }
        foreach (var fault in file.Faults) content.Fail(outer.PlaceOf(fault.Place), name is null ? fault.Message : $"In {name}: {fault.Message}");
    }

    /// <summary>The format of a text whose name does not say it; null if it looks like none.</summary>
    /// <param name="text">The text.</param>
    public static ConfigurationFormat? FormatOf(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length == 0) return null;
        if (start[0] == '{') return ConfigurationFormat.Json;
        var hasVariable = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#') continue;
            if (trimmed.IndexOf('=') is not (> 0 and var separator) || trimmed[..separator].ContainsAny(" :<>\"'()[]{}")) return null;
            hasVariable = true;
        }
        return hasVariable && text.Contains('\n', StringComparison.Ordinal) ? ConfigurationFormat.Env : null;
    }

    private static SettingsFile? Copy(SettingsFile? settings, EmbeddedText outer)
    {
        if (settings is null) return null;
        var root = new SettingNode("", Place.Start, -1);
        Copy(settings.Root, root, outer);
        return new(root, null);
    }

    // The recursion is limited by the maximum length of a key.
    private static void Copy(SettingNode from, SettingNode to, EmbeddedText outer)
    {
        if (from.IsSet) to.Set(from.Value, outer.PlaceOf(from.ValuePlace));
        foreach (var child in from.Children) Copy(child, to.Below(child.Segment, outer.PlaceOf(child.KeyPlace)), outer);
    }
}
