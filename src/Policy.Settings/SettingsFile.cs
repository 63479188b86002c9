namespace DecisionPolicies.Settings;

/// <summary>What a JSON settings file sets, each value with its place, or why it cannot be read.</summary>
/// <param name="Root">The root of its keys; empty if there is a fault.</param>
/// <param name="Fault">What is wrong; null if nothing is.</param>
internal sealed record SettingsFile(SettingNode Root, SettingsFault? Fault)
{
    /// <summary>The node of a full key; null if the file does not have it.</summary>
    /// <param name="key">The full key, or null for the root.</param>
    public SettingNode? Find(string? key)
    {
        if (key is null) return Root;
        var node = Root;
        for (var start = 0; ;)
        {
            var end = key.IndexOf(':', start);
            node = node.Find(end < 0 ? key.Substring(start) : key.Substring(start, end - start));
            if (node is null || end < 0) return node;
            start = end + 1;
        }
    }
}

/// <summary>Why a settings file cannot be read.</summary>
/// <param name="Place">Where the fault is in the file.</param>
/// <param name="Message">What is wrong, as a sentence. It repeats no value, which may be a secret.</param>
internal sealed record SettingsFault(Place Place, string Message)
{
    /// <summary>Whether .NET's provider cannot read the file either, so that a host that loads it does not start.</summary>
    public bool StopsHost { get; init; } = true;

    /// <summary>That a key exceeds a limit.</summary>
    /// <param name="above">The node above the last segment that is within the limits.</param>
    public static string KeyBeyondLimit(SettingNode above) => above.Depth < PatternLimit.Segments
        ? $"The full key is longer than {PatternLimit.Characters} characters, which is the limit."
        : $"The full key has more than {PatternLimit.Segments} segments, which is the limit.";

    /// <summary>That a key is set a second time.</summary>
    /// <param name="line">The line in which it is set first.</param>
    public static string DuplicateKey(int line) =>
        $"Duplicate key: it is already set in line {line}. Keys ignore case, and 'a:b' is the same as 'b' in 'a'.";
}
