using FluentValidation;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>The same constraints, by code that the framework's generator writes.</summary>
[OptionsValidator]
public sealed partial class LargeOptionsValidator : IValidateOptions<LargeOptions>;

/// <summary>The same constraints, as others write them.</summary>
internal static class LargePeers
{
    /// <summary>By a delegate.</summary>
    public static bool IsValid(LargeOptions o) =>
        o.Port0 is >= 1 and <= 65535 && o.Workers0 is >= 1 and <= 100 && o.Retries0 is >= 0 and <= 10 && o.Timeout0 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name0) && !string.IsNullOrWhiteSpace(o.Region0) && !string.IsNullOrWhiteSpace(o.Owner0)
        && (o.Format0 is "json" or "logfmt") && (o.Protocol0 is "tls12" or "tls13") && !o.Registration0
        && o.Port1 is >= 1 and <= 65535 && o.Workers1 is >= 1 and <= 100 && o.Retries1 is >= 0 and <= 10 && o.Timeout1 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name1) && !string.IsNullOrWhiteSpace(o.Region1) && !string.IsNullOrWhiteSpace(o.Owner1)
        && (o.Format1 is "json" or "logfmt") && (o.Protocol1 is "tls12" or "tls13") && !o.Registration1
        && o.Port2 is >= 1 and <= 65535 && o.Workers2 is >= 1 and <= 100 && o.Retries2 is >= 0 and <= 10 && o.Timeout2 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name2) && !string.IsNullOrWhiteSpace(o.Region2) && !string.IsNullOrWhiteSpace(o.Owner2)
        && (o.Format2 is "json" or "logfmt") && (o.Protocol2 is "tls12" or "tls13") && !o.Registration2
        && o.Port3 is >= 1 and <= 65535 && o.Workers3 is >= 1 and <= 100 && o.Retries3 is >= 0 and <= 10 && o.Timeout3 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name3) && !string.IsNullOrWhiteSpace(o.Region3) && !string.IsNullOrWhiteSpace(o.Owner3)
        && (o.Format3 is "json" or "logfmt") && (o.Protocol3 is "tls12" or "tls13") && !o.Registration3
        && o.Port4 is >= 1 and <= 65535 && o.Workers4 is >= 1 and <= 100 && o.Retries4 is >= 0 and <= 10 && o.Timeout4 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name4) && !string.IsNullOrWhiteSpace(o.Region4) && !string.IsNullOrWhiteSpace(o.Owner4)
        && (o.Format4 is "json" or "logfmt") && (o.Protocol4 is "tls12" or "tls13") && !o.Registration4
        && o.Port5 is >= 1 and <= 65535 && o.Workers5 is >= 1 and <= 100 && o.Retries5 is >= 0 and <= 10 && o.Timeout5 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name5) && !string.IsNullOrWhiteSpace(o.Region5) && !string.IsNullOrWhiteSpace(o.Owner5)
        && (o.Format5 is "json" or "logfmt") && (o.Protocol5 is "tls12" or "tls13") && !o.Registration5
        && o.Port6 is >= 1 and <= 65535 && o.Workers6 is >= 1 and <= 100 && o.Retries6 is >= 0 and <= 10 && o.Timeout6 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name6) && !string.IsNullOrWhiteSpace(o.Region6) && !string.IsNullOrWhiteSpace(o.Owner6)
        && (o.Format6 is "json" or "logfmt") && (o.Protocol6 is "tls12" or "tls13") && !o.Registration6
        && o.Port7 is >= 1 and <= 65535 && o.Workers7 is >= 1 and <= 100 && o.Retries7 is >= 0 and <= 10 && o.Timeout7 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name7) && !string.IsNullOrWhiteSpace(o.Region7) && !string.IsNullOrWhiteSpace(o.Owner7)
        && (o.Format7 is "json" or "logfmt") && (o.Protocol7 is "tls12" or "tls13") && !o.Registration7
        && o.Port8 is >= 1 and <= 65535 && o.Workers8 is >= 1 and <= 100 && o.Retries8 is >= 0 and <= 10 && o.Timeout8 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name8) && !string.IsNullOrWhiteSpace(o.Region8) && !string.IsNullOrWhiteSpace(o.Owner8)
        && (o.Format8 is "json" or "logfmt") && (o.Protocol8 is "tls12" or "tls13") && !o.Registration8
        && o.Port9 is >= 1 and <= 65535 && o.Workers9 is >= 1 and <= 100 && o.Retries9 is >= 0 and <= 10 && o.Timeout9 is >= 1 and <= 3600
        && !string.IsNullOrWhiteSpace(o.Name9) && !string.IsNullOrWhiteSpace(o.Region9) && !string.IsNullOrWhiteSpace(o.Owner9)
        && (o.Format9 is "json" or "logfmt") && (o.Protocol9 is "tls12" or "tls13") && !o.Registration9;

    /// <summary>By FluentValidation.</summary>
    public sealed class Fluent : AbstractValidator<LargeOptions>
    {
        public Fluent()
        {
            RuleFor(o => o.Port0).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers0).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries0).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout0).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name0).NotEmpty();
            RuleFor(o => o.Region0).NotEmpty();
            RuleFor(o => o.Owner0).NotEmpty();
            RuleFor(o => o.Format0).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol0).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration0).Equal(false);
            RuleFor(o => o.Port1).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers1).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries1).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout1).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name1).NotEmpty();
            RuleFor(o => o.Region1).NotEmpty();
            RuleFor(o => o.Owner1).NotEmpty();
            RuleFor(o => o.Format1).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol1).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration1).Equal(false);
            RuleFor(o => o.Port2).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers2).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries2).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout2).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name2).NotEmpty();
            RuleFor(o => o.Region2).NotEmpty();
            RuleFor(o => o.Owner2).NotEmpty();
            RuleFor(o => o.Format2).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol2).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration2).Equal(false);
            RuleFor(o => o.Port3).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers3).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries3).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout3).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name3).NotEmpty();
            RuleFor(o => o.Region3).NotEmpty();
            RuleFor(o => o.Owner3).NotEmpty();
            RuleFor(o => o.Format3).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol3).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration3).Equal(false);
            RuleFor(o => o.Port4).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers4).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries4).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout4).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name4).NotEmpty();
            RuleFor(o => o.Region4).NotEmpty();
            RuleFor(o => o.Owner4).NotEmpty();
            RuleFor(o => o.Format4).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol4).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration4).Equal(false);
            RuleFor(o => o.Port5).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers5).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries5).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout5).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name5).NotEmpty();
            RuleFor(o => o.Region5).NotEmpty();
            RuleFor(o => o.Owner5).NotEmpty();
            RuleFor(o => o.Format5).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol5).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration5).Equal(false);
            RuleFor(o => o.Port6).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers6).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries6).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout6).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name6).NotEmpty();
            RuleFor(o => o.Region6).NotEmpty();
            RuleFor(o => o.Owner6).NotEmpty();
            RuleFor(o => o.Format6).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol6).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration6).Equal(false);
            RuleFor(o => o.Port7).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers7).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries7).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout7).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name7).NotEmpty();
            RuleFor(o => o.Region7).NotEmpty();
            RuleFor(o => o.Owner7).NotEmpty();
            RuleFor(o => o.Format7).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol7).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration7).Equal(false);
            RuleFor(o => o.Port8).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers8).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries8).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout8).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name8).NotEmpty();
            RuleFor(o => o.Region8).NotEmpty();
            RuleFor(o => o.Owner8).NotEmpty();
            RuleFor(o => o.Format8).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol8).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration8).Equal(false);
            RuleFor(o => o.Port9).InclusiveBetween(1, 65535);
            RuleFor(o => o.Workers9).InclusiveBetween(1, 100);
            RuleFor(o => o.Retries9).InclusiveBetween(0, 10);
            RuleFor(o => o.Timeout9).InclusiveBetween(1, 3600);
            RuleFor(o => o.Name9).NotEmpty();
            RuleFor(o => o.Region9).NotEmpty();
            RuleFor(o => o.Owner9).NotEmpty();
            RuleFor(o => o.Format9).Must(format => format is "json" or "logfmt");
            RuleFor(o => o.Protocol9).Must(protocol => protocol is "tls12" or "tls13");
            RuleFor(o => o.Registration9).Equal(false);
        }
    }
}
