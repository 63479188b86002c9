using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies;

/// <summary>Makes a host comply with decisions.</summary>
public static class DecisionPoliciesHostExtensions
{
    /// <summary>The exit code of a process whose configuration was rejected: 78, <c>EX_CONFIG</c> in BSD's sysexits.</summary>
    public const int RejectedExitCode = 78;

    /// <summary>
    /// Judges the whole effective configuration by these decisions when the host starts, before any hosted service runs
    /// or any port is bound. If an accepted decision is broken, the start fails with an
    /// <see cref="OptionsValidationException"/> that cites the record. Each reload is judged as a whole before
    /// anybody sees it; a rejected one is logged and counted, and the configuration that was accepted stays in force. Several calls add up.
    /// </summary>
    /// <remarks>
    /// An empty list judges nothing and costs what the rest costs: reloads are still staged, so that a file that cannot be loaded and options that
    /// keep their last good value hold them back, and the health check and the metrics are there.
    /// </remarks>
    /// <param name="builder">The host's builder.</param>
    /// <param name="decisions">The decisions, usually <c>Decisions.All</c>.</param>
    /// <param name="configure">Configures what happens when a reload is rejected.</param>
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
    /// Validates the configuration, then runs the host until it shuts down. If the configuration breaks a decision or
    /// fails any other options validation, the failures are reported on standard error, without a stack trace, and nothing starts.
    /// </summary>
    /// <param name="host">The host; it is always disposed.</param>
    /// <param name="cancellationToken">Shuts the host down.</param>
    /// <returns>
    /// The exit code of the process: <see cref="RejectedExitCode"/> if the configuration was rejected, at start or on a reload
    /// that stops the host (<see cref="RejectedReload.StopHost"/>); otherwise
    /// <see cref="Environment.ExitCode"/>, which is 0 unless the application or an earlier host of the process has set it.
    /// </returns>
    /// <exception cref="OptionsValidationException">
    /// The configuration was rejected, and a test server or the generation of an OpenAPI document runs the program: these expect an exception,
    /// and the process is not the program's own. The failures list every reason.
    /// </exception>
    /// <exception cref="Exception">Anything else that the host throws, for example because the configuration cannot be bound.</exception>
    public static async Task<int> RunWithDecisionsAsync(this IHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        IReadOnlyList<string> refusals;
        var isRunByAnother = false;
        // Before the host is disposed.
        var reported = host.Services.GetService<ReportedFindings>();
        try
        {
            isRunByAnother = IsRunByAnother(host);
            refusals = StartValidation.Refusals(host.Services, host);
            if (refusals.Count == 0)
            {
                await host.RunAsync(cancellationToken).ConfigureAwait(false);
                return Environment.ExitCode;
            }
        }
        catch (OptionsValidationException late) when (late.OptionsType == typeof(DecisionPoliciesOptions) && !isRunByAnother)
        {
            // Code has changed the configuration since it was validated, or what the host serves is known only while it starts. It has
            // not started to serve.
            refusals = [.. late.Failures];
        }
        catch
        {
            await DisposeAsync(host).ConfigureAwait(false);
            throw;
        }

        // Also for a program that forgets to return this exit code.
        if (!isRunByAnother) Environment.ExitCode = RejectedExitCode;
        try
        {
            // Disposing first lets the console logger finish, so that the report comes last.
            await DisposeAsync(host).ConfigureAwait(false);
        }
        finally
        {
            if (!isRunByAnother) await Report(refusals, reported).ConfigureAwait(false);
        }
        return isRunByAnother ? throw new OptionsValidationException(Options.DefaultName, typeof(DecisionPoliciesOptions), refusals) : RejectedExitCode;
    }

    private static bool IsRunByAnother(IHost host) =>
        OpenApiGeneration.IsRunning || host.Services.GetService<RegisteredServices>()?.IsUnderTest == true;

    // Standard error may be closed, or a full file. The log has the rejection as well.
    private static async Task Report(IReadOnlyList<string> refusals, ReportedFindings? reported)
    {
        var broken = refusals.Select(refusal => reported?.BrokenIn(refusal)).OfType<BrokenDecision>().ToList();
        // The last line is often all that is shown of a container that has stopped.
        var summary = RejectionText.NotStarted(broken, refusals.Count - broken.Count);
        try
        {
            await Console.Error.WriteLineAsync($"{string.Join('\n', refusals).TrimEnd('\n')}\n\n{summary}").ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
        }
    }

    private static async ValueTask DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync().ConfigureAwait(false);
        else host.Dispose();
    }
}
