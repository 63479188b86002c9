using System.Text;
using CsCheck;
using DecisionPolicies.Settings;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>Files on top of one another are what the host's configuration is of them.</summary>
[Trait("Category", "Law")]
public sealed class SettingsLayersTests
{
    [Fact]
    public void The_later_file_wins() => Assert.Equal("2", Read(Layers("{ \"A\": { \"B\": 1 } }", "{ \"a:b\": 2 }"), "A:B"));

    [Fact]
    public void Null_takes_an_earlier_value_back()
    {
        Assert.True(Layers("{ \"A\": 1 }", "{ \"A\": null }").TryRead("A", out var value));

        Assert.Null(value);
    }

    [Fact]
    public void A_section_of_the_later_file_leaves_the_value_of_the_earlier() =>
        Assert.Equal("1", Read(Layers("{ \"A\": 1 }", "{ \"A\": { \"B\": 2 } }"), "A"));

    [Fact]
    public void Keys_below_are_those_of_all_files_once() =>
        Assert.Equal(["A", "B", "C"], Layers("{ \"X\": { \"A\": 1, \"B\": 1 } }", "{ \"x\": { \"b\": 1, \"C\": 1 } }").Children("X"));

    [Fact]
    public void The_source_is_the_file_that_wins() => Assert.Equal("1.json", Layers("{ \"A\": 1 }", "{ \"A\": 2 }").SourceOf("A"));

    [Fact]
    public void The_source_of_a_section_is_a_file_that_sets_what_is_below() =>
        Assert.Equal("1.json", Layers("{ \"B\": 1 }", "{ \"A\": { \"B\": 2 } }").SourceOf("A"));

    [Fact]
    public void What_no_file_sets_has_no_source() => Assert.Null(Layers("{ \"A\": 1 }").SourceOf("B"));

    [Fact]
    public void Merged_files_hold_what_the_hosts_configuration_holds() => Law.CheckWhere(JsonGen.WellFormed.Array[1, 3], 600, texts =>
    {
        if (texts.Any(text => SettingsReader.Read(text).Fault is not null)) return false;
        var builder = new ConfigurationBuilder();
        foreach (var text in texts) builder.AddJsonStream(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        var host = builder.Build();

        var layers = Layers(texts);

        AssertSame(host, null, host.GetChildren().Select(child => child.Key), layers);
        return true;
    });

    private static void AssertSame(IConfigurationRoot host, string? key, IEnumerable<string> children, SettingsLayers layers)
    {
        Assert.Equal(children.Select(Upper).Order(StringComparer.Ordinal), layers.Children(key).Select(Upper).Order(StringComparer.Ordinal));
        if (key is not null) Assert.Equal(host[key], Read(layers, key));
        foreach (var child in layers.Children(key))
        {
            var below = layers.Below(key, child);
            AssertSame(host, below, host.GetSection(below).GetChildren().Select(c => c.Key), layers);
        }
    }

    private static string Upper(string key) => key.ToUpperInvariant();

    private static SettingsLayers Layers(params string[] texts) =>
        new([.. texts.Select((text, i) => new SettingsLayer($"{i}.json", SettingsReader.Read(text)))]);

    private static string? Read(SettingsLayers layers, string key) => layers.TryRead(key, out var value) ? value : null;
}
