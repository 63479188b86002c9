namespace DecisionPolicies.Tool.Configuration;

/// <summary>Reads INI as <c>Microsoft.Extensions.Configuration.Ini</c> does, which does not report places.</summary>
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
        var text = line.Text;
        var separator = text.IndexOf('=');
        if (separator < 0)
        {
            content.Fail(PlaceOf(line, text, 0, text.Length), "This line is not valid. A line is 'key = value', '[section]' or a comment after ';' or '#'.");
            return;
        }
        var node = tree.Below(tree.Root, section + text[..separator].Trim(), PlaceOf(line, text, 0, separator));
        var value = text[(separator + 1)..].Trim();
        if (value.Length > 1 && value[0] == '"' && value[^1] == '"') value = value[1..^1];
        tree.Set(node, value, PlaceOf(line, text, separator + 1, text.Length));
    }

    // The place of a part of a line without the space around it.
    private static Place PlaceOf(TextLine line, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return line.Place(start, end - start);
    }
}
