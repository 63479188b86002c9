using System.Collections;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Finds the environment variable that a key comes from, as the operator has spelled it.</summary>
internal static class EnvironmentVariableName
{
    private const string PrefixMark = "Prefix: '";

    // Azure's names for connection strings, which the provider reads as ConnectionStrings:*.
    private static readonly string[] _connectionStrings =
        ["MYSQLCONNSTR_", "SQLAZURECONNSTR_", "SQLCONNSTR_", "CUSTOMCONNSTR_", "POSTGRESQLCONNSTR_", "APIHUBCONNSTR_", "DOCDBCONNSTR_",
         "EVENTHUBCONNSTR_", "NOTIFICATIONHUBCONNSTR_", "REDISCACHECONNSTR_", "SERVICEBUSCONNSTR_"];

    /// <summary>The variable's name, or null where none holds the value: it has changed since, or code has set the key.</summary>
    public static string? Find(IConfigurationProvider provider, string key)
    {
        var wanted = AsKey(PrefixOf(provider)) + key;
        provider.TryGet(key, out var value);
        return Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => (string?)variable.Value == value)
            .Select(variable => (string)variable.Key)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => string.Equals(AsKey(name), wanted, StringComparison.OrdinalIgnoreCase));
    }

    // The provider tells its prefix in no other way.
    private static string PrefixOf(IConfigurationProvider provider)
    {
        var text = provider.ToString() ?? "";
        var mark = text.IndexOf(PrefixMark, StringComparison.Ordinal);
        return mark < 0 ? "" : text[(mark + PrefixMark.Length)..].TrimEnd('\'');
    }

    private static string AsKey(string name)
    {
        var kind = _connectionStrings.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var plain = kind is null ? name : "ConnectionStrings:" + name[kind.Length..];
        return plain.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
    }
}
