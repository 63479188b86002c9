using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace DecisionPolicies;

/// <summary>Names a configuration provider in the words of the operator who has to change what it says.</summary>
internal static class SourceDescription
{
    private const string UserSecretsFile = "secrets.json";

    /// <summary>Where a provider has a key from.</summary>
    public static string Of(IConfigurationProvider provider, string key) => provider switch
    {
        FileConfigurationProvider { Source.Path: UserSecretsFile } => "user secrets (secrets.json)",
        FileConfigurationProvider { Source.Path: { } path } => path,
        EnvironmentVariablesConfigurationProvider => EnvironmentVariable(provider, key),
        CommandLineConfigurationProvider => "the command line",
        MemoryConfigurationProvider => "code (in-memory collection)",
        _ => provider.GetType().Name,
    };

    // The provider drops its prefix and reads '__' as ':', so the variable's own name is found by its value and its end.
    private static string EnvironmentVariable(IConfigurationProvider provider, string key)
    {
        provider.TryGet(key, out var value);
        var name = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(variable => (string?)variable.Value == value)
            .Select(variable => (string)variable.Key)
            .Where(name => AsKey(name).EndsWith(key, StringComparison.OrdinalIgnoreCase))
            .OrderBy(name => name.Length)
            .ThenBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();
        return $"environment variable {name ?? key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)}";
    }

    private static string AsKey(string variable) =>
        variable.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
