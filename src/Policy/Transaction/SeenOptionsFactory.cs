using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Creates options from one generation of the configuration, whatever is published while they are bound.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class SeenOptionsFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IEnumerable<IConfigureOptions<TOptions>> setups,
    IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
    IEnumerable<IValidateOptions<TOptions>> validations,
    TakenConfiguration configuration) : OptionsFactory<TOptions>(setups, postConfigures, validations), IOptionsFactory<TOptions>
    where TOptions : class
{
    TOptions IOptionsFactory<TOptions>.Create(string name)
    {
        using (configuration.SeeOne()) return Create(name);
    }
}
