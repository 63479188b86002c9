using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>The keys and values of one configuration while it is read. Every format adds its keys here, so that keys mean the same.</summary>
/// <param name="content">Receives the faults.</param>
/// <param name="isForeign">Whether another program than a host of .NET reads it, to which keys that differ only in case are not the same.</param>
/// <param name="takesLast">Of such keys, whether the last one counts.</param>
internal sealed class SettingTree(FileContent content, bool isForeign = false, bool takesLast = false)
{
    private bool _isBeyondLimit;

    /// <summary>The root of the keys.</summary>
    public SettingNode Root { get; } = new("", Place.Start, -1);

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => Root.Children.Count == 0;

    /// <summary>Whether a dot in a key separates segments, as ':' does.</summary>
    public bool TakesDots { get; init; }

    /// <summary>Whether a key is set twice.</summary>
    public bool HasTwo { get; private set; }

    /// <summary>The settings.</summary>
    public SettingsFile Settings => new(Root, null);

    /// <summary>The node of a key below another.</summary>
    /// <param name="node">The node above; null if its own key exceeds a limit.</param>
    /// <param name="key">One segment, or more with <c>:</c> between them.</param>
    /// <param name="place">The place of the key.</param>
    /// <returns>Null if the full key exceeds a limit.</returns>
    public SettingNode? Below(SettingNode? node, string key, Place place)
    {
        if (TakesDots && IsDotted(key)) key = key.Replace('.', ':');
        for (var start = 0; node is not null;)
        {
            var end = key.IndexOf(':', start);
            var length = (end < 0 ? key.Length : end) - start;
            if (!node.HasRoomFor(length)) return BeyondLimit(node, place);
            node = node.Below(key.Substring(start, length), place);
            if (end < 0) return node;
            start = end + 1;
        }
        return null;
    }

    /// <summary>Sets a key that must not be set yet.</summary>
    /// <param name="node">Its node; null if the key exceeds a limit.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">The place of the value.</param>
    public void Set(SettingNode? node, string? value, Place place)
    {
        if (node is null) return;
        if (!node.IsSet) node.Set(value, place);
        else if (isForeign)
        {
            HasTwo = true;
            if (takesLast) node.Set(value, place);
        }
        else content.Fail(place, SettingsFault.DuplicateKey(node.ValuePlace.Line));
    }

    /// <summary>Whether a key has segments with dots between them, unlike an address.</summary>
    /// <param name="key">The key.</param>
    public static bool IsDotted(string key)
    {
        var dots = 0;
        foreach (var c in key)
        {
            if (c == '.') dots++;
            else if (!char.IsLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }
        return dots > 0 && key[0] != '.' && key[^1] != '.' && !key.Contains("..", StringComparison.Ordinal);
    }

    private SettingNode? BeyondLimit(SettingNode above, Place place)
    {
        if (!_isBeyondLimit) content.Fail(place, SettingsFault.KeyBeyondLimit(above), stopsHost: false);
        _isBeyondLimit = true;
        return null;
    }
}
