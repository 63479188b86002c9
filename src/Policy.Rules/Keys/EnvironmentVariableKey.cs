namespace DecisionPolicies.Rules;

/// <summary>The key that an environment variable sets, as <c>Microsoft.Extensions.Configuration.EnvironmentVariables</c> reads its name.</summary>
internal static class EnvironmentVariableKey
{
    private const string ConnectionStrings = "ConnectionStrings:";

    // Azure's prefixes for connection strings, and the provider name that each implies. No prefix starts with another.
    private static readonly (string Prefix, string? ProviderName)[] _connectionStrings =
    [
        ("MYSQLCONNSTR_", "MySql.Data.MySqlClient"), ("SQLAZURECONNSTR_", "System.Data.SqlClient"), ("SQLCONNSTR_", "System.Data.SqlClient"),
        ("POSTGRESQLCONNSTR_", "Npgsql"), ("CUSTOMCONNSTR_", null), ("APIHUBCONNSTR_", null), ("DOCDBCONNSTR_", null), ("EVENTHUBCONNSTR_", null),
        ("NOTIFICATIONHUBCONNSTR_", null), ("REDISCACHECONNSTR_", null), ("SERVICEBUSCONNSTR_", null),
    ];

    /// <summary>The key of a variable.</summary>
    /// <param name="name">The variable's name.</param>
    public static string Of(string name) => KindOf(name) is { } kind
        ? ConnectionStrings + Normal(name.Substring(kind.Prefix.Length))
        : Normal(name);

    /// <summary>What the variable also sets: the provider name of a connection string, by Azure's prefix.</summary>
    /// <param name="name">The variable's name.</param>
    /// <returns>Key and value; null if the variable sets nothing else.</returns>
    public static (string Key, string Value)? ProviderNameOf(string name) =>
        KindOf(name)?.ProviderName is { } provider ? (Of(name) + "_ProviderName", provider) : null;

    private static (string Prefix, string? ProviderName)? KindOf(string name)
    {
        foreach (var kind in _connectionStrings)
        {
            if (name.StartsWith(kind.Prefix, StringComparison.OrdinalIgnoreCase)) return kind;
        }
        return null;
    }

    private static string Normal(string name) => name.Replace("__", ":");
}
