namespace DecisionPolicies.Rules;

/// <summary>A violation: one rule about configuration that is broken at one key.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Key">The full key at which the rule is broken, as in <c>Gateway:Registration:Enabled</c>.</param>
/// <param name="State">What the key holds.</param>
/// <param name="Literal">
/// The literal of the record that the value equals, or null. Any other value is withheld, because it may be a secret.
/// </param>
/// <param name="Source">The source of the value, in words, as in <c>the command line</c>; null if nothing sets the key.</param>
public sealed record Finding(ConfigurationRule Rule, string Key, SettingState State, Literal? Literal, string? Source) : IFinding
{
    /// <summary>Whether the value equals the literal but is spelled differently, as <c>yes</c> is for <c>true</c>.</summary>
    public bool IsRespelled { get; init; }

    /// <summary>The reading in which the value breaks the rule.</summary>
    internal Reading Reading { get; init; }

    /// <summary>The value, if the record names it; null if the value is withheld, or there is none.</summary>
    internal string? Value => State == SettingState.Value && Literal is not null ? Literal + HowItIsWritten : null;

    private string HowItIsWritten => Reading == Reading.Parts ? " (among others)" : IsRespelled ? " (in another spelling)" : "";

    Rule IFinding.Rule => Rule;

    /// <summary>That a rule could not be judged below a key, because what is there is too deep.</summary>
    internal static Finding CutOff(ConfigurationRule rule, string key, string? source) => new(rule, key, SettingState.TooDeep, null, source);

    internal static Finding Of(ConfigurationRule rule, in Setting setting)
    {
        var literal = rule.Condition.LiteralIn(setting);
        var isSection = literal is null && setting.State != SettingState.Value && setting.IsPresent;
        return new(rule, setting.Key, isSection ? SettingState.Section : setting.State, literal, setting.Settings.SourceOf(setting.Key))
        {
            Reading = setting.Reading,
            IsRespelled = literal is not null && setting.State == SettingState.Value && !TrimmedText.Equal(setting.Text, literal.Text),
        };
    }
}
