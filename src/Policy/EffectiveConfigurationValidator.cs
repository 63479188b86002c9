using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Judges the whole effective configuration. It is a validation of the decisions' own options, because registering an
/// <c>IStartupValidator</c> would silently disable every other <c>ValidateOnStart</c> of the application.
/// </summary>
internal sealed partial class EffectiveConfigurationValidator(
    IConfiguration configuration,
    IHostEnvironment environment,
    TimeProvider time,
    ILogger<EffectiveConfigurationValidator> logger) : IValidateOptions<DecisionPoliciesOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DecisionPoliciesOptions options)
    {
        var settings = new ConfigurationSettings(configuration, environment.ContentRootPath);
        var judgement = Judgement.Of([.. options.Decisions.Select(JudgedDecision.Of)], settings, environment.EnvironmentName, time, []);
        if (judgement.Rejected.Count > 0) return ValidateOptionsResult.Fail(judgement.Rejected.Select(Rejection.Of));
        foreach (var waived in judgement.Waived)
        {
            LogWaived(Shown(waived.Decision.Id), Shown(waived.Finding.Key), waived.Waiver.Until, Shown(waived.Waiver.Because));
        }
        foreach (var warned in judgement.Warned) LogProposed(Rejection.Warning(warned));
        return ValidateOptionsResult.Success;
    }

    // A log may be a terminal, and a key can come from anywhere.
    private static string Shown(string text) => DisplayText.Neutralise(text);

    [LoggerMessage(1, LogLevel.Warning, "{Decision} is broken at {Key}; waived until {Until:yyyy-MM-dd}: {Because}")]
    private partial void LogWaived(string decision, string key, DateOnly until, string because);

    [LoggerMessage(2, LogLevel.Warning, "{Warning}")]
    private partial void LogProposed(string warning);
}
