using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace DecisionPolicies.AspNetCore;

/// <summary>The endpoint that routing chooses for a request, which is watched: choosing it is not yet answering.</summary>
/// <param name="isNamed">Whether the decision knows of an endpoint.</param>
internal sealed class AnsweringEndpoint(Func<Endpoint, bool> isNamed) : IEndpointFeature
{
    private Endpoint? _endpoint;

    /// <summary>Whether an endpoint that the decision knows of has been called.</summary>
    public bool HasAnswered { get; private set; }

    public Endpoint? Endpoint
    {
        get => _endpoint;
        set => _endpoint = value is RouteEndpoint { RequestDelegate: { } answer } route && isNamed(value) ? Watched(route, answer) : value;
    }

    private RouteEndpoint Watched(RouteEndpoint route, RequestDelegate answer) => new(
        context =>
        {
            HasAnswered = true;
            return answer(context);
        },
        route.RoutePattern,
        route.Order,
        route.Metadata,
        route.DisplayName);
}
