using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>A way by the configuration, tried before the host starts.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Forbidden">What is set.</param>
/// <param name="Set">Sets it.</param>
internal sealed record AtStart(string Name, Forbidden Forbidden, Action<Scene> Set) : Way(Name)
{
    public override async Task IsRejected()
    {
        using var scene = new Scene(Forbidden.Decision);
        Set(scene);
        using var host = scene.Build();

        Assert.True(
            Forbidden.IsBoundFrom(host.Services.GetRequiredService<IConfiguration>()), "The row proves nothing: .NET does not bind the forbidden value.");
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        var rejection = Assert.Single(refused.Failures);
        Assert.StartsWith($"{Forbidden.Decision.Id} rejects this configuration: {Forbidden.Decision.Title}", rejection);
        // A segment below a wildcard is shown in the case of whichever source speaks of it.
        Assert.Contains($"\n  {Forbidden.Key} ", rejection, StringComparison.OrdinalIgnoreCase);
    }
}
