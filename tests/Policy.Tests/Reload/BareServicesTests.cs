using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A service collection without a host validates what it is asked to.</summary>
public sealed class BareServicesTests
{
    private readonly ChangingSettings _settings = new();
    private readonly ServiceCollection _services = [];

    [Fact]
    public void A_configuration_that_keeps_the_decisions_is_accepted()
    {
        using var provider = Provider(Some.Decision());

        provider.ValidateDecisions();
    }

    [Fact]
    public void Every_refusal_is_in_one_exception_decisions_first()
    {
        _settings.Values[Some.Key] = "true";
        _services.AddOptions<ShopOptions>().Configure(options => options.Seats = 10).Validate(options => options.Seats < 10, "Too many seats.")
            .ValidateOnStart();
        using var provider = Provider(Some.Decision());

        var refused = Assert.Throws<OptionsValidationException>(provider.ValidateDecisions);

        Assert.StartsWith("ADR-0042 rejects this configuration", refused.Failures.First());
        Assert.Equal("Too many seats.", refused.Failures.Last());
        Assert.Equal(2, refused.Failures.Count());
    }

    [Fact]
    public void From_then_on_a_reload_is_judged()
    {
        var log = new EventLog();
        _services.AddSingleton<ILoggerFactory>(new LoggerFactory([log]));
        using var provider = Provider(Some.Decision());
        provider.ValidateDecisions();

        _settings.Values[Some.Key] = "true";
        _settings.Reload();

        Assert.Equal([5], log.Ids);
    }

    [Fact]
    public void Options_that_keep_their_last_good_value_are_followed()
    {
        _settings.Values["Shop:Seats"] = "2";
        _services.AddOptions<ShopOptions>().BindConfiguration("Shop").Validate(options => options.Seats < 10).KeepLastGood();
        using var provider = Provider(Some.Decision());
        provider.ValidateDecisions();

        _settings.Values["Shop:Seats"] = "10";
        _settings.Reload();

        Assert.Equal(2, provider.GetRequiredService<IOptions<ShopOptions>>().Value.Seats);
    }

    [Fact]
    public void Without_a_configuration_it_says_what_to_add()
    {
        _services.AddDecisionPolicies([Some.Decision()]);
        using var provider = _services.BuildServiceProvider();

        Assert.Equal(
            "The decisions judge the effective configuration, but no IConfiguration is registered. "
                + "Register it: services.AddSingleton<IConfiguration>(configuration).",
            Assert.Throws<InvalidOperationException>(provider.ValidateDecisions).Message);
    }

    [Fact]
    public void Without_decisions_it_says_what_to_add()
    {
        using var provider = _services.BuildServiceProvider();

        Assert.Equal(
            "No decisions are registered. Register them first: services.AddDecisionPolicies(Decisions.All).",
            Assert.Throws<InvalidOperationException>(provider.ValidateDecisions).Message);
    }

    [Theory]
    [InlineData(null, null, "Production")]
    [InlineData(null, "Staging", "Staging")]
    [InlineData("Staging", "Development", "Staging")]
    [InlineData("", "Staging", "Staging")]
    public void The_environment_is_the_one_that_a_host_would_have(string? dotnet, string? aspNetCore, string applies)
    {
        _settings.Values[Some.Key] = "true";
        var rule = new ConfigurationRule(Some.Key, Verb.Forbid, Condition.EqualTo(Literal.True)) { Environments = ValueList.Of(applies) };
        using var provider = Provider(Some.DecisionWith(rule));
        using var first = new EnvironmentVariable("DOTNET_ENVIRONMENT", dotnet);
        using var second = new EnvironmentVariable("ASPNETCORE_ENVIRONMENT", aspNetCore);

        Assert.Throws<OptionsValidationException>(provider.ValidateDecisions);
    }

    [Fact]
    public void A_file_is_named_relative_to_the_folder_of_the_program()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "BareServicesTests.json");
        File.WriteAllText(file, """{ "Feature": { "Enabled": true } }""");
        _services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonFile("BareServicesTests.json").Build());
        _services.AddDecisionPolicies([Some.Decision()]);
        using var provider = _services.BuildServiceProvider();

        Assert.Contains("set by BareServicesTests.json\n", Assert.Throws<OptionsValidationException>(provider.ValidateDecisions).Message);
    }

    [Fact]
    public void A_rejection_is_counted_without_a_factory_of_meters()
    {
        // Other tests count at the same time.
        var decision = new DecisionPolicy { Id = "ADR-BARE", Title = "", Status = DecisionStatus.Accepted, Link = "", Rules = Some.Decision().Rules };
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == DecisionPoliciesMetrics.MeterName) own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            if (tags.ToArray().Any(tag => tag.Value is "ADR-BARE")) Interlocked.Add(ref counted, count);
        });
        listener.Start();
        _settings.Values[Some.Key] = "true";
        using var provider = Provider(decision);

        Assert.Throws<OptionsValidationException>(provider.ValidateDecisions);

        Assert.Equal(1, counted);
    }

    private ServiceProvider Provider(DecisionPolicy decision)
    {
        _services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Add(_settings).Build());
        _services.AddDecisionPolicies([decision]);
        return _services.BuildServiceProvider();
    }

    private sealed class EnvironmentVariable : IDisposable
    {
        private readonly string _name;
        private readonly string? _before;

        public EnvironmentVariable(string name, string? value)
        {
            _name = name;
            _before = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
    }
}
