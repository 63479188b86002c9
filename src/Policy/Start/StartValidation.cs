using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Runs the validations that the host itself runs at start, and collects their failures.</summary>
internal static class StartValidation
{
    /// <summary>Every failure, decisions first; empty if there is none. Any other exception passes through, unless a decision is also broken.</summary>
    /// <param name="services">The services.</param>
    /// <param name="host">The host, built but not started; null if there is none, so that nothing is served.</param>
    public static IReadOnlyList<string> Refusals(IServiceProvider services, IHost? host = null) =>
        // Asked directly: the application's own IStartupValidator would omit them.
        Refusals(Rejections(services), services, host);

    /// <summary>Throws if the configuration breaks a decision.</summary>
    /// <param name="services">The services.</param>
    /// <exception cref="OptionsValidationException">It does; the failures list every reason, decisions first.</exception>
    public static void ThrowIfRejected(IServiceProvider services)
    {
        if (Rejections(services) is { Count: > 0 } rejections)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(DecisionPoliciesOptions), Refusals(rejections, services, host: null));
        }
    }

    private static IReadOnlyList<string> Refusals(IReadOnlyList<string> rejections, IServiceProvider services, IHost? host)
    {
        try
        {
            if (host is not null) rejections = [.. rejections, .. services.GetServices<IStartJudge>().SelectMany(judge => judge.Refusals(host))];
            ValidateAsTheHostDoes(services);
            return rejections;
        }
        catch (OptionsValidationException refused)
        {
            return [.. rejections, .. Others([refused], services)];
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return [.. rejections, .. Others(several.InnerExceptions.Cast<OptionsValidationException>(), services)];
        }
        catch (Exception other) when (rejections.Count > 0)
        {
            // Options that cannot be bound end the host's validation at once, and a conversion error would hide the decision.
            // The binder's message would print the value, which may be a secret.
            return [.. rejections, $"Some options cannot be bound either ({other.GetType().Name}), possibly because of the settings above."];
        }
    }

    [SuppressMessage("DecisionPolicies", "DP3101", Justification = "ADR-0007 rejects a validator of our own. This calls the framework's.")]
    private static void ValidateAsTheHostDoes(IServiceProvider services) => services.GetService<IStartupValidator>()?.Validate();

    private static IReadOnlyList<string> Rejections(IServiceProvider services)
    {
        try
        {
            _ = services.GetService<IOptionsMonitor<DecisionPoliciesOptions>>()?.CurrentValue;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }

    // A failure that only refers to a rejection is redundant beside it.
    private static IEnumerable<string> Others(IEnumerable<OptionsValidationException> refused, IServiceProvider services) => refused
        .Where(r => r.OptionsType != typeof(DecisionPoliciesOptions))
        .SelectMany(r => r.Failures)
        .Where(failure => services.GetService<ReportedFindings>()?.IsReference(failure) != true);
}
