namespace DecisionPolicies.Rules;

/// <summary>A rule about the values of configuration keys.</summary>
/// <param name="Key">The keys the rule applies to.</param>
/// <param name="Verb">Whether the condition is forbidden or required.</param>
/// <param name="Condition">The test on the value of each key.</param>
public sealed record ConfigurationRule(KeyPattern Key, Verb Verb, Condition Condition) : Rule
{
    /// <summary>Makes a rule from the text of its key.</summary>
    /// <param name="key">The keys the rule applies to, as in <c>Gateway:AuthorizationServers:*</c>.</param>
    /// <param name="verb">Whether the condition is forbidden or required.</param>
    /// <param name="condition">The test on the value of each key.</param>
    /// <exception cref="FormatException">The key is not valid; the message says why.</exception>
    public ConfigurationRule(string key, Verb verb, Condition condition) : this(KeyPattern.Parse(key), verb, condition)
    {
    }

    /// <inheritdoc/>
    public override string Subject => Key.Text;

    /// <summary>Conditions on other keys, all of which must hold for the rule to apply.</summary>
    public ValueList<Precondition> When { get; init; } = ValueList<Precondition>.Empty;

    /// <summary>Keys that the rule does not apply to, although they match its own key.</summary>
    public ValueList<KeyPattern> Except { get; init; } = ValueList<KeyPattern>.Empty;

    /// <summary>The host environments the rule applies in; case does not matter. An empty list means all environments.</summary>
    public ValueList<string> Environments { get; init; } = ValueList<string>.Empty;

    /// <summary>Judges a configuration by this rule. No other code decides whether a rule about configuration is broken.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="environment">The host environment, as in <c>Production</c>.</param>
    /// <param name="findings">The collection to which each violation is added.</param>
    public void Judge(ISettings settings, string environment, ICollection<Finding> findings)
    {
        var judged = JudgedSettings.Begin(settings);
        Judge(judged, environment, findings);
        judged.End();
    }

    /// <summary>Judges a configuration by this rule, one of several that judge it.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="environment">The host environment, as in <c>Production</c>.</param>
    /// <param name="findings">The collection to which each violation is added.</param>
    internal void Judge(JudgedSettings settings, string environment, ICollection<Finding> findings)
    {
        if (!Environments.Include(environment)) return;
        var judge = new JudgeEach(this, settings, findings);
        Key.Visit(settings, ValueList<string>.Empty, ref judge);
        if (settings.CutOffAt is { } key) findings.Add(Finding.CutOff(this, key, settings.SourceOf(key)));
        settings.Forget();
    }

    private bool IsBrokenBy(in Setting setting)
    {
        var holds = Condition.Holds(setting);
        var broken = Verb == Verb.Forbid ? holds && !IsAbsent(setting) : !holds;
        return broken && !IsExcepted(setting.Key) && WhenHolds(setting);
    }

    private static bool IsAbsent(in Setting setting) => setting.State == SettingState.Absent && !setting.IsPresent;

    private bool IsExcepted(string key) => Except.Any(except => except.Matches(key));

    private bool WhenHolds(in Setting setting) => When.Count == 0 || setting.Settings.Hold(When, Key.SegmentsIn(setting.Key));

    private readonly struct JudgeEach(ConfigurationRule rule, JudgedSettings settings, ICollection<Finding> findings) : IKeyVisitor
    {
        public bool Visit(string key)
        {
            var setting = Setting.Read(settings, key);
            if (rule.IsBrokenBy(setting)) findings.Add(Finding.Of(rule, setting));
            else if (setting.OtherReading is not Reading.AsWritten and var reading) JudgeOther(setting.ReadAs(reading));
            return true;
        }

        private void JudgeOther(in Setting setting)
        {
            if (rule.IsBrokenBy(setting)) findings.Add(Finding.Of(rule, setting));
        }
    }
}
