namespace DecisionPolicies.Rules;

/// <summary>The environment variables that a host of .NET reads for itself, before its files: those with one of its prefixes, without the prefix.</summary>
internal static class HostVariables
{
    // The first wins with WebApplication.CreateBuilder and Host.CreateApplicationBuilder; the second with the older ConfigureWebHostDefaults.
    private static readonly string[] _prefixes = ["DOTNET_", "ASPNETCORE_"];

    /// <summary>The variables that name the host environment; the first that has a value wins.</summary>
    public static IReadOnlyList<string> EnvironmentNames { get; } = [.. _prefixes.Select(prefix => prefix + "ENVIRONMENT")];

    /// <summary>What variables set for the host. The first of several with one key wins.</summary>
    /// <typeparam name="T">The type of a variable.</typeparam>
    /// <param name="variables">The variables.</param>
    /// <param name="nameOf">The name of a variable.</param>
    public static IEnumerable<(string Key, T Variable)> Of<T>(IReadOnlyCollection<T> variables, Func<T, string> nameOf)
    {
        foreach (var prefix in _prefixes)
        {
            foreach (var variable in variables)
            {
                if (KeyOf(nameOf(variable), prefix) is { } key) yield return (key, variable);
            }
        }
    }

    // Azure's prefixes for connection strings come before those of the host, so a variable has only one of them.
    private static string? KeyOf(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var key = EnvironmentVariableKey.Of(name);
        return key.Length > prefix.Length && key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? key.Substring(prefix.Length) : null;
    }
}
