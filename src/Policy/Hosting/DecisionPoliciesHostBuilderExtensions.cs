using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>Makes a host of the older builder comply with decisions, as <c>Host.CreateDefaultBuilder()</c> makes it.</summary>
public static class DecisionPoliciesHostBuilderExtensions
{
    /// <summary>
    /// Judges the whole effective configuration by these decisions when the host starts, before any hosted service runs or any port is bound,
    /// and each reload before anybody sees it, as for <see cref="IHostApplicationBuilder"/>. The configuration is taken over when it is built,
    /// after everything else has configured it. Several calls add up.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="decisions">The decisions, usually <c>Decisions.All</c>.</param>
    /// <param name="configure">Configures what happens when a reload is rejected.</param>
    /// <returns>The builder.</returns>
    public static IHostBuilder AddDecisionPolicies(
        this IHostBuilder builder, IEnumerable<DecisionPolicy> decisions, Action<DecisionPoliciesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // What is added while the configuration of the host itself is built comes last.
        builder.ConfigureHostConfiguration(_ => builder.ConfigureAppConfiguration((_, application) => AcceptedSources.StandFor(application)));
        return builder.ConfigureServices((_, services) => services.AddDecisionPolicies(decisions, configure));
    }
}
