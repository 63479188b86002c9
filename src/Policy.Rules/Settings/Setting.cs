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

    /// <summary>
    /// Keys below the key are deeper than the limit of 64 segments. They are not judged, which breaks the rule. Only a <see cref="Finding"/> has
    /// this state.
    /// </summary>
    TooDeep,
}

/// <summary>How the value of a key is read, where that depends on the type that it is bound to.</summary>
internal enum Reading
{
    /// <summary>As it is written.</summary>
    AsWritten,

    /// <summary>Hexadecimal, by a signed type that reads a negative number in it.</summary>
    Negative,

    /// <summary>Each part of a list with commas, or each flag in a value, by an enumeration, which .NET binds from several names.</summary>
    Parts,

    /// <summary>Null, by a value type: .NET 10 binds null and an empty object to the type's default (dotnet/runtime#129478).</summary>
    Default,
}

/// <summary>One key of the configuration, as a condition sees it.</summary>
internal readonly struct Setting
{
    private Setting(JudgedSettings settings, string key, SettingState state, string text, Reading reading = Reading.AsWritten)
    {
        Settings = settings;
        Key = key;
        State = state;
        Text = text;
        Reading = reading;
    }

    /// <summary>The configuration the key belongs to.</summary>
    public JudgedSettings Settings { get; }

    /// <summary>The full key.</summary>
    public string Key { get; }

    /// <summary>What the key itself holds.</summary>
    public SettingState State { get; }

    /// <summary>The value as the configuration holds it; empty in every state except <see cref="SettingState.Value"/>.</summary>
    public string Text { get; }

    /// <summary>How the value is read.</summary>
    public Reading Reading { get; }

    /// <summary>The value as a list with commas.</summary>
    public string Parts => Settings.FlagsIn(Key) ?? Text;

    /// <summary>The number that the value is; null if it is not a number.</summary>
    public Number? Number => Reading switch
    {
        Reading.Negative => Rules.Number.ReadNegative(Text),
        Reading.Default => Rules.Number.Zero,
        _ => Rules.Number.Read(Text),
    };

    /// <summary>
    /// Another reading of the setting, if the type that it is bound to decides which one .NET takes; otherwise <see cref="Reading.AsWritten"/>. That
    /// type is unknown here, so a rule is broken if either reading breaks it.
    /// </summary>
    public Reading OtherReading =>
        State == SettingState.Null ? Reading.Default
        : Rules.Number.HasNegative(Text) ? Reading.Negative
        : Text.IndexOf(',') >= 0 || Settings.FlagsIn(Key) is not null ? Reading.Parts
        : Reading.AsWritten;

    /// <summary>The same setting in another reading.</summary>
    /// <param name="reading">The reading.</param>
    public Setting ReadAs(Reading reading) => new(Settings, Key, State, Text, reading);

    /// <summary>Whether the key, or any key below it, holds text. Null and empty do not count: they remove an earlier value.</summary>
    public bool IsPresent => State == SettingState.Value || HoldsSomething(Settings, Key, PatternLimit.Segments);

    /// <summary>Reads a key.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="key">The full key.</param>
    public static Setting Read(JudgedSettings settings, string key)
    {
        if (!settings.TryRead(key, out var value)) return new(settings, key, SettingState.Absent, "");
        if (value is null) return new(settings, key, SettingState.Null, "");
        if (string.IsNullOrWhiteSpace(value)) return new(settings, key, SettingState.Empty, "");
        return new(settings, key, SettingState.Value, value);
    }

    private static bool HoldsSomething(JudgedSettings settings, string key, int levels)
    {
        var children = settings.Children(key);
        if (children.Count > 0 && levels == 0)
        {
            settings.CutOff(key);
            return true;
        }
        for (var i = 0; i < children.Count; i++)
        {
            var below = settings.Below(key, children[i]);
            if (Read(settings, below).State == SettingState.Value || HoldsSomething(settings, below, levels - 1)) return true;
        }
        return false;
    }
}
