using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Runs the validations that the host itself runs at start, and collects what they refuse.</summary>
internal static class StartValidation
{
    /// <summary>Every refusal, or none. An error that is no refusal passes through, unless a decision is broken too.</summary>
    public static IReadOnlyList<string> Refusals(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(refused => refused.Failures)];
        }
        catch (Exception other) when (Rejections(services) is { Count: > 0 } rejections)
        {
            // Options that cannot be bound end the host's validation at once, and would hide the decision behind a conversion error.
            // The binder's message would print the value, which may be a secret.
            return [.. rejections, $"Options cannot be bound either ({other.GetType().Name}). The next start will say which."];
        }
    }

    private static IReadOnlyList<string> Rejections(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptionsMonitor<DecisionPoliciesOptions>>().CurrentValue;
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }
}
