using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>A data source whose endpoints, each a <c>POST</c> of a route, change while the application runs.</summary>
internal sealed class ChangingEndpoints(params string[] routes) : EndpointDataSource
{
    private CancellationTokenSource _changed = new();
    private IReadOnlyList<Endpoint> _endpoints = Of(routes);

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints;

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Become(params string[] routes)
    {
        _endpoints = Of(routes);
        var before = Interlocked.Exchange(ref _changed, new());
        before.Cancel();
    }

    private static IReadOnlyList<Endpoint> Of(string[] routes) => [.. routes.Select(Of)];

    private static Endpoint Of(string route) =>
        new RouteEndpointBuilder(context => context.Response.WriteAsync("served"), RoutePatternFactory.Parse(route), 0)
        {
            Metadata = { new HttpMethodMetadata(["POST"]) },
        }.Build();
}
