using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>
/// The effective configuration, its environment and the day: everything that decisions judge. A host registers its configuration
/// and its environment; a service collection without a host may have neither.
/// </summary>
internal sealed class EffectiveConfiguration(
    TimeProvider time, IConfiguration? configuration = null, IHostEnvironment? environment = null, TakenConfiguration? taken = null)
{
    private ConfigurationSettings? _settings;

    /// <summary>The configuration; null if none is registered.</summary>
    public IConfiguration? Configuration { get; } = TakenOver(configuration, taken);

    /// <summary>The folder to which file names are relative; without a host, the folder that a configuration builder starts from.</summary>
    public string ContentRoot => environment?.ContentRootPath ?? AppContext.BaseDirectory;

    /// <summary>The environment; without a host, the one that <c>WebApplication.CreateBuilder</c> would use.</summary>
    public string EnvironmentName { get; } = environment?.EnvironmentName
        ?? Variable("DOTNET_ENVIRONMENT") ?? Variable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production;

    /// <summary>The source of the current time.</summary>
    public TimeProvider Time => time;

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => Day.Of(time.GetUtcNow());

    /// <summary>The configuration as the rules see it; null if none is registered.</summary>
    public ISettings? Settings => Configuration is null ? null : _settings ??= new(Configuration, ContentRoot);

    /// <summary>Judges the current configuration.</summary>
    /// <exception cref="InvalidOperationException">Decisions are registered, but no configuration is.</exception>
    public Judgement Judge(IEnumerable<DecisionPolicy> decisions)
    {
        var settings = Settings ?? throw new InvalidOperationException(
            "The decisions judge the effective configuration, but no IConfiguration is registered. "
                + "Register it: services.AddSingleton<IConfiguration>(configuration).");
        return Judgement.Of(decisions.Select(JudgedDecision.Of).ToArray(), new RememberedSettings(settings), EnvironmentName, time, []);
    }

    // Before anybody else follows its sources.
    private static IConfiguration? TakenOver(IConfiguration? configuration, TakenConfiguration? taken)
    {
        taken?.TakeOver(configuration);
        return configuration;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
