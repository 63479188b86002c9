using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Judges the whole effective configuration. It is a validation of the decisions' own options, because registering an
/// <c>IStartupValidator</c> would silently disable every other <c>ValidateOnStart</c> of the application.
/// </summary>
internal sealed class EffectiveConfigurationValidator(
    IConfiguration configuration, IHostEnvironment environment, TimeProvider time, IServiceProvider services) : IValidateOptions<DecisionPoliciesOptions>
{
    private readonly JudgementReport _report = new("the configuration", services);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DecisionPoliciesOptions options)
    {
        var settings = new ConfigurationSettings(configuration, environment.ContentRootPath);
        return _report.Tell(Judgement.Of([.. options.Decisions.Select(JudgedDecision.Of)], settings, environment.EnvironmentName, time, []));
    }
}
