namespace DecisionPolicies.Tool.Repository;

/// <summary>Finds git.</summary>
internal static class GitProgram
{
    /// <summary>
    /// The absolute path of the first git on the <c>PATH</c>. A bare name would let Windows start a <c>git.exe</c> in the current folder,
    /// which may be an untrusted repository.
    /// </summary>
    public static string? Path { get; } = Find(Environment.GetEnvironmentVariable("PATH") ?? "");

    private static string? Find(string path) => path.Split(System.IO.Path.PathSeparator)
        .Where(System.IO.Path.IsPathFullyQualified)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git"))
        .FirstOrDefault(File.Exists);
}
