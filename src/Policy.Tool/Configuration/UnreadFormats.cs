namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// Formats that hold the configuration of deployments and are not read. Files of any other format, such as source code and pictures, are
/// not configuration, and nobody expects them to be judged.
/// </summary>
internal static class UnreadFormats
{
    private static readonly HashSet<string> _extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        // Languages of their own.
        ".bicep", ".bicepparam", ".cue", ".dhall", ".hcl", ".jsonnet", ".libsonnet", ".nomad", ".pkl",
        // Dialects of JSON and INI, and formats of servers.
        ".cfg", ".cnf", ".conf", ".hjson", ".hocon", ".json5",
        // Templates, which become configuration when they are rendered.
        ".ctmpl", ".gotmpl", ".j2", ".jinja", ".jinja2", ".template", ".tftpl", ".tmpl", ".tpl",
    };

    /// <summary>The extensions, in their order.</summary>
    public static IEnumerable<string> Extensions => _extensions.Order(StringComparer.Ordinal);

    /// <summary>The extension of a file in such a format, in lower case; null if its format is read, or holds no configuration.</summary>
    /// <param name="path">The file's path.</param>
    public static string? ExtensionOf(string path) => Path.GetExtension(path) is { Length: > 0 } extension && _extensions.Contains(extension)
        ? extension.ToLowerInvariant()
        : null;
}
