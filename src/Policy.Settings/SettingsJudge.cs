namespace DecisionPolicies.Settings;

/// <summary>
/// Judges settings files as the hosts that load them see them: one configuration for each environment, made of the base file
/// and the environment's own. The engine decides; this class only adds where a finding is.
/// </summary>
/// <param name="records">The records that are in force.</param>
/// <param name="day">The day, in UTC, by which waivers expire; null for the compiler, which lacks a clock.</param>
internal sealed class SettingsJudge(IReadOnlyList<AdrRecord> records, DateOnly? day = null)
{
    private const string DefaultEnvironment = "Production";

    private readonly List<(AdrRecord Record, List<ConfigurationRule> Rules)> _rules =
        [.. records.Select(record => (record, record.Decision.Rules.OfType<ConfigurationRule>().ToList()))];

    // The environments in which a rule or a waiver makes a difference, whatever the files are called.
    private readonly List<string> _environments =
    [
        DefaultEnvironment,
        .. records.SelectMany(record => record.Decision.Rules).OfType<ConfigurationRule>().SelectMany(rule => rule.Environments),
        .. records.SelectMany(record => record.Decision.Waivers).SelectMany(waiver => waiver.Environments),
    ];

    // Those of files that are loaded in all environments. Several threads may find it out at once.
    private List<string>? _usual;

    /// <summary>The only environment to judge in; null for every environment in which the verdict can differ.</summary>
    public string? Environment { get; init; }

    /// <summary>
    /// Whether the files are a deployment's own. Then what a host in any other environment loads is judged too, for which no file, rule or
    /// waiver is written, and so is a required key that is set to nothing. In a project, other sources are still to come.
    /// </summary>
    public bool IsDeployment { get; init; }

    /// <summary>The violations in the files, each place once, in the order of files, places and ids.</summary>
    /// <param name="inputs">The files, in the order in which they are loaded.</param>
    /// <param name="isComplete">
    /// Whether the files are the deployment's whole configuration, so that a key that they do not set is missing. Otherwise an
    /// environment variable or a secret may set it, which only the start of the host sees.
    /// </param>
    /// <param name="unknown">
    /// Receives the values that a rule looks at and that nobody knows before they are filled in (<see cref="Placeholder"/>); null to take
    /// every value as it is written.
    /// </param>
    public IReadOnlyList<BrokenSetting> Judge(IReadOnlyList<SettingsInput> inputs, bool isComplete = false, ISet<SettingPlace>? unknown = null)
    {
        var broken = new List<BrokenSetting>();
        foreach (var group in inputs.GroupBy(input => input.Group, StringComparer.OrdinalIgnoreCase))
        {
            JudgeGroup(group.ToList(), isComplete, unknown, broken);
        }
        return broken.Count == 0 ? [] : [.. broken
            .OrderBy(b => b.Place.Path, StringComparer.Ordinal).ThenBy(b => b.Place.Place.Line).ThenBy(b => b.Place.Place.Column)
            .ThenBy(b => b.Record.Decision.Id, StringComparer.Ordinal)];
    }

    private void JudgeGroup(List<SettingsInput> group, bool isComplete, ISet<SettingPlace>? unknown, List<BrokenSetting> broken)
    {
        // Nothing is made before there is a finding: a file can hold very many groups, and most have none.
        Dictionary<BrokenSetting, List<string>>? found = null;
        var order = new List<BrokenSetting>();
        foreach (var environment in EnvironmentsOf(group))
        {
            var layers = LayersIn(group, environment);
            if (!IsLoaded(layers)) continue;
            foreach (var setting in Judge(layers, environment, isComplete, unknown))
            {
                found ??= [];
                if (!found.TryGetValue(setting, out var environments))
                {
                    found.Add(setting, environments = []);
                    order.Add(setting);
                }
                environments.Add(environment);
            }
        }
        if (found is null) return;
        var loadedIn = group.Select(input => input.FilePath).Distinct(StringComparer.Ordinal).ToDictionary(
            path => path,
            path => EnvironmentsOf(group)
                .Where(environment => LayersIn(group, environment) is var layers && IsLoaded(layers) && layers.Exists(input => input.FilePath == path))
                .ToList(),
            StringComparer.Ordinal);
        broken.AddRange(order.Select(setting => found[setting].Count == CountFor(setting.Finding.Rule, loadedIn[setting.Place.Path])
            ? setting
            : setting with { Environments = found[setting].ToValueList() }));
    }

    // If a file cannot be read, the rest of the configuration is unknown; the file has its own diagnostic.
    private static bool IsLoaded(List<SettingsInput> layers) => layers.Count > 0 && !layers.Exists(input => input.File.Fault is not null);

    // A rule for some environments says nothing of any other.
    private static int CountFor(ConfigurationRule rule, List<string> environments) =>
        environments.Count(environment => rule.Environments.Count == 0 || environment != HostEnvironments.AnyOther);

    private static List<SettingsInput> LayersIn(List<SettingsInput> group, string environment) => group.TrueForAll(input => input.Environment is null)
        ? group
        :
        [
            .. group.Where(input => input.Environment is null),
            .. group.Where(input => string.Equals(input.Environment, environment, StringComparison.OrdinalIgnoreCase)),
        ];

    private List<string> EnvironmentsOf(List<SettingsInput> group)
    {
        if (Environment is not null) return [Environment];
        if (group.TrueForAll(input => input.Environment is null)) return _usual ??= With([]);
        return With(group.Select(input => input.Environment).OfType<string>());
    }

    private List<string> With(IEnumerable<string> environments) =>
    [
        .. environments.Concat(_environments).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.OrdinalIgnoreCase),
        .. IsDeployment ? [HostEnvironments.AnyOther] : Array.Empty<string>(),
    ];

    private IEnumerable<BrokenSetting> Judge(List<SettingsInput> inputs, string environment, bool isComplete, ISet<SettingPlace>? unknown)
    {
        var settings = new SettingsLayers(inputs.ConvertAll(input => new SettingsLayer(input.FilePath, input.File)), unknown);
        var findings = new List<Finding>();
        foreach (var (record, rules) in _rules)
        {
            foreach (var rule in rules) rule.Judge(settings, environment, findings);
            foreach (var finding in findings)
            {
                if (PlaceOf(finding, settings, isComplete) is { } place && unknown?.Contains(place) != true)
                {
                    var verdict = Verdict.Of(record.Decision, finding, environment, day);
                    yield return new(record, finding, place, verdict) { IsDefault = settings.IsFilledIn(finding) };
                }
            }
            findings.Clear();
        }
    }

    private SettingPlace? PlaceOf(Finding finding, SettingsLayers settings, bool isComplete)
    {
        var isThere = finding.State is SettingState.Value or SettingState.Section or SettingState.TooDeep || finding.Literal is not null
            || (IsDeployment && finding.State != SettingState.Absent);
        if (isComplete) return settings.PlaceOf(finding) ?? settings.End;
        return isThere ? settings.PlaceOf(finding) : null;
    }
}

/// <summary>A violation at its place in a settings file.</summary>
/// <param name="Record">The record that contains the rule.</param>
/// <param name="Finding">The broken rule and its key.</param>
/// <param name="Place">Where the value is.</param>
/// <param name="Verdict">What follows from the finding.</param>
internal sealed record BrokenSetting(AdrRecord Record, Finding Finding, SettingPlace Place, Verdict Verdict)
{
    /// <summary>Whether the value is the default of a placeholder, in whose place the program may get another.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The environments in which the rule is broken; an empty list means every environment that loads the file.</summary>
    public ValueList<string> Environments { get; init; } = ValueList<string>.Empty;
}
