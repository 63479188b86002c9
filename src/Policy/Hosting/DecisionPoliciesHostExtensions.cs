using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes a host keep decisions.</summary>
public static class DecisionPoliciesHostExtensions
{
    /// <summary>The exit code of a process whose configuration was refused: <c>EX_CONFIG</c> of BSD's sysexits.</summary>
    public const int RejectedExitCode = 78;

    /// <summary>
    /// Judges the whole effective configuration by these decisions when the host starts, before any hosted service runs
    /// or any port is bound. Where an accepted decision is broken, the start fails with an
    /// <see cref="OptionsValidationException"/> that cites the record. Each reload is judged again; one that breaks a decision is
    /// logged, counted, and kept from options that keep their last good value. Several calls add up.
    /// </summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="decisions">The decisions, as a rule <c>Decisions.All</c>.</param>
    /// <param name="configure">Chooses what happens when a reload is refused.</param>
    /// <returns>The builder.</returns>
    public static TBuilder AddDecisionPolicies<TBuilder>(
        this TBuilder builder, IEnumerable<DecisionPolicy> decisions, Action<DecisionPoliciesOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDecisionPolicies(decisions, configure);
        return builder;
    }

    /// <summary>
    /// Validates the configuration, then runs the host until it is shut down. A configuration that breaks a decision or
    /// fails any other options validation is reported on standard error, without a stack trace, and nothing is started.
    /// </summary>
    /// <param name="host">The host; it is disposed of in every case.</param>
    /// <param name="cancellationToken">Shuts the host down.</param>
    /// <returns>
    /// The process's exit code: <see cref="RejectedExitCode"/> where the configuration was refused, be it at start or on a reload
    /// that was to stop the host (<see cref="RejectedReload.StopHost"/>), or else
    /// <see cref="Environment.ExitCode"/>, which is 0 unless the application has set it.
    /// </returns>
    /// <exception cref="Exception">Whatever else the host throws, a configuration that cannot be bound included.</exception>
    public static async Task<int> RunWithDecisionsAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        IReadOnlyList<string> refusals;
        try
        {
            refusals = StartValidation.Refusals(host.Services, host);
            if (refusals.Count == 0)
            {
                // What an earlier host of this process left behind is not this one's.
                if (Environment.ExitCode == RejectedExitCode) Environment.ExitCode = 0;
                await host.RunAsync(cancellationToken).ConfigureAwait(false);
                return Environment.ExitCode;
            }
        }
        catch (OptionsValidationException late) when (late.OptionsType == typeof(DecisionPoliciesOptions))
        {
            // Code has changed the configuration since it was validated; or what a host serves shows only while it starts. It has
            // not begun to serve.
            refusals = [.. late.Failures];
        }
        catch
        {
            await DisposeAsync(host).ConfigureAwait(false);
            throw;
        }

        try
        {
            // Disposing first lets the console logger finish, so that the report stands last.
            await DisposeAsync(host).ConfigureAwait(false);
        }
        finally
        {
            await Console.Error.WriteLineAsync(string.Join('\n', refusals)).ConfigureAwait(false);
        }
        // Also for a program that forgets to return what this returns.
        return Environment.ExitCode = RejectedExitCode;
    }

    private static async ValueTask DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync().ConfigureAwait(false);
        else host.Dispose();
    }
}
