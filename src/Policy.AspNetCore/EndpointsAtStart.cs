using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// Judges every endpoint when the pipeline has been built, when every data source is known and no port is bound yet, and
/// logs violations by endpoints that are added later.
/// </summary>
internal sealed class EndpointsAtStart(EndpointGuard guard) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        if (app.ApplicationServices.GetService<EndpointDataSource>() is not { } endpoints) return;
        if (guard.Refusals(endpoints.Endpoints) is { Count: > 0 } refusals)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(DecisionPoliciesOptions), refusals);
        }
        guard.Report(endpoints.Endpoints);
        ChangeToken.OnChange(endpoints.GetChangeToken, () => guard.Report(endpoints.Endpoints));
    };
}
