using DecisionPolicies.Generator.Tests.Governed;
namespace DecisionPolicies.Generator.Tests.Wiring;

/// <summary>A host with decisions that is used without being started is reported where that can be seen.</summary>
public sealed class UnstartedHostTests
{
    private const string Builder = "var builder = Host.CreateApplicationBuilder(); builder.AddDecisionPolicies(Decisions.All); ";

    [Theory]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>();")]
    [InlineData(Builder + "using var host = builder.Build(); host.Services.GetService<string>();")]
    [InlineData(Builder + "using IHost host = builder.Build(); using var scope = host.Services.CreateScope();")]
    [InlineData(Builder + "using (var host = builder.Build()) host.Services.GetService<string>();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); host.Dispose();")]
    [InlineData(Builder + "builder.Build().Services.GetService<string>();")]
    [InlineData("var host = Host.CreateDefaultBuilder().AddDecisionPolicies(Decisions.All).Build(); host.Services.GetService<string>();")]
    [InlineData(Builder + "var host = builder.Build(); Action use = () => host.Services.GetService<string>(); use();")]
    public async Task It_is_reported_at_its_build(string code)
    {
        var told = Assert.Single(await Program(code).Messages());

        Assert.Contains("warning DP3006: The decisions are judged when a generic host starts. This one is used but never started.", told);
    }

    [Theory]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); host.Run();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); await host.StartAsync();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); return await host.RunWithDecisionsAsync();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.ValidateDecisions(); host.Services.GetService<string>();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetRequiredService<IStartupValidator>().Validate(); host.Services.GetService<string>();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); Use(host); static void Use(IHost host) => host.Run();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); var other = host; other.Run();")]
    [InlineData(Builder + "IHost host; host = builder.Build(); host.Services.GetService<string>(); host.Run();")]
    [InlineData(Builder + "var host = builder.Build(); Action run = host.Run; host.Services.GetService<string>(); run();")]
    [InlineData(Builder + "var host = builder.Build(); host.Services.GetService<string>(); Action run = () => host.Run(); run();")]
    [InlineData(Builder + "using var host = builder.Build();")]
    [InlineData(Builder + "builder.Services.BuildServiceProvider().GetService<string>();")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All); var builder = new Mine(); builder.Build().Services.ToString(); "
        + "class Mine { public Mine Build() => this; public string Services => null!; }")]
    public async Task One_that_is_started_or_may_be_is_not(string code) => Assert.Empty(await Program(code).Messages());

    [Theory]
    [InlineData("await builder.Build().RunAsync();", 1)]
    [InlineData("var host = builder.Build(); await host.RunAsync();", 1)]
    [InlineData("var host = builder.Build(); host.Services.ValidateDecisions(); await host.RunAsync();", 0)]
    public async Task A_WebAssembly_host_needs_the_call_even_if_it_runs(string code, int times)
    {
        const string Library = "namespace Browser { public class WebAssemblyHost { public System.IServiceProvider Services => null; "
            + "public System.Threading.Tasks.Task RunAsync() => null; } public class WebAssemblyHostBuilder { "
            + "public Microsoft.Extensions.DependencyInjection.IServiceCollection Services => null; public WebAssemblyHost Build() => null; } }";
        var told = await Program("var builder = new Browser.WebAssemblyHostBuilder(); builder.Services.AddDecisionPolicies(Decisions.All); " + code)
            .WithLibrary("Browser", Library).Messages();

        Assert.Equal(times, told.Count(message => message.Contains(" DP3006: ") && message.EndsWith("before it runs.")));
    }

    [Fact]
    public async Task One_without_decisions_is_not() => Assert.Empty(
        await Program("new ServiceCollection().AddOptions<StoreOptions>().ValidateDecisions(); Host.CreateApplicationBuilder().Build().Services.ToString();")
            .Messages());

    [Fact]
    public async Task One_of_a_test_project_is_not() =>
        Assert.Empty(await Program(Builder + "builder.Build().Services.ToString();").With("IsTestProject", "true").Messages());

    private static Project Program(string code) => new Project(GovernedCode.Record("configuration: 'S:P', forbid: true"))
        .WithCode(WiringTests.Usings + code, "/machine/checkout/Program.cs")
        .WithCode(
            "namespace App { [DecisionPolicies.Governed(\"S\")] class StoreOptions { public bool P { get; set; } } }",
            "/machine/checkout/Options.cs")
        .AsProgram();
}
