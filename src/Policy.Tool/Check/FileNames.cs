using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Check;

/// <summary>Names files in the identity of a finding: relative to a root that is the same on every machine, wherever the command runs.</summary>
/// <param name="root">The absolute path of the root; null to name each file relative to its own repository.</param>
/// <param name="otherwise">The absolute path of the root for files that are not in a repository.</param>
internal sealed class FileNames(string? root, string otherwise)
{
    /// <summary>The name of a file, with forward slashes.</summary>
    /// <param name="path">The absolute path; <see cref="CheckUnit.StandardInput"/> for what is piped in.</param>
    public string NameOf(string path)
    {
        if (path == CheckUnit.StandardInput) return path;
        var from = root ?? RecordsFolder.RepositoryAbove(Path.GetDirectoryName(path)!) ?? otherwise;
        return Path.GetRelativePath(from, path).Replace('\\', '/');
    }
}
