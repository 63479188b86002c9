using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Governed;

/// <summary>Judges options as they are once everything has been configured: values set in code are judged as well.</summary>
internal sealed class GovernedOptionsValidator<TOptions> : IValidateOptions<TOptions> where TOptions : class
{
    private readonly string _name;
    private readonly string _section;
    private readonly JudgedDecision[] _decisions;
    private readonly Action<GovernedNode, TOptions> _read;
    private readonly JudgementReport _report;
    private readonly string _environment;
    private readonly TimeProvider _time;
    private readonly ISettings? _configuration;
    private readonly string _options;
    private Reading? _spare;

    public GovernedOptionsValidator(
        string name, string section, IEnumerable<GovernedDecision> decisions, Action<GovernedNode, TOptions> read, IServiceProvider services)
    {
        _name = name;
        _section = section;
        _decisions = [.. decisions.Select(decision => decision.Judged)];
        _read = read;
        _options = name.Length == 0 ? typeof(TOptions).Name : $"{typeof(TOptions).Name} \"{name}\"";
        var logging = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        _report = new(_options, services.GetRequiredService<ReportedFindings>(), logging.CreateLogger(Log.Category));
        var effective = services.GetRequiredService<EffectiveConfiguration>();
        _environment = effective.EnvironmentName;
        _time = effective.Time;
        _configuration = effective.Settings;
    }

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        if (name is not null && name != _name) return ValidateOptionsResult.Skip;
        // A reading is used by one thread at a time, and kept for the next.
        var reading = Interlocked.Exchange(ref _spare, null) ?? new(new(_section, _configuration, _options), []);
        reading.Settings.Read(options, _read);
        var failures = _report.Tell(Judgement.Of(_decisions, reading.Settings, _environment, _time, reading.Findings));
        _spare = reading;
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private sealed record Reading(GovernedSettings Settings, List<Finding> Findings);
}
