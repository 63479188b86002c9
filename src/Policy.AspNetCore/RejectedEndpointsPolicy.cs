using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// Keeps routing from choosing an endpoint that breaks an accepted decision. None does when the application starts; this is for endpoints
/// that a data source adds later, which cannot be removed. Routing asks whenever it reads its endpoints again.
/// </summary>
internal sealed class RejectedEndpointsPolicy(EndpointGuard guard) : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before any other choice, but after dynamic routes have been replaced by what they lead to.
    public override int Order => int.MinValue + 1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => ContainsDynamicEndpoints(endpoints) || endpoints.Any(guard.IsRejected);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && guard.IsRejected(candidates[i].Endpoint)) candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }
}
