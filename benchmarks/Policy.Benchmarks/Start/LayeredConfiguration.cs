using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Benchmarks.Start;

/// <summary>A configuration as a large application has it: everything in the first provider, and a tenth as much in each one after it.</summary>
internal static class LayeredConfiguration
{
    private const int Providers = 4;

    public static IConfigurationRoot Of(int keys)
    {
        var builder = new ConfigurationBuilder();
        var step = 1;
        for (var layer = 0; layer < Providers; layer++, step *= 10) builder.AddInMemoryCollection(Layer(keys, layer, step));
        return builder.Build();
    }

    // A list: the provider reads it only when the configuration is built.
    private static List<KeyValuePair<string, string?>> Layer(int keys, int layer, int step) =>
        [.. Enumerable.Range(0, keys)
            .Where(number => number % step == 0)
            .Select(number => KeyValuePair.Create(Key(number), (string?)$"value {number} of layer {layer}"))];

    // Parts of ten keys, five of them in a section below.
    private static string Key(int number) => $"Part{number / 10}:{(number % 10 < 5 ? $"Feature{number % 5}" : $"Items:{number % 5}")}";
}
