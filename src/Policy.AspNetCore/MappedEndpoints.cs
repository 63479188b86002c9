using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// Judges the endpoints mapped on a web application before the host starts anything. For what the pipeline maps only while it
/// is being built, see <see cref="EndpointsAtStart"/>.
/// </summary>
internal sealed class MappedEndpoints(EndpointGuard guard) : IStartJudge
{
    public IReadOnlyList<string> Refusals(IHost host) =>
        host is IEndpointRouteBuilder mapped ? guard.Refusals(mapped.DataSources.SelectMany(source => source.Endpoints)) : [];
}
