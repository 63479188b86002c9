namespace DecisionPolicies.Rules;

/// <summary>One broken rule at one place.</summary>
/// <param name="Rule">The broken rule.</param>
/// <param name="Key">The full key at which it is broken.</param>
/// <param name="State">What the key holds.</param>
/// <param name="Literal">
/// The literal of the record that the value equals, or null. Any other value is withheld, since it may be a secret.
/// </param>
/// <param name="Source">Where the value comes from; null where nothing sets the key.</param>
public sealed record Finding(ConfigurationRule Rule, string Key, SettingState State, Literal? Literal, string? Source)
{
    /// <summary>What stands at the key, as in <c>Gateway:Registration:Enabled = true</c>, with no value but the record's own.</summary>
    public string Fact => State switch
    {
        SettingState.Absent => $"{Key} is not set",
        SettingState.Null => $"{Key} is null",
        SettingState.Empty => $"{Key} is empty",
        SettingState.Section => $"{Key} has settings below it",
        _ when Literal is not null => $"{Key} = {Literal}",
        _ => $"{Key} is set (value withheld)",
    };

    /// <summary>What the rule asks of the key, as in <c>must not be true</c>.</summary>
    public string Demand => Rule.Condition.Demand(Rule.Verb);

    internal static Finding Of(ConfigurationRule rule, in Setting setting)
    {
        var state = setting.State != SettingState.Value && setting.IsPresent ? SettingState.Section : setting.State;
        return new(rule, setting.Key, state, rule.Condition.LiteralIn(setting), setting.Settings.SourceOf(setting.Key));
    }
}
