namespace DecisionPolicies.Tool.Repository;

/// <summary>Where git is.</summary>
internal static class GitProgram
{
    /// <summary>
    /// The first git on the <c>PATH</c>, absolute. A bare name would let Windows start a <c>git.exe</c> that lies in the current folder,
    /// which may be anybody's repository.
    /// </summary>
    public static string? Path { get; } = Find(Environment.GetEnvironmentVariable("PATH") ?? "");

    private static string? Find(string path) => path.Split(System.IO.Path.PathSeparator)
        .Where(System.IO.Path.IsPathFullyQualified)
        .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git"))
        .FirstOrDefault(File.Exists);
}
