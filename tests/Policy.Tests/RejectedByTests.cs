using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests;

/// <summary>Rules that are written beside the code.</summary>
public sealed partial class RejectedByTests
{
    private const string Rejection = """
        ADR-0001 rejects this configuration: No DCR in the Registry (accepted 2026-08-02)

          ServerOptions.Registers = true
            must not be true
            It serves RFC 7591.

        """;

    [Fact]
    public void A_forbidden_value_is_rejected_by_data_annotations_with_the_record() => Assert.Contains(
        Rejection.ReplaceLineEndings("\n"), FailureOfDataAnnotations(new() { Registers = true }), StringComparison.Ordinal);

    [Fact]
    public void A_forbidden_value_is_rejected_by_a_generated_validator_with_the_record()
    {
        var result = new ServerOptionsValidator().Validate("", new() { Registers = true });

        Assert.Contains(Rejection.ReplaceLineEndings("\n"), result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_keep_the_decision_are_valid_for_both()
    {
        var options = new ServerOptions { Mode = ServerMode.Proxy, Urls = ["https://idp.example.com"] };

        Assert.Null(FailureOfDataAnnotations(options));
        Assert.True(new ServerOptionsValidator().Validate("", options).Succeeded);
    }

    [Fact]
    public void The_id_may_be_the_generated_constant() => Assert.StartsWith(
        "ADR-0001 rejects this configuration: No DCR in the Registry", Only(new WithGeneratedId { Registers = true }), StringComparison.Ordinal);

    public static TheoryData<string, ServerOptions> Forbidden => new()
    {
        { "ServerOptions.Endpoint is set (value withheld)", new() { Endpoint = "/register" } },
        { "ServerOptions.Mode = Mock", new() { Mode = ServerMode.Mock } },
        { "ServerOptions.Port = 8080", new() { Port = 8080 } },
        { "ServerOptions.Urls[1] = https://mock.example.com", new() { Urls = ["https://idp.example.com", " https://MOCK.example.com "] } },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Values_of_every_type_are_compared_by_the_engine(string fact, ServerOptions options) =>
        Assert.Contains(fact, FailureOfDataAnnotations(options), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_not_a_literal_of_the_attribute_is_withheld() =>
        Assert.DoesNotContain("hunter2", FailureOfDataAnnotations(new() { Endpoint = "hunter2" }), StringComparison.Ordinal);

    [Fact]
    public void An_id_without_a_record_rejects_all_the_same() => Assert.StartsWith(
        "ADR-9999 rejects this configuration: a decision without a record in this program", Only(new Unrecorded { Value = 1 }), StringComparison.Ordinal);

    [Fact]
    public void A_type_that_cannot_be_compared_is_an_error_at_once() =>
        Assert.Throws<ArgumentException>(() => new RejectedByAttribute("ADR-0001", typeof(string)));

    private static string? Only(object options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);
        return Assert.Single(results).ErrorMessage;
    }

    private static string? FailureOfDataAnnotations(ServerOptions options)
    {
        var services = new ServiceCollection();
        services.AddOptions<ServerOptions>().ValidateDataAnnotations();
        var validator = services.BuildServiceProvider().GetRequiredService<IValidateOptions<ServerOptions>>();
        return validator.Validate("", options).FailureMessage;
    }

    public sealed class WithGeneratedId
    {
        [RejectedBy(Decisions.Ids.NoDcr, true)]
        public bool Registers { get; set; }
    }

    public sealed class Unrecorded
    {
#pragma warning disable DP3003 // What becomes of such an id is what is tested.
        [RejectedBy("ADR-9999", 1)]
#pragma warning restore DP3003
        public int Value { get; set; }
    }

    public enum ServerMode
    {
        Proxy,
        Mock,
    }

    public sealed class ServerOptions
    {
        [RejectedBy("ADR-0001", true, Because = "It serves RFC 7591.")]
        public bool Registers { get; set; }

        [RejectedBy("ADR-0001")]
        public string? Endpoint { get; set; }

        [RejectedBy("ADR-0001", ServerMode.Mock)]
        public ServerMode Mode { get; set; }

        [RejectedBy("ADR-0001", 8080, 8081)]
        public int? Port { get; set; }

        [RejectedBy("ADR-0001", "https://mock.example.com")]
        public IReadOnlyList<string> Urls { get; set; } = [];
    }

    [OptionsValidator]
    internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
}
