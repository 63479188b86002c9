using System.Collections;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Finds the environment variable that a key comes from, as the operator has spelled it.</summary>
internal static class EnvironmentVariableName
{
    private const string PrefixMark = "Prefix: '";

    /// <summary>The variable's name, or null where none holds the value: it has changed since, or code has set the key.</summary>
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

    // The provider tells its prefix in no other way.
    private static string PrefixOf(IConfigurationProvider provider)
    {
        var text = provider.ToString() ?? "";
        var mark = text.IndexOf(PrefixMark, StringComparison.Ordinal);
        return mark < 0 ? "" : text[(mark + PrefixMark.Length)..].TrimEnd('\'');
    }
}
