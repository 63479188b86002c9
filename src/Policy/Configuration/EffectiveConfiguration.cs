using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>
/// The configuration that is in force, and where and when: what decisions are judged by. A host registers its configuration
/// and its environment; a service collection without a host has perhaps neither.
/// </summary>
internal sealed class EffectiveConfiguration(TimeProvider time, IConfiguration? configuration = null, IHostEnvironment? environment = null)
{
    private ConfigurationSettings? _settings;

    /// <summary>The configuration, or null where none is registered.</summary>
    public IConfiguration? Configuration => configuration;

    /// <summary>The folder that files are named relative to; without a host, the one that a configuration builder starts from.</summary>
    public string ContentRoot => environment?.ContentRootPath ?? AppContext.BaseDirectory;

    /// <summary>The environment; without a host, what <c>WebApplication.CreateBuilder</c> would take.</summary>
    public string EnvironmentName { get; } = environment?.EnvironmentName
        ?? Variable("DOTNET_ENVIRONMENT") ?? Variable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production;

    /// <summary>Tells the time.</summary>
    public TimeProvider Time => time;

    /// <summary>The day, in UTC.</summary>
    public DateOnly Today => Day.Of(time.GetUtcNow());

    /// <summary>The configuration as the rules see it, or null where none is registered.</summary>
    public ISettings? Settings => configuration is null ? null : _settings ??= new(configuration, ContentRoot);

    /// <summary>Judges the configuration as it stands.</summary>
    /// <exception cref="InvalidOperationException">There are decisions, and no configuration.</exception>
    public Judgement Judge(IEnumerable<DecisionPolicy> decisions)
    {
        var settings = Settings ?? throw new InvalidOperationException(
            "Decisions are judged by the effective configuration, and no IConfiguration is registered. "
                + "Add it: services.AddSingleton<IConfiguration>(configuration).");
        return Judgement.Of(decisions.Select(JudgedDecision.Of).ToArray(), new RememberedSettings(settings), EnvironmentName, time, []);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
