using DecisionPolicies.Settings;

namespace DecisionPolicies.Generator.Settings;

/// <summary>The host environments that a project shows: those of .NET, of its settings files, and of what tools start it with.</summary>
internal static class KnownEnvironments
{
    private static readonly string[] _usual = ["Production", "Staging", "Development"];

    /// <summary>The names of the environments.</summary>
    /// <param name="inputs">The project's settings files.</param>
    public static IReadOnlyList<string> Of(IEnumerable<SettingsInput> inputs) =>
    [
        .. inputs
            .SelectMany(input => StartedSettings.IsIn(input.FilePath)
                ? StartedSettings.Of(input.FilePath, input.File).Select(started => started.Environment)
                : input.Environment is { } environment ? [environment] : [])
            .Concat(_usual)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>What is to be said of the environments that a record's rules name.</summary>
    /// <param name="file">The record.</param>
    /// <param name="known">The known environments.</param>
    public static IEnumerable<Fault> Faults(RecordFile file, IReadOnlyList<string> known)
    {
        if (file.Record?.Decision is not { IsInForce: true } decision) yield break;
        foreach (var (rule, places) in decision.Rules.Zip(file.Places.Rules, (rule, places) => (rule, places)))
        {
            var named = rule switch
            {
                ConfigurationRule configuration => configuration.Environments,
                EndpointRule endpoint => endpoint.Environments,
                _ => ValueList<string>.Empty,
            };
            foreach (var name in named.Where(name => !known.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)))
            {
                var meant = Spelling.DidYouMean(name, known);
                yield return new(
                    FaultKind.UnknownEnvironment,
                    places.Subject,
                    $"Nothing in this project is for the environment '{name}'.{meant} The rule applies only there.")
                {
                    // An environment that only a deployment names is usual.
                    Severity = meant.Length > 0 ? Severity.Warning : Severity.Info,
                };
            }
        }
    }
}
