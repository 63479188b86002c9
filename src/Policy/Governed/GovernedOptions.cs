using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Governed;

/// <summary>What the generated <c>ValidateDecisions()</c> calls. Not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GovernedOptions
{
    /// <summary>Adds a validation that judges options by decisions.</summary>
    /// <typeparam name="TOptions">The options type.</typeparam>
    /// <param name="builder">The builder of the options.</param>
    /// <param name="section">The configuration section that the options are bound from.</param>
    /// <param name="decisions">The decisions, each with those of its rules that the options can answer.</param>
    /// <param name="read">Reads the values that the rules speak about.</param>
    /// <returns>The builder.</returns>
    public static OptionsBuilder<TOptions> Validate<TOptions>(
        OptionsBuilder<TOptions> builder,
        string section,
        IReadOnlyList<GovernedDecision> decisions,
        Action<GovernedNode, TOptions> read) where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var name = builder.Name;
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<EffectiveConfiguration>();
        builder.Services.TryAddSingleton<ReportedFindings>();
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(services =>
            new GovernedOptionsValidator<TOptions>(name, section, decisions, read, services));
        return builder;
    }
}

/// <summary>A decision and those of its rules that governed options can answer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GovernedDecision
{
    /// <summary>Picks rules of a decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rules">The places of the rules in <see cref="DecisionPolicy.Rules"/>, from 0.</param>
    public GovernedDecision(DecisionPolicy decision, params int[] rules)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Judged = new(decision, [.. rules.Select(place => (ConfigurationRule)decision.Rules[place])]);
    }

    internal JudgedDecision Judged { get; }
}
