namespace Package.Tests;

/// <summary>A program on the generic host, governed by <see cref="RecordText.NoGuestCheckout"/>. It ends by itself once it has started.</summary>
internal static class ConsoleHost
{
    public static string Package { get; } = Hosting("10.0.15");

    public const string Program = """
        using System;
        using DecisionPolicies;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Shop;

        var builder = Host.CreateApplicationBuilder(args);
        builder.AddDecisionPolicies(Decisions.All);

        var host = builder.Build();
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine("Started.");
            lifetime.StopApplication();
        });
        return await host.RunWithDecisionsAsync();
        """;

    /// <summary>The generic host of a version, which may be newer than what the package refers to.</summary>
    public static string Hosting(string version) => $"""
        <ItemGroup>
          <PackageReference Include="Microsoft.Extensions.Hosting" Version="{version}" />
        </ItemGroup>
        """;
}
