using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests;

[Collection(Reload.StopHostTests.ExitCode)]
public sealed class StartTests : IDisposable
{
    public void Dispose() => Environment.ExitCode = 0;

    [Fact]
    public Task A_host_whose_configuration_keeps_the_decisions_starts() => new GovernedHost(Some.Decision()).With(Some.Key, "false").Starts();

    [Fact]
    public async Task A_host_whose_configuration_breaks_a_decision_does_not_start() =>
        Assert.StartsWith(
            "ADR-0042 rejects this configuration: No feature (accepted)", await new GovernedHost(Some.Decision()).With(Some.Key, "true").IsRejected());

    [Fact]
    public async Task No_hosted_service_has_run_when_a_start_is_rejected()
    {
        var service = new CountingService();
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true");
        host.Services.AddSingleton<IHostedService>(service);

        await host.IsRejected();

        Assert.Equal(0, service.Starts);
    }

    [Fact]
    public async Task Every_other_validation_on_start_still_runs()
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true");
        host.Services.AddOptions<Annotated>().ValidateDataAnnotations().ValidateOnStart();

        var rejection = await host.IsRejected();

        Assert.StartsWith("ADR-0042 rejects this configuration", rejection);
        Assert.Contains("DataAnnotation validation failed for 'Annotated' members: 'Name'", rejection);
    }

    [Fact]
    public async Task Decisions_of_several_calls_add_up()
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true").With("Other", "x");
        host.Services.AddDecisionPolicies([Some.DecisionWith(new ConfigurationRule("Other", Verb.Forbid, Condition.Present(true)))]);

        var rejection = await host.IsRejected();

        Assert.Contains("ADR-0042 rejects", rejection);
        Assert.Contains("ADR-0043 rejects", rejection);
    }

    [Fact]
    public async Task A_decision_that_is_added_twice_is_reported_once()
    {
        var decision = Some.Decision();
        var host = new GovernedHost(decision).With(Some.Key, "true");
        host.Services.AddDecisionPolicies([decision]);

        Assert.Equal(2, (await host.IsRejected()).Split("rejects this configuration").Length);
    }

    [Fact]
    public async Task A_validator_of_the_applications_own_cannot_switch_the_decisions_off()
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true");
        host.Services.AddSingleton<IStartupValidator, NoValidation>();

        await host.IsRejected();
    }

    [Fact]
    public async Task A_proposed_decision_warns_and_lets_the_host_start()
    {
        var host = new GovernedHost(Some.Decision(DecisionStatus.Proposed)).With(Some.Key, "true");

        await host.Starts();

        var warning = Assert.Single(host.Log);
        Assert.StartsWith("Warning: ADR-0042 would reject this configuration once it is accepted: No feature (proposed)", warning);
        Assert.EndsWith("Change    Change the record before it is accepted.\n", warning);
    }

    [Theory]
    [InlineData(DecisionStatus.Rejected)]
    [InlineData(DecisionStatus.Deprecated)]
    [InlineData(DecisionStatus.Superseded)]
    [InlineData(DecisionStatus.Unknown)]
    public async Task A_decision_that_is_not_in_force_is_not_enforced(DecisionStatus status)
    {
        var host = new GovernedHost(Some.Decision(status)).With(Some.Key, "true");

        await host.Starts();

        Assert.Empty(host.Log);
    }

    [Theory]
    [InlineData("production", true)]
    [InlineData("Staging", false)]
    public async Task A_rule_for_an_environment_applies_in_that_environment_only(string environment, bool applies)
    {
        var rule = new ConfigurationRule(Some.Key, Verb.Forbid, Condition.EqualTo(Literal.True)) { Environments = ValueList.Of("Production") };
        var host = new GovernedHost(Some.DecisionWith(rule)).In(environment).With(Some.Key, "true");

        if (applies) await host.IsRejected();
        else await host.Starts();
    }

    [Fact]
    public async Task A_host_that_runs_to_its_end_exits_with_0()
    {
        var host = new GovernedHost(Some.Decision());
        host.Services.AddHostedService<StoppingService>();

        Assert.Equal(0, await host.Build().RunWithDecisionsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_host_that_runs_well_does_not_lose_the_exit_code_of_an_earlier_one()
    {
        await new GovernedHost(Some.Decision()).With(Some.Key, "true").Build().RunWithDecisionsAsync(TestContext.Current.CancellationToken);
        var host = new GovernedHost(Some.Decision());
        host.Services.AddHostedService<StoppingService>();

        Assert.Equal(78, await host.Build().RunWithDecisionsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(78, Environment.ExitCode);
    }

    // As with 2>&- in a shell, or on a full disk.
    [Fact]
    public async Task Standard_error_that_cannot_be_written_to_costs_neither_the_exit_code_nor_the_log()
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true");
        var error = Console.Error;
        Console.SetError(new FullWriter());
        try
        {
            Assert.Equal(78, await host.Build().RunWithDecisionsAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            Console.SetError(error);
        }

        Assert.Equal(78, Environment.ExitCode);
        Assert.Equal("Error: The configuration is rejected at start: ADR-0042 is broken at Feature:Enabled", Assert.Single(host.Log));
    }

    // The host creates every hosted service before it validates options.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hosted_service_that_fails_on_the_bad_value_does_not_hide_the_rejection(bool isFirst)
    {
        var host = new GovernedHost(Some.Decision()).With(Some.Key, "true");
        var failing = ServiceDescriptor.Singleton<IHostedService>(_ => throw new InvalidOperationException("The feature must be off."));
        if (isFirst) host.Services.Insert(host.Services.Count - 1, failing);
        else host.Services.Add(failing);

        Assert.StartsWith("ADR-0042 rejects this configuration", await host.IsRejected());
    }

    [Fact]
    public async Task An_error_that_is_not_a_refusal_passes_through()
    {
        var host = new GovernedHost(Some.Decision());
        host.Services.AddOptions<Annotated>().Configure(_ => throw new InvalidOperationException("Not bound.")).ValidateOnStart();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Build().RunWithDecisionsAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Not bound.", error.Message);
    }

    private sealed class FullWriter : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new IOException("No space left on device");
    }

    private sealed class NoValidation : IStartupValidator
    {
        public void Validate()
        {
        }
    }

    private sealed class Annotated
    {
        [Required]
        public string? Name { get; set; }
    }

    private sealed class CountingService : IHostedService
    {
        public int Starts { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Starts++;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class StoppingService(IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }
    }
}
