using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Governed;

/// <summary>Used by the generated <c>ValidateDecisions()</c>. Do not call it yourself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GovernedOptions
{
    /// <summary>Adds a validation that judges options by decisions.</summary>
    /// <typeparam name="TOptions">The options type.</typeparam>
    /// <param name="builder">The builder of the options.</param>
    /// <param name="section">The configuration section that the options are bound from.</param>
    /// <param name="decisions">The decisions, each with the rules that apply to the options.</param>
    /// <param name="read">Reads the values that the rules judge.</param>
    /// <returns>The builder.</returns>
    public static OptionsBuilder<TOptions> Validate<TOptions>(
        OptionsBuilder<TOptions> builder,
        string section,
        IReadOnlyList<GovernedDecision> decisions,
        Action<GovernedNode, TOptions> read) where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<EffectiveConfiguration>();
        var registration = new GovernedRegistration<TOptions>(builder.Name, section, [.. decisions.Select(decision => decision.Decision)], read);
        if (builder.Services.Any(registration.IsAlready)) return builder;
        builder.Services.TryAddSingleton<ReportedFindings>();
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(registration.Validator);
        return builder;
    }
}

/// <summary>A decision and the rules of it that apply to governed options.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GovernedDecision
{
    /// <summary>Selects rules of a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rules">The zero-based indexes of the rules in <see cref="DecisionPolicy.Rules"/>.</param>
    public GovernedDecision(DecisionPolicy decision, params int[] rules)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Decision = decision with { Rules = [.. rules.Select(place => decision.Rules[place])] };
    }

    internal DecisionPolicy Decision { get; }
}

/// <summary>The validation of governed options.</summary>
/// <param name="name">The name of the options.</param>
/// <param name="section">The section from which they are bound.</param>
/// <param name="decisions">The decisions, each with only the rules that apply to the options.</param>
/// <param name="read">Reads the values that the rules judge.</param>
internal sealed class GovernedRegistration<TOptions>(string name, string section, DecisionPolicy[] decisions, Action<GovernedNode, TOptions> read)
    where TOptions : class
{
    public string Name => name;

    public string Section => section;

    public DecisionPolicy[] Decisions => decisions;

    public Action<GovernedNode, TOptions> Read => read;

    public IValidateOptions<TOptions> Validator(IServiceProvider services) => new GovernedOptionsValidator<TOptions>(this, services);

    /// <summary>Whether a service is the same validation, so that adding this one would report everything twice.</summary>
    public bool IsAlready(ServiceDescriptor service) =>
        service.ServiceType == typeof(IValidateOptions<TOptions>)
        && !service.IsKeyedService
        && service.ImplementationFactory?.Target is GovernedRegistration<TOptions> other
        && other.Name == name && other.Read == read;
}
