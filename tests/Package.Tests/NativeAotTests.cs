namespace Package.Tests;

/// <summary>A governed console host, compiled to native code.</summary>
public sealed class NativeAotTests(NativeHost host) : IClassFixture<NativeHost>
{
    private const string Reason = "Native code is compiled and run on Linux x64 with clang or gcc only.";

    public static bool IsPossible => NativeHost.IsPossible;

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public void Publishing_gives_no_warning()
    {
        Assert.Equal(0, host.Publish!.Succeeded().Code);
        Assert.DoesNotContain("warning", host.Publish.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task It_starts_where_its_decisions_are_kept() => Assert.Contains("Started.", (await host.Run()).Succeeded().Output);

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task A_change_that_breaks_one_is_not_seen_and_a_source_that_answers_by_itself_is_named()
    {
        var output = (await host.Run()).Succeeded().Output;

        Assert.Contains("Guests: ''.", output);
        Assert.Contains("A reload of OwnAnswers cannot be held back", output);
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task It_ends_with_exit_code_78_and_the_report_where_one_is_broken()
    {
        var start = await host.Run("--Checkout:Guests=true");

        Assert.Equal(78, start.Code);
        Assert.StartsWith("ADR-0001 rejects this configuration: No guest checkout (accepted 2026-11-23)", start.Error);
        Assert.DoesNotContain("Started.", start.Output);
    }

    [Fact(Skip = Reason, SkipUnless = nameof(IsPossible))]
    public async Task It_ends_with_exit_code_78_where_code_breaks_one()
    {
        var start = await host.Run("--SetInCode=true");

        Assert.Equal(78, start.Code);
        Assert.Contains("Checkout:Guests = true\n    set by code, or a default value of CheckoutOptions\n", start.Error);
    }
}

/// <summary>The host, published once.</summary>
public sealed class NativeHost(PackedPackage package) : IAsyncLifetime
{
    // Everything that a governed host uses and that native code might not bear.
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using DecisionPolicies;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;
        using Shop;

        var builder = Host.CreateApplicationBuilder(args);
        builder.AddDecisionPolicies(Decisions.All);
        ((IConfigurationBuilder)builder.Configuration).Add(new OwnAnswers());
        builder.Services.AddHealthChecks().AddDecisionPolicies();
        builder.Services.AddSingleton<IValidateOptions<CheckoutOptions>, CheckoutOptionsValidator>();
        builder.Services.AddOptions<CheckoutOptions>().BindConfiguration("Checkout")
            .Configure<IConfiguration>((options, configuration) => options.Guests |= configuration["SetInCode"] == "true")
            .ValidateDecisions()
            .KeepLastGood();

        var host = builder.Build();
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine("Started.");
            builder.Configuration["Checkout:Guests"] = "true";
            ((IConfigurationRoot)builder.Configuration).Reload();
            Console.WriteLine($"Guests: '{builder.Configuration["Checkout:Guests"]}'.");
            lifetime.StopApplication();
        });
        return await host.RunWithDecisionsAsync();

        namespace Shop
        {
            public enum Payment { Card, Invoice }

            [Governed("Checkout")]
            public sealed class CheckoutOptions
            {
                public bool Guests { get; set; }

                [RejectedBy("ADR-0001", "anonymous")]
                public string? Mode { get; set; }

                public Payment? Payment { get; set; }

                public IList<string> Countries { get; set; } = [];

                public Dictionary<string, int> Limits { get; set; } = [];
            }

            internal sealed class OwnAnswers : ConfigurationProvider, IConfigurationSource
            {
                public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

                public override bool TryGet(string key, out string? value)
                {
                    value = null;
                    return false;
                }
            }

            [OptionsValidator]
            internal sealed partial class CheckoutOptionsValidator : IValidateOptions<CheckoutOptions>;
        }
        """;

    private static readonly string? _linker = ((string[])["clang", "gcc"]).FirstOrDefault(Machine.HasCommand);

    private readonly Consumers _folder = new(package, "native");

    public static bool IsPossible { get; } = Machine.IsLinuxX64 && _linker is not null;

    public Outcome? Publish { get; private set; }

    public Task<Outcome> Run(params IEnumerable<string> arguments) =>
        Command.Run(_folder.Folder, new Dictionary<string, string>(), _folder.PathOf("out/Native"), arguments);

    public async ValueTask InitializeAsync()
    {
        if (!IsPossible) return;
        _folder.Write("docs/adr/0001-no-guest-checkout.md", RecordText.NoGuestCheckout);
        // Not warnings as errors: what the native compiler warns of is to be seen by its own name.
        _folder.WriteProgram("Native.csproj", """
            <PropertyGroup>
              <PublishAot>true</PublishAot>
              <InvariantGlobalization>true</InvariantGlobalization>
              <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              <TrimmerSingleWarn>false</TrimmerSingleWarn>
            </PropertyGroup>
            """ + ConsoleHost.Package, Program);
        Publish = await _folder.Dotnet("publish", "-r", "linux-x64", "-o", "out", $"-p:CppCompilerAndLinker={_linker}");
    }

    public ValueTask DisposeAsync() => default;
}
