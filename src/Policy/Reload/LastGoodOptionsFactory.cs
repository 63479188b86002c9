using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes options, or gives the last good ones where the new ones would not be good.</summary>
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

    /// <summary>What is thrown where the application makes these options in a way of its own.</summary>
    public static InvalidOperationException Replaced() => new(
        $"KeepLastGood() makes {typeof(TOptions)} by an IOptionsFactory of its own, and another one is registered. Remove one of the two.");
}
