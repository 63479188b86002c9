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

    /// <inheritdoc/>
    public override string Subject => Key.Text;

    /// <summary>Conditions on other keys that must all hold for the rule to apply.</summary>
    public ValueList<Precondition> When { get; init; } = ValueList<Precondition>.Empty;

    /// <summary>Keys that the rule does not speak about, although its own key stands for them.</summary>
    public ValueList<KeyPattern> Except { get; init; } = ValueList<KeyPattern>.Empty;

    /// <summary>The host environments the rule applies in, compared without case; none means all.</summary>
    public ValueList<string> Environments { get; init; } = ValueList<string>.Empty;

    /// <summary>Judges a configuration by this rule. The only place that decides whether a configuration rule is broken.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="environment">The host environment, as in <c>Production</c>.</param>
    /// <param name="findings">Where each broken place is added.</param>
    public void Judge(ISettings settings, string environment, ICollection<Finding> findings)
    {
        if (!Environments.Include(environment)) return;
        var judge = new JudgeEach(this, settings, findings);
        Key.Visit(settings, ValueList<string>.Empty, ref judge);
    }

    private bool IsBrokenBy(in Setting setting)
    {
        var holds = Condition.Holds(setting);
        var broken = Verb == Verb.Forbid ? holds && !IsAbsent(setting) : !holds;
        return broken && !IsExcepted(setting.Key) && WhenHolds(setting);
    }

    private static bool IsAbsent(in Setting setting) => setting.State == SettingState.Absent && !setting.IsPresent;

    private bool IsExcepted(string key) => Except.Any(except => except.Matches(key));

    private bool WhenHolds(in Setting setting)
    {
        if (When.Count == 0) return true;
        var settings = setting.Settings;
        var segments = Key.SegmentsIn(setting.Key);
        return When.All(precondition => precondition.Holds(settings, segments));
    }

    private readonly struct JudgeEach(ConfigurationRule rule, ISettings settings, ICollection<Finding> findings) : IKeyVisitor
    {
        public bool Visit(string key)
        {
            var setting = Setting.Read(settings, key);
            if (rule.IsBrokenBy(setting)) findings.Add(Finding.Of(rule, setting));
            // What a signed type would read as a negative number breaks the rule in either reading.
            else if (setting.AsNegative is { } negative && rule.IsBrokenBy(negative)) findings.Add(Finding.Of(rule, negative));
            return true;
        }
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

    internal bool Holds(ISettings settings, ValueList<string> segments)
    {
        var search = new Search(Condition, settings);
        Key.Visit(settings, segments, ref search);
        return search.IsFound;
    }

    private struct Search(Condition condition, ISettings settings) : IKeyVisitor
    {
        public bool IsFound { get; private set; }

        public bool Visit(string key)
        {
            var setting = Setting.Read(settings, key);
            IsFound = condition.Holds(setting) || (setting.AsNegative is { } negative && condition.Holds(negative));
            return !IsFound;
        }
    }
}
