using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies.Tests.Reload;

/// <summary>The examples of docs/reload.md. The page shows them as they are compiled and run here.</summary>
internal static class DocumentedExamples
{
    public static void KeepLastGood(IHostApplicationBuilder builder)
    {
        builder.AddDecisionPolicies(Decisions.All);
        builder.Services.AddOptions<ShopOptions>()
            .BindConfiguration("Shop")
            .ValidateDataAnnotations()
            .KeepLastGood();
    }

    public static void Health(IHostApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddDecisionPolicies();
    }

    public static void StopInstead(IHostApplicationBuilder builder)
    {
        builder.AddDecisionPolicies(Decisions.All, options => options.OnRejectedReload = RejectedReload.StopHost);
    }

    public static void WithoutAHost(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IConfiguration>(configuration);
        services.AddDecisionPolicies(Decisions.All);
        using var provider = services.BuildServiceProvider();
        provider.ValidateDecisions();
    }
}
