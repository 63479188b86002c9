using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.FileProviders;

namespace DecisionPolicies;

/// <summary>Names a configuration provider in the words of the operator who has to change its value.</summary>
internal static class SourceDescription
{
    /// <summary>Describes where a provider gets a key from.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="key">The key.</param>
    /// <param name="contentRoot">The folder to which file names are relative.</param>
    public static string Of(IConfigurationProvider provider, string key, string contentRoot) => provider switch
    {
        FileConfigurationProvider { Source: { Path: { } path, FileProvider: PhysicalFileProvider files } } =>
            FileName(Path.Combine(files.Root, path), contentRoot),
        FileConfigurationProvider { Source.Path: { } path } => path,
        EnvironmentVariablesConfigurationProvider =>
            EnvironmentVariableName.Find(provider, key) is { } name ? $"environment variable {name}" : "an environment variable, or code",
        CommandLineConfigurationProvider => "the command line",
        MemoryConfigurationProvider => "code (in-memory collection)",
        _ => provider.GetType().Name,
    };

    private static string FileName(string path, string contentRoot)
    {
        var relative = Path.GetRelativePath(contentRoot, path).Replace('\\', '/');
        if (!relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative)) return relative;
        // The secret manager's folders, on Unix and on Windows.
        var isUserSecret = path.Contains("/.microsoft/usersecrets/", StringComparison.Ordinal)
            || path.Contains(@"\Microsoft\UserSecrets\", StringComparison.OrdinalIgnoreCase);
        return isUserSecret ? $"user secrets ({path})" : path;
    }
}
