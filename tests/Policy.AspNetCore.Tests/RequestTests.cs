using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>A request that a decision forbids is refused, whatever would have answered it; any other is left alone.</summary>
public sealed class RequestTests
{
    private static readonly DecisionPolicy _decision = Some.Decision(new EndpointRule("POST **/register")
    {
        Except = [EndpointPattern.Parse("POST /api/servers/register")],
        ExceptTypes = [SymbolId.Parse("T:" + typeof(SignUp).FullName!.Replace('+', '.'))],
        Because = "It registers.",
    });

    public static TheoryData<string, string, Action<WebApplication>> Refused => new()
    {
        { "a branch of the pipeline", "/register", app => app.Map("/register", branch => branch.Run(Answer)) },
        { "a branch below a branch", "/oauth/register", app => app.Map("/oauth", branch => branch.Map("/register", inner => inner.Run(Answer))) },
        { "a middleware", "/oauth/register", app => app.Use((context, next) => IsRegistration(context) ? Answer(context) : next(context)) },
        { "a middleware before routing", "/oauth/register", app =>
            {
                app.Use((HttpContext context, RequestDelegate _) => Answer(context));
                app.UseRouting();
            } },
        { "the end of the pipeline", "/oauth/register", app => app.Run(Answer) },
        { "a branch by a condition", "/register", app => app.MapWhen(IsRegistration, branch => branch.Run(Answer)) },
        { "a catch-all route", "/oauth/register", app => app.Map("/{**rest}", Answer) },
        { "a fallback", "/oauth/register", app => app.MapFallback(Answer) },
        { "a route with a parameter", "/oauth/register", app => app.MapPost("/oauth/{action}", Answer) },
        { "a catch-all route that is said to serve nothing that is forbidden", "/oauth/register",
            app => app.Map("/{**rest}", Answer).WithMetadata(new ServedPaths { Routes = [] }) },
        { "another case", "/OAuth/REGISTER", app => app.Run(Answer) },
        { "a slash at the end", "/oauth/register/", app => app.Run(Answer) },
        { "an escape", "/oauth/regist%65r", app => app.Run(Answer) },
        { "two slashes", "/oauth//register", app => app.Run(Answer) },
        { "a query", "/register?x=/api/servers/register", app => app.Run(Answer) },
        { "a dot segment", "/api/../register", app => app.Run(Answer) },
        { "a path base", "/base/register", app => { app.UsePathBase("/base"); app.Run(Answer); } },
        { "a middleware before an endpoint of an excepted type", "/register", app =>
            {
                app.Use((context, next) => IsRegistration(context) ? Answer(context) : next(context));
                app.MapPost("/register", (SignUp body) => body.Name);
            } },
        { "a middleware without a body before such an endpoint", "/register", app =>
            {
                app.Use((HttpContext context, RequestDelegate _) => { context.Response.StatusCode = 201; return Task.CompletedTask; });
                app.MapPost("/register", (SignUp body) => body.Name);
            } },
        { "a middleware that starts its response before such an endpoint", "/register", app =>
            {
                app.Use(async (HttpContext context, RequestDelegate _) => { await context.Response.StartAsync(); await Answer(context); });
                app.MapPost("/register", (SignUp body) => body.Name);
            } },
        { "a middleware that writes to the pipe before such an endpoint", "/register", app =>
            {
                app.Use(async (HttpContext context, RequestDelegate _) => await context.Response.BodyWriter.WriteAsync("registered"u8.ToArray()));
                app.MapPost("/register", (SignUp body) => body.Name);
            } },
        { "several slashes at the end", "/register//", app => app.Map("/register", branch => branch.Run(Answer)) },
        { "another path than that of an endpoint of an excepted type", "/oauth/register", app =>
            {
                app.Use((context, next) => IsRegistration(context) ? Answer(context) : next(context));
                app.MapPost("/register", (SignUp body) => body.Name);
            } },
    };

    public static TheoryData<string, string, string, Action<WebApplication>> Served => new()
    {
        { "another method", "GET", "/register", app => app.Run(Answer) },
        { "another word", "POST", "/registered", app => app.Run(Answer) },
        { "a path below", "POST", "/register/7", app => app.Run(Answer) },
        { "a path that the rule excepts", "POST", "/api/servers/register", app => app.Run(Answer) },
        { "the root", "POST", "/", app => app.Run(Answer) },
        { "an endpoint of an excepted type", "POST", "/register", app => app.MapPost("/register", (SignUp body) => "registered " + body.Name) },
        { "such an endpoint below a path base", "POST", "/base/register", app =>
            {
                app.UsePathBase("/base");
                app.UseRouting();
                app.MapPost("/register", (SignUp body) => "registered " + body.Name);
            } },
        { "such an endpoint with a default", "POST", "/register", app => app.MapPost("/register/{step=1}", (SignUp body) => "registered " + body.Name) },
        { "such an endpoint that streams", "POST", "/register", app => app.MapPost("/register", async (SignUp body, HttpContext context) =>
            {
                await context.Response.WriteAsync("registered ");
                await context.Response.Body.FlushAsync();
                await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(body.Name));
            }) },
        { "such an endpoint behind a middleware that only looks", "POST", "/register", app =>
            {
                app.Use((context, next) => next(context));
                app.MapPost("/register", (SignUp body) => "registered " + body.Name);
            } },
        { "an endpoint whose route shows the path and that says what it serves", "POST", "/oauth/register",
            app => app.MapPost("/oauth/register", Answer).WithMetadata(new ServedPaths { Routes = [] }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_forbidden_request_is_refused_whatever_would_answer_it(string by, string path, Action<WebApplication> map)
    {
        await using var governed = new GovernedApplication(_decision);
        map(governed.Application);
        using var client = await governed.Starts();

        using var response = await client.SendAsync(Request("POST", path));

        Assert.Equal((by, HttpStatusCode.NotFound), (by, response.StatusCode));
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ADR-0001 rejects this request: No registration", problem.GetProperty("title").GetString());
        Assert.Equal("https://decisions.test/0001", problem.GetProperty("type").GetString());
        Assert.Equal(("ADR-0001", 404), (problem.GetProperty("decision").GetString(), problem.GetProperty("status").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Served))]
    public async Task Any_other_request_is_answered(string what, string method, string path, Action<WebApplication> map)
    {
        await using var governed = new GovernedApplication(_decision);
        map(governed.Application);
        using var client = await governed.Starts();

        using var response = await client.SendAsync(Request(method, path));

        Assert.Equal((what, "registered"), (what, (await response.Content.ReadAsStringAsync())[..10]));
        Assert.Empty(governed.Log);
    }

    [Fact]
    public async Task What_denies_the_request_itself_may_answer_it()
    {
        await using var governed = new GovernedApplication(_decision);
        governed.Application.Use((HttpContext context, RequestDelegate _) =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("Who are you?");
        });
        governed.Application.MapPost("/register", (SignUp body) => body.Name);
        using var client = await governed.Starts();

        using var response = await client.SendAsync(Request("POST", "/register"));

        Assert.Equal((HttpStatusCode.Unauthorized, "Who are you?"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_endpoint_that_the_rule_does_not_except_is_not_even_called_beside_one_that_it_does()
    {
        var called = false;
        await using var governed = new GovernedApplication(_decision);
        governed.Application.MapPost("/register", (SignUp body) => body.Name);
        governed.Application.Map("/x/{**rest}", () => { called = true; return "registered"; });
        using var client = await governed.Starts();

        using var response = await client.SendAsync(Request("POST", "/x/register"));

        Assert.Equal((HttpStatusCode.NotFound, false), (response.StatusCode, called));
    }

    [Theory]
    [InlineData(307)]
    [InlineData(302)]
    public async Task What_sends_the_request_elsewhere_may_do_so(int status)
    {
        await using var governed = new GovernedApplication(_decision);
        governed.Application.Use((HttpContext context, RequestDelegate _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "https://shop.example/register";
            return Task.CompletedTask;
        });
        governed.Application.MapPost("/register", (SignUp body) => body.Name);
        using var client = await governed.Starts();

        Assert.Equal(status, (int)(await client.SendAsync(Request("POST", "/register"))).StatusCode);
    }

    [Theory]
    [InlineData("POST */register", "/oauth/register")]
    [InlineData("POST *register", "/register")]
    [InlineData("POST /oauth/*", "/oauth/register")]
    [InlineData("/oauth/register", "/oauth/register")]
    public async Task Every_form_of_a_rule_is_kept(string rule, string path)
    {
        await using var governed = new GovernedApplication(Some.Decision(new EndpointRule(rule)));
        governed.Application.Run(Answer);
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(Request("POST", path))).StatusCode);
    }

    [Fact]
    public async Task No_middleware_sees_it()
    {
        var seen = new List<string>();
        await using var governed = new GovernedApplication(_decision);
        governed.Builder.Services.AddSingleton<IStartupFilter>(new Watching(seen));
        governed.Application.Run(Answer);
        using var client = await governed.Starts();

        await client.SendAsync(Request("POST", "/oauth/register"));
        await client.SendAsync(Request("POST", "/orders"));

        Assert.Equal(["/orders"], seen);
    }

    [Fact]
    public async Task It_is_logged_and_counted_once_for_each_path()
    {
        await using var governed = new GovernedApplication(_decision);
        governed.Application.Run(Answer);
        using var client = await governed.Starts();

        foreach (var path in (string[])["/oauth/register", "/oauth/register", "/connect/register"]) await client.SendAsync(Request("POST", path));

        Assert.Equal(2, governed.Log.Count);
        Assert.StartsWith(
            "Warning 24: A request is refused. Further requests for this path are not logged.\n"
                + "ADR-0001 rejects this request: No registration (accepted)\n\n"
                + "  POST /oauth/register\n    must not serve POST **/register\n    It registers.\n",
            governed.Log[0]);
    }

    [Theory]
    [InlineData("a proposed decision")]
    [InlineData("a waived rule")]
    [InlineData("another environment")]
    public async Task What_is_not_rejected_is_answered(string by)
    {
        var decision = by switch
        {
            "a proposed decision" => Some.Decision(DecisionStatus.Proposed),
            "a waived rule" => Some.WaivedDecision(new(9999, 1, 1)),
            _ => Some.Decision(new EndpointRule("POST **/register") { Environments = ["Staging"] }),
        };
        await using var governed = new GovernedApplication(decision);
        governed.Application.Run(Answer);
        using var client = await governed.Starts();

        Assert.Equal("registered", await (await client.SendAsync(Request("POST", "/register"))).Content.ReadAsStringAsync());
    }

    private static Task Answer(HttpContext context) => context.Response.WriteAsync("registered");

    private static bool IsRegistration(HttpContext context) => context.Request.Path.Value!.EndsWith("register", StringComparison.OrdinalIgnoreCase);

    private static HttpRequestMessage Request(string method, string path) => new(new(method), path)
    {
        Content = method == "GET" ? null : new StringContent("{\"name\":\"Ada\"}", Encoding.UTF8, "application/json"),
    };

    private sealed class Watching(List<string> seen) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, after) => { seen.Add(context.Request.Path); return after(context); });
            next(app);
        };
    }

    internal sealed record SignUp(string Name);
}
