namespace DecisionPolicies.Rules;

/// <summary>A rule about the values of configuration keys.</summary>
/// <param name="Key">The keys the rule speaks about.</param>
/// <param name="Verb">Whether the condition is forbidden or required.</param>
/// <param name="Condition">The test on the value.</param>
public sealed record ConfigurationRule(KeyPattern Key, Verb Verb, Condition Condition) : Rule
{
    /// <summary>Makes a rule from the text of its key.</summary>
    /// <param name="key">The keys the rule speaks about, as in <c>Gateway:AuthorizationServers:*</c>.</param>
    /// <param name="verb">Whether the condition is forbidden or required.</param>
    /// <param name="condition">The test on the value.</param>
    /// <exception cref="FormatException">The key cannot be read.</exception>
    public ConfigurationRule(string key, Verb verb, Condition condition) : this(KeyPattern.Parse(key), verb, condition)
    {
    }

    /// <summary>Conditions on other keys that must all hold for the rule to apply.</summary>
    public ValueList<Precondition> When { get; init; } = ValueList<Precondition>.Empty;

    /// <summary>The host environments the rule applies in, compared without case; none means all.</summary>
    public ValueList<string> Environments { get; init; } = ValueList<string>.Empty;

    /// <summary>Judges a configuration by this rule. The only place that decides whether a configuration rule is broken.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="environment">The host environment, as in <c>Production</c>.</param>
    /// <param name="findings">Where each broken place is added.</param>
    public void Judge(ISettings settings, string environment, ICollection<Finding> findings)
    {
        if (!AppliesIn(environment)) return;
        if (Key.IsExact)
        {
            JudgeKey(settings, Key.Text, ValueList<string>.Empty, findings);
            return;
        }
        foreach (var bound in Key.Expand(settings, ValueList<string>.Empty)) JudgeKey(settings, bound.Key, bound.Segments, findings);
    }

    private bool AppliesIn(string environment)
    {
        if (Environments.Count == 0) return true;
        for (var i = 0; i < Environments.Count; i++)
        {
            if (string.Equals(Environments[i], environment, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private void JudgeKey(ISettings settings, string key, ValueList<string> segments, ICollection<Finding> findings)
    {
        var setting = Setting.Read(settings, key);
        if (BrokenReading(setting) is { } broken && WhenHolds(settings, segments)) findings.Add(Finding.Of(this, broken));
    }

    private Setting? BrokenReading(in Setting setting)
    {
        if (IsBrokenBy(setting)) return setting;
        return setting.AsNegative is { } negative && IsBrokenBy(negative) ? negative : null;
    }

    private bool IsBrokenBy(in Setting setting)
    {
        var holds = Condition.Holds(setting);
        return Verb == Verb.Forbid ? holds && !IsAbsent(setting) : !holds;
    }

    private static bool IsAbsent(in Setting setting) => setting.State == SettingState.Absent && !setting.IsPresent;

    private bool WhenHolds(ISettings settings, ValueList<string> segments)
    {
        foreach (var precondition in When)
        {
            if (!precondition.Holds(settings, segments)) return false;
        }
        return true;
    }
}

/// <summary>A condition on another key, without which a rule does not apply.</summary>
/// <param name="Key">The other key; its <c>*</c>s stand for the same segments as those of the rule's key.</param>
/// <param name="Condition">The test on its value. Where the key stands for several, one that holds is enough.</param>
public sealed record Precondition(KeyPattern Key, Condition Condition)
{
    /// <summary>Makes a precondition from the text of its key.</summary>
    /// <param name="key">The other key.</param>
    /// <param name="condition">The test on its value.</param>
    /// <exception cref="FormatException">The key cannot be read.</exception>
    public Precondition(string key, Condition condition) : this(KeyPattern.Parse(key), condition)
    {
    }

    internal bool Holds(ISettings settings, ValueList<string> segments) =>
        Key.Expand(settings, segments).Any(bound => HoldsFor(Setting.Read(settings, bound.Key)));

    private bool HoldsFor(in Setting setting) =>
        Condition.Holds(setting) || (setting.AsNegative is { } negative && Condition.Holds(negative));
}
