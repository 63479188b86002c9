using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>What .NET 8 does with null, {} and [], which .NET 10 binds to the forbidden value.</summary>
internal enum OnNet8
{
    /// <summary>It reads null as empty text, which it cannot convert, so nobody gets the options.</summary>
    FailsToBind,

    /// <summary>It binds another value: null in JSON is empty text there, and [] is null.</summary>
    BindsAnotherValue,

    /// <summary>It keeps the initial value of the property. The rule does not know which .NET binds, and rejects it all the same.</summary>
    KeepsTheInitialValue,

    /// <summary>It reads null as empty text, which each .NET binds to the first date.</summary>
    BindsEmptyTextToTheFirstDate,
}

/// <summary>A way by the configuration in which .NET 10 binds the forbidden value, and .NET 8 does something else.</summary>
/// <param name="Row">The way.</param>
/// <param name="OnNet8">What .NET 8 does.</param>
internal sealed record SinceNet10(AtStart Row, OnNet8 OnNet8) : Way(Row.Name)
{
    public override Task IsRejected() => Environment.Version.Major >= 10 ? Row.IsRejected() : IsAsOnNet8();

    private async Task IsAsOnNet8()
    {
        using var scene = new Scene(Row.Forbidden.Decision);
        Row.Set(scene);
        using var host = scene.Build();
        var configuration = host.Services.GetRequiredService<IConfiguration>();

        if (OnNet8 == OnNet8.FailsToBind) Assert.Throws<InvalidOperationException>(() => Row.Forbidden.IsBoundFrom(configuration));
        else Assert.Equal(OnNet8 == OnNet8.BindsEmptyTextToTheFirstDate, Row.Forbidden.IsBoundFrom(configuration));
        var refused = await Record.ExceptionAsync(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal(OnNet8 is OnNet8.KeepsTheInitialValue or OnNet8.BindsEmptyTextToTheFirstDate, refused is not null);
        if (refused is null) return;
        Assert.StartsWith($"{Row.Forbidden.Decision.Id} rejects this configuration: {Row.Forbidden.Decision.Title}", refused.Message);
    }
}
