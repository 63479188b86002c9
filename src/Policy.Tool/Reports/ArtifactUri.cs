namespace DecisionPolicies.Tool.Reports;

/// <summary>Files as SARIF names them: a file below the folder by a relative URI, any other by an absolute one (RFC 3986, RFC 8089).</summary>
/// <param name="Text">The URI.</param>
/// <param name="IsBelowFolder">Whether it is relative to the folder.</param>
internal sealed record ArtifactUri(string Text, bool IsBelowFolder)
{
    /// <summary>The name of standard input in reports. It is not the name of a file.</summary>
    public const string StandardInput = "(standard input)";

    private const string Scheme = "file://";

    /// <summary>The URI of a file.</summary>
    /// <param name="path">The path as messages show it, with forward slashes; or <see cref="StandardInput"/>.</param>
    public static ArtifactUri Of(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        if (path == StandardInput) return new(escaped, false);
        if (path.StartsWith("//", StringComparison.Ordinal)) return new($"{Scheme}{escaped[2..]}", false);
        if (path.StartsWith('/')) return new(Scheme + escaped, false);
        return IsOnDrive(path) ? new($"{Scheme}/{path[..2]}{escaped[(escaped.IndexOf('/', StringComparison.Ordinal))..]}", false) : new(escaped, true);
    }

    // As in 'C:/deploy'.
    private static bool IsOnDrive(string path) => path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';
}
