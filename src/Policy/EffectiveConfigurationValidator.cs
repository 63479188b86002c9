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
    RejectionCounter counter,
    ILoggerFactory? logging = null) : IValidateOptions<DecisionPoliciesOptions>
{
    private readonly ILogger _logger = (logging ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DecisionPoliciesOptions options)
    {
        var judgement = verdict.AtStart(options.Decisions);
        if (judgement.Rejected.Count == 0)
        {
            TellOverdue(options.Decisions);
            return ValidateOptionsResult.Success;
        }
        _logger.RejectedAtStart(judgement.Rejected.InOneLine());
        foreach (var broken in judgement.Rejected) counter.Count(Moment.Start, RejectionCounter.Configuration, broken.Decision.Id);
        return ValidateOptionsResult.Fail(judgement.Rejected.Select(Rejection.Of));
    }

    private void TellOverdue(IEnumerable<DecisionPolicy> decisions)
    {
        foreach (var decision in decisions.Where(d => d.Status is DecisionStatus.Accepted && d.Revisit?.By < configuration.Today))
        {
            _logger.RevisitOverdue(DisplayText.Neutralise(decision.Id), decision.Revisit!.By!.Value, DisplayText.Neutralise(decision.Link));
        }
    }
}
