namespace DecisionPolicies.Tool.Configuration;

/// <summary>Reads INI as <c>Microsoft.Extensions.Configuration.Ini</c> does, which tells no places.</summary>
internal static class IniReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var content = new FileContent(isProvidersFormat: true);
        var tree = new SettingTree(content);
        var section = "";
        foreach (var line in TextLine.Of(text, 0, 1))
        {
            var trimmed = line.Text.Trim();
            if (trimmed.Length == 0 || trimmed[0] is ';' or '#' or '/') continue;
            if (trimmed[0] == '[' && trimmed[^1] == ']') section = trimmed.Length == 1 ? "" : trimmed[1..^1].Trim() + ":";
            else ReadSetting(line, section, tree, content);
        }
        content.Add(new(tree.Settings));
        return content.ToFile();
    }

    private static void ReadSetting(TextLine line, string section, SettingTree tree, FileContent content)
    {
        var separator = line.Text.IndexOf('=');
        if (separator < 0)
        {
            content.Fail(PlaceOf(line, 0, line.Text.Length), "A line is 'key = value', '[section]' or a comment after ';' or '#'.");
            return;
        }
        var node = tree.Below(tree.Root, section + line.Text[..separator].Trim(), PlaceOf(line, 0, separator));
        var value = line.Text[(separator + 1)..].Trim();
        if (value.Length > 1 && value[0] == '"' && value[^1] == '"') value = value[1..^1];
        tree.Set(node, value, PlaceOf(line, separator + 1, line.Text.Length));
    }

    // The place of a stretch without the space around it.
    private static Place PlaceOf(TextLine line, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(line.Text[end - 1])) end--;
        while (start < end && char.IsWhiteSpace(line.Text[start])) start++;
        return line.Place(start, end - start);
    }
}
