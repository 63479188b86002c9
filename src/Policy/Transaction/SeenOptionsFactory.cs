using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>
/// Creates options from one accepted generation of the configuration, whatever is published or judged while they are bound: they are kept by
/// caches that nobody empties when a reload is refused.
/// </summary>
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
        using (configuration.SeeAccepted()) return Create(name);
    }
}
