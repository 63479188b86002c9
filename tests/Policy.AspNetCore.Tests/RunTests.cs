using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>What <c>RunWithDecisionsAsync</c> makes of an endpoint that breaks a decision.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task It_ends_with_the_exit_code_of_a_rejection_and_has_started_nothing()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        var service = new CountingService();
        governed.Builder.Services.AddSingleton<IHostedService>(service);
        governed.Application.MapPost("/register", () => "");

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, await governed.Application.RunWithDecisionsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, service.Starts);
    }

    [Fact]
    public async Task It_does_so_too_where_the_endpoint_is_mapped_only_while_the_pipeline_is_built()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        governed.Application.Map("/branch", branch => branch.UseRouting().UseEndpoints(endpoints => endpoints.MapPost("/register", () => "")));

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, await governed.Application.RunWithDecisionsAsync(TestContext.Current.CancellationToken));
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
}
