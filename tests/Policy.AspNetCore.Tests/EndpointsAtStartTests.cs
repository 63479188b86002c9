using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>An application that maps an endpoint against a decision does not start.</summary>
public sealed class EndpointsAtStartTests
{
    [Fact]
    public async Task A_broken_rule_is_reported_with_the_endpoint_and_the_code_behind_it()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        governed.Application.MapPost("/connect/register", Register);

        Assert.Equal(
            """
            ADR-0001 rejects this endpoint: No registration (accepted)

              POST /connect/register
                handled by DecisionPolicies.AspNetCore.Tests.EndpointsAtStartTests.Register
                must not serve POST **/register
                It registers.

              Because   It costs too much.
              Read      https://decisions.test/0001
              Change    Supersede the record.

            """,
            await governed.IsRejected());
    }

    public static TheoryData<string, Action<WebApplication>> WaysToMap => new()
    {
        { "a lambda", app => app.MapPost("/register", () => "") },
        { "a request delegate", app => app.MapPost("/register", (HttpContext context) => Task.CompletedTask) },
        { "any method", app => app.Map("/register", () => "") },
        { "one method of several", app => app.MapMethods("/register", ["GET", "post"], () => "") },
        { "a group", app => app.MapGroup("/oauth").MapGroup("/clients").MapPost("register", () => "") },
        { "a parameter before it", app => app.MapPost("/{tenant}/register", (string tenant) => tenant) },
        { "another case, and a slash at its end", app => app.MapPost("/Connect/REGISTER/", () => "") },
        { "an optional parameter after it", app => app.MapPost("/register/{id?}", (string? id) => id) },
        { "a default after it", app => app.MapPost("/register/{id=1}", (string id) => id) },
        { "a catch-all after it", app => app.MapPost("/register/{**rest}", (string? rest) => rest) },
        { "a fallback", app => app.MapFallback("/register", () => "") },
        {
            "a route that code has put together",
            app => app.Map(RoutePatternFactory.Pattern(RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart("register"))), () => "")
        },
        { "an attribute of a controller", app => app.MapControllers() },
        { "a convention for controllers", app => app.MapControllerRoute("usual", "{controller}/{action}") },
        { "UseEndpoints", app => app.UseRouting().UseEndpoints(endpoints => endpoints.MapPost("/register", () => "")) },
        {
            "a branch of the pipeline",
            app => app.Map("/branch", branch => branch.UseRouting().UseEndpoints(endpoints => endpoints.MapPost("/register", () => "")))
        },
        { "a data source", app => ((IEndpointRouteBuilder)app).DataSources.Add(new ChangingEndpoints("/register")) },
    };

    [Theory]
    [MemberData(nameof(WaysToMap), DisableDiscoveryEnumeration = true)]
    public async Task Every_way_to_map_an_endpoint_is_judged(string way, Action<WebApplication> map)
    {
        await using var governed = new GovernedApplication(Some.Decision());
        var controller = way.Contains("attribute", StringComparison.Ordinal) ? typeof(OAuthController) : typeof(ClientsController);
        governed.Builder.Services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OneController(controller)));
        map(governed.Application);

        Assert.StartsWith("ADR-0001 rejects this endpoint", await governed.IsRejected());
    }

    [Theory]
    [InlineData("GET", "/register")]
    [InlineData("PUT", "/register")]
    [InlineData("POST", "/registered")]
    [InlineData("POST", "/register/{id}")]
    [InlineData("POST", "/{name}")]
    public async Task Another_endpoint_is_left_alone(string method, string route)
    {
        await using var governed = new GovernedApplication(Some.Decision());
        governed.Application.MapMethods(route, [method], () => "");

        await governed.Starts();
    }

    [Fact]
    public async Task Several_endpoints_are_reported_together()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        governed.Application.MapPost("/register", () => "");
        governed.Application.MapPost("/connect/register", () => "");

        var rejection = await governed.IsRejected();

        Assert.StartsWith("ADR-0001 rejects these endpoints", rejection);
        Assert.Contains("POST /register\n    handled by a lambda in DecisionPolicies.AspNetCore.Tests.EndpointsAtStartTests", rejection);
        Assert.Contains("POST /connect/register\n", rejection);
    }

    [Fact]
    public async Task What_a_rule_excepts_is_left_alone()
    {
        var rule = new EndpointRule("POST **/register") { Except = ValueList.Of(EndpointPattern.Parse("POST /api/servers/register")) };
        await using var governed = new GovernedApplication(Some.Decision(rule));
        governed.Application.MapPost("/api/servers/register", () => "");

        await governed.Starts();
    }

    [Theory]
    [InlineData("T:DecisionPolicies.AspNetCore.Tests.EndpointsAtStartTests.SignUp", true)]
    [InlineData("T:DecisionPolicies.AspNetCore.Tests.EndpointsAtStartTests", true)]
    [InlineData("T:DecisionPolicies.AspNetCore.Tests.Some", false)]
    public async Task A_rule_can_except_endpoints_by_the_type_that_they_take_or_that_handles_them(string type, bool excepted)
    {
        var rule = new EndpointRule("POST **/register") { ExceptTypes = ValueList.Of(SymbolId.Parse(type)) };
        await using var governed = new GovernedApplication(Some.Decision(rule));
        governed.Application.MapPost("/register", (SignUp user) => user.Name);

        if (excepted) await governed.Starts();
        else await governed.IsRejected();
    }

    [Fact]
    public async Task The_sign_up_of_users_by_ASPNET_Core_Identity_can_be_excepted_by_what_it_takes()
    {
        var rule = new EndpointRule("POST **/register") { ExceptTypes = ValueList.Of(SymbolId.Parse("T:Microsoft.AspNetCore.Identity.Data.RegisterRequest")) };
        await using var governed = new GovernedApplication(Some.Decision(rule));
        governed.Builder.Services.AddAuthorization();
        governed.Builder.Services.AddIdentityApiEndpoints<Microsoft.AspNetCore.Identity.IdentityUser>();
        governed.Application.MapIdentityApi<Microsoft.AspNetCore.Identity.IdentityUser>();

        await governed.Starts();
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Staging", true)]
    public async Task A_rule_for_an_environment_applies_in_that_environment_only(string environment, bool starts)
    {
        var rule = new EndpointRule("POST **/register") { Environments = ValueList.Of("Production") };
        await using var governed = new GovernedApplication(environment, Some.Decision(rule));
        governed.Application.MapPost("/register", () => "");

        if (starts) await governed.Starts();
        else await governed.IsRejected();
    }

    [Fact]
    public async Task A_proposed_decision_warns_and_lets_the_application_start()
    {
        await using var governed = new GovernedApplication(Some.Decision(DecisionStatus.Proposed));
        governed.Application.MapPost("/register", () => "");

        using var client = await governed.Starts();

        Assert.StartsWith("Warning 2: ADR-0001 would reject this endpoint once it is accepted", Assert.Single(governed.Log));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/register", null)).StatusCode);
    }

    [Fact]
    public async Task A_superseded_decision_is_not_enforced()
    {
        await using var governed = new GovernedApplication(Some.Decision(DecisionStatus.Superseded));
        governed.Application.MapPost("/register", () => "");

        await governed.Starts();

        Assert.Empty(governed.Log);
    }

    [Fact]
    public async Task A_waived_endpoint_is_served_and_logged()
    {
        await using var governed = new GovernedApplication(Some.WaivedDecision(DateOnly.MaxValue));
        governed.Application.MapPost("/register", () => "");

        using var client = await governed.Starts();

        Assert.Equal("Warning 1: ADR-0001 is broken at POST /register; waived until 9999-12-31: One client migrates.", Assert.Single(governed.Log));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/register", null)).StatusCode);
    }

    [Fact]
    public async Task A_waiver_that_has_ended_excuses_nothing()
    {
        await using var governed = new GovernedApplication(Some.WaivedDecision(new(2026, 1, 31)));
        governed.Application.MapPost("/register", () => "");

        Assert.Contains("the waiver expired on 2026-01-31", await governed.IsRejected());
    }

    [Fact]
    public async Task A_host_that_is_built_from_services_is_guarded_when_it_asks_for_it()
    {
        using var host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0))
                .ConfigureServices(services => services.AddDecisionPolicies([Some.Decision()]).AddEndpointGuard())
                .Configure(app => app.UseRouting().UseEndpoints(endpoints => endpoints.MapPost("/register", () => ""))))
            .Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_host_that_does_not_ask_for_it_logs_that_a_rule_is_not_judged()
    {
        await using var governed = new GovernedApplication();
        governed.Builder.Services.RemoveAll<IStartJudge>();
        governed.Builder.Services.AddDecisionPolicies([Some.Decision()]);

        await governed.Starts();

        Assert.Equal(
            "Warning 20: ADR-0001 has rules about endpoints, but nothing judges endpoints in this host. "
                + "Add the package DecisionPolicies.AspNetCore; if you have it, call AddEndpointGuard.",
            Assert.Single(governed.Log));
    }

    private static string Register() => "";

    internal sealed record SignUp(string Name);

    internal sealed class OAuthController : ControllerBase
    {
        [HttpPost("/oauth/register")]
        public string Handle() => "";
    }

    internal sealed class ClientsController : ControllerBase
    {
        public string Register() => "";
    }

    private sealed class OneController(Type controller) : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(controller));
        }
    }
}
