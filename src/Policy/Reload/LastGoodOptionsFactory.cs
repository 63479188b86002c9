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

    /// <summary>Tries what a reload brings.</summary>
    /// <param name="name">The name of the options.</param>
    /// <param name="reports">Is given what to report once the locks are free.</param>
    /// <param name="isKey">Whether code has set a key, and no source has changed.</param>
    /// <returns>Whether the options would be valid.</returns>
    public bool IsGood(string name, List<Action?> reports, bool isKey) => lastGood.IsGood(name, _inner, reports, isKey);

    /// <summary>The exception for an application that registers a factory of its own for these options.</summary>
    public static InvalidOperationException Replaced() => new(
        $"KeepLastGood() creates {typeof(TOptions)} with its own IOptionsFactory, but another one is registered. Remove one of them.");
}
