// An MCP registry gateway: one address in front of many MCP servers. It checks tokens from the upstream identity provider and
// proxies what they allow; it issues no tokens and registers no clients (ADR-0001).
using DecisionPolicies;
using Gateway;
using Gateway.Demo;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

var builder = WebApplication.CreateBuilder(args);

// The records in docs/adr judge the whole configuration and every endpoint when the gateway starts, and on each reload.
builder.AddDecisionPolicies(Decisions.All);

builder.Services.AddOptions<GatewayOptions>()
    .BindConfiguration(GatewayOptions.Section)
    .ValidateDataAnnotations()
    .ValidateDecisions()
    .KeepLastGood();

builder.Services.AddAuthentication()
    .AddBearerTokens()
    .AddProtectedResource();
builder.Services.AddAuthorization();

builder.Services.AddReverseProxy()
    .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
    .AddConfigFilter<RouteDecisions>()
    // The client's token was issued for the gateway, and the MCP specification forbids passing it through. Removing it comes
    // before a route's own transforms, so that a route can still set the credential its server expects from the gateway.
    .AddTransforms(route => route.RequestTransforms.Insert(0, new RequestHeaderRemoveTransform(HeaderNames.Authorization)));

builder.AddDemo();

var app = builder.Build();

// Clients read these documents to find out where to register. A server behind the gateway may write them, so they are judged when sent.
app.UseDocumentGuard("**/.well-known/**");
app.UseAuthentication();
app.UseAuthorization();

app.MapCatalogue().RequireAuthorization();
app.MapProxiedServers().RequireAuthorization();

return await app.RunWithDecisionsAsync();
