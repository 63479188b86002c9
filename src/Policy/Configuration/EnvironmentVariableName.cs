using System.Collections;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Finds the environment variable that sets a key, as the operator spelled it.</summary>
internal static class EnvironmentVariableName
{
    private const string PrefixMark = "Prefix: '";

    /// <summary>The name of the variable; null if none holds the value, because it has changed since or code set the key.</summary>
    public static string? Find(IConfigurationProvider provider, string key)
    {
        var wanted = EnvironmentVariableKey.Of(PrefixOf(provider)) + key;
        provider.TryGet(key, out var value);
        return Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => (string?)variable.Value == value)
            .Select(variable => (string)variable.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => string.Equals(EnvironmentVariableKey.Of(name), wanted, StringComparison.OrdinalIgnoreCase));
    }

    // The provider reveals its prefix only here.
    private static string PrefixOf(IConfigurationProvider provider)
    {
        var text = provider.ToString() ?? "";
        var mark = text.IndexOf(PrefixMark, StringComparison.Ordinal);
        return mark < 0 ? "" : text[(mark + PrefixMark.Length)..].TrimEnd('\'');
    }
}
