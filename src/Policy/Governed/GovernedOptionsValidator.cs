using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Governed;

/// <summary>Judges options after all configuration, including values set in code.</summary>
internal sealed class GovernedOptionsValidator<TOptions> : IValidateOptions<TOptions> where TOptions : class
{
    private readonly GovernedRegistration<TOptions> _governed;
    private readonly JudgementReport _report;
    private readonly string _environment;
    private readonly TimeProvider _time;
    private readonly ISettings? _configuration;
    private readonly string _options;
    private Reading? _spare;

    public GovernedOptionsValidator(GovernedRegistration<TOptions> governed, IServiceProvider services)
    {
        _governed = governed;
        _options = governed.Name.Length == 0 ? typeof(TOptions).Name : $"{typeof(TOptions).Name} \"{governed.Name}\"";
        var logging = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        _report = new(
            _options,
            services.GetRequiredService<ReportedFindings>(),
            logging.CreateLogger(Log.Category),
            $"{typeof(TOptions).AssemblyQualifiedName} \"{governed.Name}\"");
        var effective = services.GetRequiredService<EffectiveConfiguration>();
        _environment = effective.EnvironmentName;
        _time = effective.Time;
        _configuration = effective.Settings;
    }

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name is not null && name != _governed.Name) return ValidateOptionsResult.Skip;
        // One thread at a time uses a reading, and it is kept for the next.
        var reading = Interlocked.Exchange(ref _spare, null) ?? new(NewSettings(), []);
        for (var (turn, reported) = (0, Judgement.Clean); ; turn++)
        {
            try
            {
                reading.Settings.Read(options, _governed.Read, turn);
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                return ValidateOptionsResult.Fail(Unreadable(reading.Settings.Last.Key, thrown));
            }
            var judgement = Judgement.Of(_governed.Decisions, reading.Settings, _environment, _time, reading.Findings);
            if (reported == Judgement.Clean || judgement.Rejected.Count > 0) reported = judgement;
            if (reported.Rejected.Count == 0 && reading.Settings.TurnsLeft > 0) continue;
            _spare = reading;
            var failures = _report.Report(reported, out var report);
            Reporting.Report(report);
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
    }

    private GovernedSettings NewSettings() => new(_governed.Section, _configuration, new(_configuration, _options, isNamed: _governed.Name.Length > 0));

    // Only the type of the exception: its message may contain a secret.
    private string Unreadable(string? key, Exception thrown) =>
        DisplayText.Neutralise($"{_options} cannot be judged by the decisions: reading '{key ?? _governed.Section}' threw {thrown.GetType().FullName}.");

    private sealed record Reading(GovernedSettings Settings, List<Finding> Findings);
}
