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
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var judgement = Judgement.Of(options.Decisions, new ConfigurationSettings(configuration), environment.EnvironmentName, today);
        foreach (var waived in judgement.Waived)
        {
            LogWaived(waived.Decision.Id, waived.Finding.Key, waived.Waiver.Until, waived.Waiver.Because);
        }
        foreach (var warned in judgement.Warned) LogProposed(Rejection.Warning(warned));
        return judgement.Rejected.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(judgement.Rejected.Select(Rejection.Of));
    }

    [LoggerMessage(1, LogLevel.Warning, "{Decision} is broken at {Key}; waived until {Until:yyyy-MM-dd}: {Because}")]
    private partial void LogWaived(string decision, string key, DateOnly until, string because);

    [LoggerMessage(2, LogLevel.Warning, "{Warning}")]
    private partial void LogProposed(string warning);
}
