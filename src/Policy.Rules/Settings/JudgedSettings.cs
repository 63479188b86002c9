namespace DecisionPolicies.Rules;

/// <summary>
/// The settings while rules judge them, one after the other: a rule looks no deeper than the limit, and searches once for what it asks at each of its keys,
/// so that its cost grows with the settings and not with their square.
/// </summary>
internal sealed class JudgedSettings
{
    // A judgement that finds nothing allocates nothing, so the next one on the thread uses the same object.
    [ThreadStatic]
    private static JudgedSettings? _spare;

    private ISettings _settings = null!;
    private ITypedSettings? _typed;
    private Dictionary<KeyPattern, Origins>? _origins;
    private KnownPrecondition[]? _when;

    /// <summary>The first key at which the search ended, because what is below it is deeper than the limit; null if there is none.</summary>
    public string? CutOffAt { get; private set; }

    /// <summary>Begins a judgement.</summary>
    /// <param name="settings">The settings.</param>
    public static JudgedSettings Begin(ISettings settings)
    {
        var judged = _spare ?? new();
        // Settings may ask for a judgement themselves.
        _spare = null;
        (judged._settings, judged._typed) = (settings, settings as ITypedSettings);
        return judged;
    }

    /// <summary>Forgets what one rule has asked.</summary>
    public void Forget() => (CutOffAt, _origins, _when) = (null, null, null);

    /// <summary>Ends the judgement.</summary>
    public void End()
    {
        (_settings, _typed) = (null!, null);
        _spare = this;
    }

    /// <inheritdoc cref="ISettings.TryRead"/>
    public bool TryRead(string key, out string? value) => _settings.TryRead(key, out value);

    /// <inheritdoc cref="ISettings.Children"/>
    public IReadOnlyList<string> Children(string? key) => _settings.Children(key);

    /// <inheritdoc cref="ISettings.Below"/>
    public string Below(string? key, string segment) => _settings.Below(key, segment);

    /// <inheritdoc cref="ISettings.SourceOf"/>
    public string? SourceOf(string key) => _settings.SourceOf(key);

    /// <inheritdoc cref="ITypedSettings.FlagsIn"/>
    public string? FlagsIn(string key) => _typed?.FlagsIn(key);

    /// <summary>Notes that something below a key is not searched, because it is too deep.</summary>
    /// <param name="key">The full key.</param>
    public void CutOff(string key) => CutOffAt ??= key;

    /// <summary>The origins of all URLs at the keys that a pattern matches.</summary>
    /// <param name="pattern">The pattern.</param>
    public Origins OriginsAt(KeyPattern pattern)
    {
        _origins ??= [];
        if (_origins.TryGetValue(pattern, out var known)) return known;
        var search = new OriginSearch(this, new());
        pattern.Visit(this, ValueList<string>.Empty, ref search);
        _origins.Add(pattern, search.Found);
        return search.Found;
    }

    /// <summary>Whether all preconditions of the rule hold for one of its keys.</summary>
    /// <param name="when">The preconditions.</param>
    /// <param name="segments">The segment that each <c>*</c> of the rule's key matches.</param>
    public bool Hold(ValueList<Precondition> when, ValueList<string> segments)
    {
        _when ??= [.. when.Select(each => new KnownPrecondition(each))];
        return Array.TrueForAll(_when, known => known.Holds(this, segments));
    }

    private readonly struct OriginSearch(JudgedSettings settings, Origins found) : IKeyVisitor
    {
        public Origins Found => found;

        public bool Visit(string key)
        {
            var setting = Setting.Read(settings, key);
            if (setting.State == SettingState.Value) found.Add(setting.Text);
            return true;
        }
    }
}
