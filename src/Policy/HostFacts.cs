using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies;

/// <summary>What a judgement has to know of the host; a bare service collection has no host, and then the usual variables tell.</summary>
/// <param name="EnvironmentName">The environment, as in <c>Production</c>.</param>
/// <param name="ContentRoot">The folder that files are named relative to.</param>
internal sealed record HostFacts(string EnvironmentName, string ContentRoot)
{
    public static HostFacts Of(IServiceProvider services) => services.GetService<IHostEnvironment>() is { } host
        ? new(host.EnvironmentName, host.ContentRootPath)
        : new(
            Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Production,
            Directory.GetCurrentDirectory());
}
