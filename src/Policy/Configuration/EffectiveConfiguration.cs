using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>
/// The effective configuration, its environment and the day: everything that decisions judge. A host registers its configuration
/// and its environment; a service collection without a host may have neither.
/// </summary>
internal sealed class EffectiveConfiguration(
    TimeProvider time, IEnumerable<IConfiguration> configurations, IHostEnvironment? environment = null, TakenConfiguration? taken = null)
{
    // The container gives the last one to who asks for one. Others may be in use all the same.
    private readonly IConfiguration[] _all = TakenOver([.. configurations.Distinct().Reverse()], taken);
    private ConfigurationSettings? _settings;
    private IListedSettings[]? _others;

    /// <summary>The configuration; null if none is registered.</summary>
    public IConfiguration? Configuration => _all.FirstOrDefault();

    /// <summary>Every registered configuration; the first one is the one that code gets.</summary>
    public IReadOnlyList<IConfiguration> All => _all;

    /// <summary>Whether reloads of every configuration are held back until they are judged.</summary>
    public bool IsHeldBack => _all.Length > 0 && Array.TrueForAll(_all, AcceptedSources.AreAll);

    /// <summary>Signals the next change of any configuration; null if none is registered.</summary>
    public IChangeToken? ReloadToken => _all.Length switch
    {
        0 => null,
        1 => _all[0].GetReloadToken(),
        _ => new CompositeChangeToken([.. _all.Select(configuration => configuration.GetReloadToken())]),
    };

    /// <summary>The folder to which file names are relative; without a host, the folder that a configuration builder starts from.</summary>
    public string ContentRoot => environment?.ContentRootPath ?? AppContext.BaseDirectory;

    /// <summary>The environment; without a host, the one that <c>WebApplication.CreateBuilder</c> would use.</summary>
    public string EnvironmentName { get; } = environment?.EnvironmentName
        ?? HostVariables.EnvironmentNames.Select(Variable).FirstOrDefault(name => name is not null) ?? Environments.Production;

    /// <summary>The source of the current time.</summary>
    public TimeProvider Time => time;

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => Day.Of(time.GetUtcNow());

    /// <summary>The configuration as the rules see it; null if none is registered.</summary>
    public IListedSettings? Settings => Configuration is null ? null : _settings ??= new(Configuration, ContentRoot);

    /// <summary>Judges the current configuration.</summary>
    /// <exception cref="InvalidOperationException">Decisions are registered, but no configuration is.</exception>
    public Judgement Judge(IEnumerable<DecisionPolicy> decisions)
    {
        var settings = Settings ?? throw new InvalidOperationException(
            "The decisions judge the effective configuration, but no IConfiguration is registered. "
                + "Register it: services.AddSingleton<IConfiguration>(configuration).");
        _others ??= [.. _all.Skip(1).Select(other => new OtherSettings(new ConfigurationSettings(other, ContentRoot)))];
        return Judgement.Of(
            decisions.ToArray(),
            new RememberedSettings(settings),
            EnvironmentName,
            time,
            [],
            [.. _others.Select(other => new RememberedSettings(other))]);
    }

    // Before anybody else follows its sources.
    private static IConfiguration[] TakenOver(IConfiguration[] configurations, TakenConfiguration? taken)
    {
        foreach (var configuration in configurations) taken?.TakeOver(configuration);
        return configurations;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
