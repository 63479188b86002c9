using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Creates options, or returns their last good value if the new ones are not valid.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
internal sealed class LastGoodOptionsFactory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IEnumerable<IConfigureOptions<TOptions>> setups,
    IEnumerable<IPostConfigureOptions<TOptions>> postConfigures,
    IEnumerable<IValidateOptions<TOptions>> validations,
    LastGood<TOptions> lastGood) : IOptionsFactory<TOptions>
    where TOptions : class
{
    private readonly OptionsFactory<TOptions> _inner = new(setups, postConfigures, validations);

    /// <inheritdoc/>
    public TOptions Create(string name) => lastGood.Create(name, _inner);

    /// <summary>The exception for an application that registers a factory of its own for these options.</summary>
    public static InvalidOperationException Replaced() => new(
        $"KeepLastGood() creates {typeof(TOptions)} with its own IOptionsFactory, but another one is registered. Remove one of them.");
}
