namespace DecisionPolicies.Tool;

/// <summary>Where a path really is, after every link on the way.</summary>
internal static class RealPath
{
    // As many as an operating system follows, all together.
    private const int MostLinks = 40;

    /// <summary>The path with every link followed, as far as it exists.</summary>
    /// <param name="path">The absolute path.</param>
    public static string Of(string path)
    {
        var links = MostLinks;
        return Of(path, ref links);
    }

    /// <summary>Whether a path is a folder, or something in it, once links are followed.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="folder">The absolute path of the folder.</param>
    public static bool IsWithin(string path, string folder)
    {
        var (real, above) = (Of(path), Path.TrimEndingDirectorySeparator(Of(folder)));
        var comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return real.Equals(above, comparison) || real.StartsWith(above + Path.DirectorySeparatorChar, comparison);
    }

    // Links that form a circle lead nowhere: what is left of the path stays as it is.
    private static string Of(string path, ref int links)
    {
        if (links < 0 || Path.GetDirectoryName(path) is not { } above) return path;
        var here = Path.Combine(Of(above, ref links), Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target && links-- > 0
            ? Of(Path.GetFullPath(target, Path.GetDirectoryName(here)!), ref links)
            : here;
    }
}
