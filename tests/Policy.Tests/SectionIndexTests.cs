using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DecisionPolicies.Tests;

/// <summary>Sections that are found in all keys at once are those that a configuration lists one by one.</summary>
public sealed class SectionIndexTests
{
    private static readonly string[] _keys =
    [
        "A", "A:B", "a:b:C", "A:B:c:D", "List:0", "List:10", "List:2", "List:00", "List:x", ":", ":A", "A:", "A::B", "A::b:C", "Z:Y:X:W:V", "É:é", "Only",
    ];

    [Fact]
    public void Each_section_has_the_segments_that_a_configuration_lists_in_its_order()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(_keys.Where((_, index) => index % 2 == 0).Select(key => KeyValuePair.Create<string, string?>(key, "1")))
            .AddInMemoryCollection(_keys.Select(key => KeyValuePair.Create<string, string?>(key, "2")))
            .Build();
        var index = new SectionIndex(_keys.Where((_, i) => i % 2 == 0).Concat(_keys));

        Assert.Equal(Listed(configuration), index.Children(null), StringComparer.OrdinalIgnoreCase);
        Assert.All(Sections(), key => Assert.Equal(Listed(configuration.GetSection(key)), index.Children(key), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_key_of_very_many_segments_is_followed_only_as_deep_as_a_rule_looks()
    {
        var index = new SectionIndex([string.Join(":", Enumerable.Repeat("A", 100_000))]);

        Assert.Equal(["A"], index.Children(string.Join(":", Enumerable.Repeat("A", 200))));
        Assert.Empty(index.Children(string.Join(":", Enumerable.Repeat("A", 300))));
    }

    [Fact]
    public async Task A_host_judges_very_many_sections_by_a_rule_about_any_of_them()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            Enumerable.Range(0, 2_000).Select(i => KeyValuePair.Create<string, string?>($"Part{i}:Inner:Registration:Enabled", i == 1_999 ? "true" : "false")));
        builder.AddDecisionPolicies([Some.DecisionWith(new ConfigurationRule("**:Registration:Enabled", Verb.Forbid, Condition.EqualTo(Literal.True)))]);
        using var host = builder.Build();

        var rejection = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Part1999:Inner:Registration:Enabled = true", rejection.Message);
        Assert.DoesNotContain("Part1998", rejection.Message);
    }

    private static IEnumerable<string> Listed(IConfiguration section) => section.GetChildren().Select(child => child.Key);

    private static IEnumerable<string> Sections() =>
        _keys.SelectMany(key => Enumerable.Range(1, key.Split(':').Length).Select(count => string.Join(":", key.Split(':').Take(count))));
}
