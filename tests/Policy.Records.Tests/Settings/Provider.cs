using System.Text;
using Microsoft.Extensions.Configuration.Json;

namespace DecisionPolicies.Records.Tests.Settings;

/// <summary>.NET's own JSON configuration provider, beside which our reader is held.</summary>
internal static class Provider
{
    /// <summary>What the provider reads, as <c>key=value</c> in the order of the keys; null where it throws.</summary>
    public static string[]? Read(string text)
    {
        // With a byte order mark of its own, it reads the text as it is; the compiler removes the mark, too.
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
        var provider = new Exposed(new() { Stream = stream });
        try
        {
            provider.Load();
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
        return Listed(provider.Values);
    }

    /// <summary>Keys and values in a form that two readers can be compared by. Nobody asks for a key in its case.</summary>
    public static string[] Listed(IEnumerable<KeyValuePair<string, string?>> values) =>
        [.. values.Select(pair => $"{pair.Key.ToUpperInvariant()}={(pair.Value is null ? "null" : $"'{pair.Value}'")}").Order(StringComparer.Ordinal)];

    private sealed class Exposed(JsonStreamConfigurationSource source) : JsonStreamConfigurationProvider(source)
    {
        public IEnumerable<KeyValuePair<string, string?>> Values => Data;
    }
}
