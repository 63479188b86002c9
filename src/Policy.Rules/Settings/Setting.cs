namespace DecisionPolicies.Rules;

/// <summary>What a key itself holds. Absent, null and empty are three different states.</summary>
public enum SettingState
{
    /// <summary>Nothing sets the key. Conditions other than <c>present</c> treat a key that only has keys below it the same way.</summary>
    Absent,

    /// <summary>The key is set to null.</summary>
    Null,

    /// <summary>The key is set to text that is empty or white space, which is how a later source removes an earlier value.</summary>
    Empty,

    /// <summary>The key is set to text.</summary>
    Value,

    /// <summary>
    /// The key holds no text itself, but keys below it do. Only a <see cref="Finding"/> distinguishes this from the other
    /// states, because looking below a key costs more than reading it.
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

    /// <summary>The value as the configuration holds it; empty in every state except <see cref="SettingState.Value"/>.</summary>
    public string Text { get; }

    /// <summary>Whether <see cref="Number"/> is the negative number that a signed type reads in the text.</summary>
    public bool IsReadAsNegative { get; }

    /// <summary>The number that the text spells; null if it is not a number.</summary>
    public Number? Number => IsReadAsNegative ? Rules.Number.ReadNegative(Text) : Rules.Number.Read(Text);

    /// <summary>
    /// The same setting as a signed type reads it, if it reads a negative number; otherwise null. The type that a
    /// setting is bound to is unknown here, so a rule is broken if either reading breaks it.
    /// </summary>
    public Setting? AsNegative =>
        Rules.Number.HasNegative(Text) ? new Setting(Settings, Key, State, Text, isReadAsNegative: true) : null;

    /// <summary>Whether the key, or any key below it, holds text. Null and empty do not count: they remove an earlier value.</summary>
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
