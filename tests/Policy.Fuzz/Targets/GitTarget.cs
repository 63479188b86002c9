using System.Text;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Fuzz;

/// <summary>What git answers: whatever it is, it is read or refused, and what is read names files and contents that are in it.</summary>
internal static class GitTarget
{
    private const string Root = "/repository";

    public static FuzzTarget Instance { get; } = new(
        "git",
        [
            "\0", "\u0001", "\n", "\t", " ", ":100644 100644 ", "0000000000000000000000000000000000000000", "aaaaaaa bbbbbbb", " M\0", " R100\0",
            " A\0", "160000", "120000", "blob ",
            "commit ", " missing\n", "-1", "99999999999999999999", "..", "/", "docs/adr/0001-one.md",
        ],
        Run);

    private static void Run(string seed, string text)
    {
        var parts = text.Split('\0');
        foreach (var (before, after) in Read(() => GitRepository.ChangesIn(parts)) ?? [])
        {
            FuzzTarget.Expect(parts.Contains(after.Path) && (before is null || parts.Contains(before)), "A change is of a file that git did not name.");
        }
        foreach (var file in GitWorktree.IndexIn(parts, Root)) FuzzTarget.Expect(Path.IsPathFullyQualified(file.Path), "A file of the index has no path.");
        foreach (var file in GitWorktree.FilesIn(parts, Root)) FuzzTarget.Expect(Path.IsPathFullyQualified(file.Path), "A file of a commit has no path.");
        var output = Encoding.UTF8.GetBytes(text);
        foreach (var content in (Read(() => GitBlobs.ContentsIn(output, ["a", "b"])) ?? []).Values)
        {
            FuzzTarget.Expect(output.AsSpan().IndexOf(content) >= 0, "A content is not in git's answer.");
        }
    }

    private static T? Read<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (GitException)
        {
            return null;
        }
    }
}
