namespace DecisionPolicies.Rules;

/// <summary>What a key itself holds. Absent, null and empty are three different things.</summary>
public enum SettingState
{
    /// <summary>Nothing sets the key. Conditions treat a key with only keys below it the same way, but for <c>present</c>.</summary>
    Absent,

    /// <summary>The key is set to null.</summary>
    Null,

    /// <summary>The key is set to text that is empty or white space: how a later source takes an earlier value back.</summary>
    Empty,

    /// <summary>The key is set to text.</summary>
    Value,

    /// <summary>
    /// The key holds no text itself, but keys below it do. Only a <see cref="Finding"/> tells this from the other
    /// states: asking for the keys below costs more than reading one.
    /// </summary>
    Section,
}

/// <summary>One key of the configuration, as a condition sees it.</summary>
internal readonly struct Setting
{
    private Setting(ISettings settings, string key, SettingState state, string text, bool isReadAsNegative = false)
    {
        Settings = settings;
        Key = key;
        State = state;
        Text = text;
        IsReadAsNegative = isReadAsNegative;
    }

    /// <summary>The configuration the key belongs to.</summary>
    public ISettings Settings { get; }

    /// <summary>The full key.</summary>
    public string Key { get; }

    /// <summary>What the key itself holds.</summary>
    public SettingState State { get; }

    /// <summary>The value as it stands in the configuration; empty in every state but <see cref="SettingState.Value"/>.</summary>
    public string Text { get; }

    /// <summary>Whether <see cref="Number"/> is what the text means to a signed type in which it is negative.</summary>
    public bool IsReadAsNegative { get; }

    /// <summary>The number that the text spells, or null where it spells none.</summary>
    public Number? Number => IsReadAsNegative ? Rules.Number.ReadNegative(Text) : Rules.Number.Read(Text);

    /// <summary>
    /// The same setting as a signed type reads it in which the text is negative; null where there is none. The type that a
    /// setting is bound to is not known here, so a rule is broken where either reading breaks it.
    /// </summary>
    public Setting? AsNegative =>
        Rules.Number.HasNegative(Text) ? new Setting(Settings, Key, State, Text, isReadAsNegative: true) : null;

    /// <summary>Whether the key, or any key below it, holds text. Null and empty are nothing: they take an earlier value back.</summary>
    public bool IsPresent => State == SettingState.Value || HoldsSomething(Settings, Key);

    /// <summary>Reads a key.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="key">The full key.</param>
    public static Setting Read(ISettings settings, string key)
    {
        if (!settings.TryRead(key, out var value)) return new(settings, key, SettingState.Absent, "");
        if (value is null) return new(settings, key, SettingState.Null, "");
        if (string.IsNullOrWhiteSpace(value)) return new(settings, key, SettingState.Empty, "");
        return new(settings, key, SettingState.Value, value);
    }

    private static bool HoldsSomething(ISettings settings, string key)
    {
        var children = settings.Children(key);
        for (var i = 0; i < children.Count; i++)
        {
            if (Read(settings, settings.Below(key, children[i])).IsPresent) return true;
        }
        return false;
    }
}
