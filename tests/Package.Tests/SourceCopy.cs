namespace Package.Tests;

/// <summary>
/// A clone of this repository as far as packing needs it: what lies in the working tree, in a folder of its own, so that packing meets
/// no other build and no leftover of one.
/// </summary>
internal static class SourceCopy
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string[] _folders = ["src", "docs", "assets"];
    private static readonly string[] _leftovers = ["bin", "obj", "TestResults"];

    public static void Make(string folder)
    {
        Directory.CreateDirectory(folder);
        Copy(Machine.RepositoryRoot, folder);
        foreach (var name in _folders)
            CopyAll(Path.Combine(Machine.RepositoryRoot, name), Path.Combine(folder, name));
        Clone(folder);
    }

    /// <summary>Copies a folder without what builds leave in it.</summary>
    public static void CopyAll(string from, string to)
    {
        Directory.CreateDirectory(to);
        Copy(from, to);
        foreach (var below in Directory.EnumerateDirectories(from).Select(f => Path.GetFileName(f)!).Except(_leftovers))
            CopyAll(Path.Combine(from, below), Path.Combine(to, below));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from).Where(f => Path.GetFileName(f) != ".git"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    // SourceLink reads these files and runs no git.
    private static void Clone(string folder)
    {
        var git = Directory.CreateDirectory(Path.Combine(folder, ".git")).FullName;
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs"));
        File.WriteAllText(Path.Combine(git, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"),
            "[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = https://github.com/example/DecisionPolicies.git\n");
    }
}
