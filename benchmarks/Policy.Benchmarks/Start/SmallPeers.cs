using FluentValidation;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>The same constraints, by code that the framework's generator writes.</summary>
[OptionsValidator]
public sealed partial class SmallOptionsValidator : IValidateOptions<SmallOptions>;

/// <summary>The same constraints, as others write them.</summary>
internal static class SmallPeers
{
    /// <summary>By a delegate.</summary>
    public static bool IsValid(SmallOptions o) =>
        o.Port is >= 1 and <= 65535 && o.Workers is >= 1 and <= 100 && o.Retries is >= 0 and <= 10 && o.Timeout is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name) && !string.IsNullOrWhiteSpace(o.Region) && !string.IsNullOrWhiteSpace(o.Owner)
        && (o.Format is "json" or "logfmt") && (o.Protocol is "tls12" or "tls13") && !o.Registration;

    /// <summary>By FluentValidation.</summary>
    public sealed class Fluent : AbstractValidator<SmallOptions>
    {
        public Fluent()
        {
            RuleFor(o => o.Port).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name).NotEmpty();
            RuleFor(o => o.Region).NotEmpty();
            RuleFor(o => o.Owner).NotEmpty();
            RuleFor(o => o.Format).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration).Equal(false);
        }
    }
}
