using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>One request that no rule about endpoints forbids, through a pipeline that does nothing else.</summary>
public class RequestBenchmarks
{
    private readonly DefaultHttpContext _context = new();
    private RequestDelegate _pipeline = _ => Task.CompletedTask;

    /// <summary>The number of rules about endpoints.</summary>
    [Params(0, 10, 100)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var decision = new DecisionPolicy
        {
            Id = "ADR-0001",
            Title = "No registration",
            Status = DecisionStatus.Accepted,
            Link = "",
            Rules = [.. Enumerable.Range(0, Rules).Select(number => new EndpointRule($"POST **/oauth{number}/register"))],
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddDecisionPolicies([decision]);
#pragma warning disable DP3006 // The pipeline is measured without a server.
        var services = builder.Build().Services;
#pragma warning restore DP3006
        Action<IApplicationBuilder> configure = app => app.Run(_ => Task.CompletedTask);
        foreach (var filter in services.GetServices<IStartupFilter>().Reverse()) configure = filter.Configure(configure);
        var application = new ApplicationBuilder(services);
        configure(application);
        _pipeline = application.Build();
        _context.RequestServices = services;
        _context.Request.Method = "POST";
        _context.Request.Path = "/servers/weather/mcp";
    }

    [Benchmark]
    public Task Request() => _pipeline(_context);
}
