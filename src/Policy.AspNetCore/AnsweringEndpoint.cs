using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// The endpoint that routing chooses for a request, which is watched: choosing it is not yet answering. Any endpoint that the decision does not know
/// of is not called, except for the page of an error.
/// </summary>
/// <param name="isNamed">Whether the decision knows of an endpoint.</param>
/// <param name="isError">Whether the response is an error so far.</param>
internal sealed class AnsweringEndpoint(Func<Endpoint, bool> isNamed, Func<bool> isError) : IEndpointFeature
{
    // Others keep what they find out about an endpoint, by its reference, so there is one for each, and it holds on to no request.
    private static readonly ConditionalWeakTable<RouteEndpoint, RouteEndpoint> _watched = [];

    private static readonly Endpoint _nothing = new(_ => Task.CompletedTask, EndpointMetadataCollection.Empty, "Refused by a decision");

    private Endpoint? _endpoint;

    /// <summary>Whether an endpoint that the decision knows of has been called.</summary>
    public bool HasAnswered { get; private set; }

    public Endpoint? Endpoint
    {
        get => _endpoint;
        set => _endpoint = value switch
        {
            null => null,
            RouteEndpoint { RequestDelegate: not null } route when isNamed(value) => _watched.GetValue(route, Watched),
            _ when isError() => value,
            _ => _nothing,
        };
    }

    private static RouteEndpoint Watched(RouteEndpoint route)
    {
        var answer = route.RequestDelegate!;
        return new(
            context =>
            {
                if (context.Features.Get<IEndpointFeature>() is AnsweringEndpoint answering) answering.HasAnswered = true;
                return answer(context);
            },
            route.RoutePattern,
            route.Order,
            route.Metadata,
            route.DisplayName);
    }
}
