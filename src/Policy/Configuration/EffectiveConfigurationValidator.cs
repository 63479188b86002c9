using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Judges the whole effective configuration. It is a validation of the decisions' own options, because registering an
/// <c>IStartupValidator</c> would silently disable every other <c>ValidateOnStart</c> of the application.
/// </summary>
internal sealed class EffectiveConfigurationValidator(
    ConfigurationVerdict verdict,
    EffectiveConfiguration configuration,
    ILoggerFactory? logging = null) : IValidateOptions<DecisionPoliciesOptions>
{
    private readonly ILogger _logger = (logging ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DecisionPoliciesOptions options)
    {
        var rejections = verdict.AtStart(options.Decisions);
        if (rejections.Count > 0) return ValidateOptionsResult.Fail(rejections);
        TellOverdue(options.Decisions);
        return ValidateOptionsResult.Success;
    }

    private void TellOverdue(IEnumerable<DecisionPolicy> decisions)
    {
        foreach (var decision in decisions.Where(d => d.Status is DecisionStatus.Accepted && d.Revisit?.By < configuration.Today))
        {
            _logger.RevisitOverdue(DisplayText.Neutralise(decision.Citation()), decision.Revisit!.By!.Value, DisplayText.Neutralise(decision.Link));
        }
    }
}
