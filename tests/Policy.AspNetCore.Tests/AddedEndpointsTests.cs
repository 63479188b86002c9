using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>An endpoint that a data source adds while the application runs, against a decision, is not served.</summary>
public sealed class AddedEndpointsTests
{
    [Fact]
    public async Task It_is_not_found_and_the_rejection_is_logged()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        var source = new ChangingEndpoints("/orders");
        ((IEndpointRouteBuilder)governed.Application).DataSources.Add(source);
        using var client = await governed.Starts();

        source.Become("/orders", "/register");

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/register", null)).StatusCode);
        Assert.StartsWith(
            "Error 21: An endpoint that was added after the start is not served.\n"
                + "ADR-0001 rejects this endpoint: No registration (accepted)\n\n  POST /register\n",
            governed.Log[0]);
    }

    [Fact]
    public async Task The_other_endpoints_are_served_as_before()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        var source = new ChangingEndpoints("/orders");
        ((IEndpointRouteBuilder)governed.Application).DataSources.Add(source);
        using var client = await governed.Starts();

        source.Become("/orders", "/register", "/returns");

        Assert.Equal("served", await (await client.PostAsync("/orders", null)).Content.ReadAsStringAsync());
        Assert.Equal("served", await (await client.PostAsync("/returns", null)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_less_specific_endpoint_does_not_answer_in_its_place()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        var source = new ChangingEndpoints();
        ((IEndpointRouteBuilder)governed.Application).DataSources.Add(source);
        governed.Application.MapFallback(() => "fallback");
        using var client = await governed.Starts();

        source.Become("/register");

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/register", null)).StatusCode);
        Assert.Equal("fallback", await client.GetStringAsync("/register"));
    }

    [Fact]
    public async Task It_is_reported_once_however_often_the_source_changes()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        var source = new ChangingEndpoints();
        ((IEndpointRouteBuilder)governed.Application).DataSources.Add(source);
        await governed.Starts();

        source.Become("/register");
        source.Become("/register", "/orders");

        Assert.Single(governed.Log);
    }

    [Fact]
    public async Task A_proposed_decision_only_warns_of_it()
    {
        await using var governed = new GovernedApplication(Some.Decision(DecisionStatus.Proposed));
        var source = new ChangingEndpoints();
        ((IEndpointRouteBuilder)governed.Application).DataSources.Add(source);
        using var client = await governed.Starts();

        source.Become("/register");

        Assert.Equal("served", await (await client.PostAsync("/register", null)).Content.ReadAsStringAsync());
        Assert.StartsWith("Warning 2: ADR-0001 would reject this endpoint", Assert.Single(governed.Log));
    }
}
