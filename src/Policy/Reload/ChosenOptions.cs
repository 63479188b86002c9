using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// The decisions and choices as the application configured them, without the validation that judges: a reload needs
/// them whatever the verdict was at start.
/// </summary>
internal sealed class ChosenOptions(
    IEnumerable<IConfigureOptions<DecisionPoliciesOptions>> setups,
    IEnumerable<IPostConfigureOptions<DecisionPoliciesOptions>> postConfigures)
{
    private readonly Lazy<DecisionPoliciesOptions> _value =
        new(() => new OptionsFactory<DecisionPoliciesOptions>(setups, postConfigures, []).Create(Options.DefaultName));

    public DecisionPoliciesOptions Value => _value.Value;
}
