using System.Text;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Configuration;

/// <summary>What a configuration provider of .NET makes of a text, to compare with.</summary>
internal static class Provider
{
    /// <summary>Its keys and values, a line each; null where it refuses the text.</summary>
    public static string? Load(Func<Stream, IDictionary<string, string?>> load, string text)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
            return Shown(load(stream).Select(pair => (pair.Key, pair.Value)));
        }
        catch (Exception exception) when (exception is FormatException or System.Xml.XmlException)
        {
            return null;
        }
    }

    /// <summary>Ours, in the same form.</summary>
    public static string Shown(ConfigurationTree tree) => Shown(Read.All(tree.Settings).Select(setting => (setting.Key, setting.Value)));

    private static string Shown(IEnumerable<(string Key, string? Value)> settings) =>
        string.Join('\n', settings.Select(setting => $"{setting.Key.ToLowerInvariant()} = {setting.Value ?? "null"}").Order(StringComparer.Ordinal));
}
