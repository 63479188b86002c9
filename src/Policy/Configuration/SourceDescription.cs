using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.FileProviders;

namespace DecisionPolicies;

/// <summary>Names a configuration provider in the words of the operator who has to change what it says.</summary>
internal static class SourceDescription
{
    /// <summary>Where a provider has a key from.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="key">The key.</param>
    /// <param name="contentRoot">The folder that files are named relative to.</param>
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
        // Where the secret manager keeps them, on Unix and on Windows.
        var isUserSecret = path.Contains("/.microsoft/usersecrets/", StringComparison.Ordinal)
            || path.Contains(@"\Microsoft\UserSecrets\", StringComparison.OrdinalIgnoreCase);
        return isUserSecret ? $"user secrets ({path})" : path;
    }
}
