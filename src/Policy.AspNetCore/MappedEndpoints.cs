using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// Judges what has been mapped on a web application, before anything of the host is started. What the pipeline maps only while it
/// is being built comes later, see <see cref="EndpointsAtStart"/>.
/// </summary>
internal sealed class MappedEndpoints(EndpointGuard guard) : IStartJudge
{
    public IReadOnlyList<string> Refusals(IHost host) =>
        host is IEndpointRouteBuilder mapped ? guard.Refusals(mapped.DataSources.SelectMany(source => source.Endpoints)) : [];
}
