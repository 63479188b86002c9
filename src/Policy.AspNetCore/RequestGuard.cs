using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.AspNetCore;

/// <summary>
/// Refuses a request that an accepted decision forbids, before any other middleware: a middleware, or another server behind a catch-all route,
/// can answer what no endpoint names.
/// </summary>
internal sealed class RequestGuard(EndpointGuard guard) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // Nobody pays for it without such a rule.
        if (guard.HasRules)
        {
            var named = new NamedEndpoints(app.ApplicationServices.GetService<EndpointDataSource>(), guard);
            app.Use(after => context => InvokeAsync(context, after, named));
        }
        next(app);
    };

    private Task InvokeAsync(HttpContext context, RequestDelegate next, NamedEndpoints named)
    {
        var request = context.Request;
        var path = request.PathBase.HasValue ? request.PathBase.Value + request.Path.Value : request.Path.Value ?? "";
        // A slash at the end does not matter to what answers, nor do several.
        if (path.Length > 1 && path[^1] == '/') path = path.TrimEnd('/');
        if (!guard.MayReject(request.Method, path)) return next(context);
        var rejected = guard.Rejected(ServedEndpoint.Of(request.Method, path));
        if (rejected.Count == 0) return next(context);
        return named.MayAnswer(path, rejected) ? InvokeNamedAsync(context, next, named, rejected) : RefuseAsync(context, rejected);
    }

    // Whether an endpoint that the decision knows of answers is seen only when it does.
    private async Task InvokeNamedAsync(HttpContext context, RequestDelegate next, NamedEndpoints named, IReadOnlyList<BrokenDecision> rejected)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var before = context.Features.Get<IEndpointFeature>();
        var response = context.Response;
        var answering = new AnsweringEndpoint(endpoint => named.Includes(endpoint, rejected), () => response.StatusCode >= StatusCodes.Status400BadRequest);
        var held = new AnsweredBody(sent, () => answering.HasAnswered || IsDenial(context));
        var holding = new StreamResponseBodyFeature(held, sent);
        context.Features.Set<IHttpResponseBodyFeature>(holding);
        context.Features.Set<IEndpointFeature>(answering);
        try
        {
            await next(context).ConfigureAwait(false);
            // An upgrade has replaced the body.
            if (response.StatusCode == StatusCodes.Status101SwitchingProtocols) return;
            await holding.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            context.Features.Set(sent);
            context.Features.Set(before);
            // What measures the request reads its route at the end.
            if (before is not null) before.Endpoint = answering.Endpoint;
        }
        if (!held.IsLetThrough) await RefuseAsync(context, rejected).ConfigureAwait(false);
    }

    // What redirects a request, denies it, or answers the question of a browser whether it may be made.
    private static bool IsDenial(HttpContext context) => context.Response.StatusCode >= StatusCodes.Status300MultipleChoices
        || (HttpMethods.IsOptions(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status204NoContent);

    private Task RefuseAsync(HttpContext context, IReadOnlyList<BrokenDecision> rejected)
    {
        guard.ReportRequest(rejected);
        var decision = rejected[0].Decision;
        return CitingProblem.ExecuteAsync(
            context, StatusCodes.Status404NotFound, decision, $"{decision.Citation()} rejects this request: {decision.Title}", decision.Because);
    }
}
