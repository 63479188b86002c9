using DecisionPolicies.Records;

namespace DecisionPolicies.Tool.Tests.Repository;

/// <summary>Files in folders, and which of them are records to a project.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Project">The folder of the project, in which the command is called, too.</param>
/// <param name="Files">The files; a name that ends with a slash is an empty folder, and one with an arrow a link.</param>
/// <param name="Records">The paths of the records, as messages show them.</param>
public sealed record FolderLayout(string Name, string Project, string[] Files, string[] Records)
{
    private const string GitHead = ".git/HEAD";
    private const string GitFile = ".git";

    /// <summary>Whether the build and the command say that records farther above have rules.</summary>
    public bool HidesRules { get; init; }

    /// <summary>Every layout.</summary>
    public static IReadOnlyList<FolderLayout> All { get; } =
    [
        .. UsualFolders.Names.Select(name => new FolderLayout($"the usual folder {name}", "src/App", [GitHead, $"{name}/1.md"], [$"{name}/1.md"])),
        new("a folder below the usual one", "src/App", [GitHead, "docs/adr/a/b/1.md"], ["docs/adr/a/b/1.md"]),
        new(
            "every extension",
            "src/App",
            [GitHead, "docs/adr/1.md", "docs/adr/2.markdown", "docs/adr/3.mdx", "docs/adr/4.adoc"],
            ["docs/adr/1.md", "docs/adr/2.markdown", "docs/adr/3.mdx", "docs/adr/4.adoc"]),
        new("a file that is not Markdown", "src/App", [GitHead, "docs/adr/1.md", "docs/adr/2.txt"], ["docs/adr/1.md"]),
        new("a suffix in capitals", "src/App", [GitHead, "docs/adr/1.MD"], ["docs/adr/1.MD"]),
        new("a project at the root", "", [GitHead, "docs/adr/1.md"], ["docs/adr/1.md"]),
        new("special characters", "odd # name/it's 100%;/App", [GitHead, "odd # name/docs/adr/a, b; c#.md"], ["odd # name/docs/adr/a, b; c#.md"]),
        new("a repository with special characters", "it's # 100%; a,b/App", ["it's # 100%; a,b/.git/HEAD", "it's # 100%; a,b/adr/1.md"], ["adr/1.md"]),
        new("several folders on one level", "src", [GitHead, "adr/1.md", "docs/decisions/2.md", "doc/adr/3.md"],
            ["adr/1.md", "doc/adr/3.md", "docs/decisions/2.md"]),
        new("a nearer folder and a farther one", "src/App", [GitHead, "docs/adr/1.md", "src/adr/2.md"], ["src/adr/2.md"]),
        new("a nearer folder, and rules farther away", "src/App", [GitHead, "docs/adr/1.md: rules", "src/adr/2.md"], ["src/adr/2.md"]) { HidesRules = true },
        new("a nearer folder, and rules on a level between", "a/b/c", [GitHead, "adr/1.md", "a/docs/adr/1.md: rules", "a/b/adr/2.md"], ["a/b/adr/2.md"])
        {
            HidesRules = true,
        },
        new("a nearer folder, and rules above the repository", "a/b", ["adr/1.md: rules", "a/.git/HEAD", "a/b/adr/2.md"], ["b/adr/2.md"]),
        new("rules in the nearer folder alone", "src/App", [GitHead, "docs/adr/1.md", "src/adr/2.md: rules"], ["src/adr/2.md"]),
        new("a record that is a link", "src/App", [GitHead, "other/1.md", "docs/adr/1.md -> ../../other/1.md"], ["docs/adr/1.md"]),
        new("a folder that is a link", "src/App", [GitHead, "other/a/1.md", "docs/adr/2.md", "docs/adr/more -> ../../other"],
            ["docs/adr/2.md", "docs/adr/more/a/1.md"]),
        new("links that lead in a circle", "src/App", [GitHead, "docs/adr/1.md", "docs/adr/up -> ..", "docs/adr/self -> ."], ["docs/adr/1.md"]),
        new("a nearer folder without a record", "src/App", [GitHead, "docs/adr/1.md", "src/adr/"], []),
        new("a file that is named like a folder", "src/App", [GitHead, "docs/adr/1.md", "src/adr"], ["docs/adr/1.md"]),
        new("two folders whose names differ in case", "src", [GitHead, "docs/adr/1.md", "docs/ADR/2.md"], ["docs/ADR/2.md", "docs/adr/1.md"]),
        new("two folders at the root whose names differ in case", "src", [GitHead, "adr/1.md", "ADR/2.md"], ["ADR/2.md", "adr/1.md"]),
        new("a spelling that is not in the list", "src", [GitHead, "docs/Adr/1.md"], []),
        // Where the file system ignores case, a folder exists in each spelling.
        new("a file system that ignores case", "src", [GitHead, "docs/adr/1.md", "docs/ADR/1.md", "dOcS/AdR/1.md"], ["docs/adr/1.md"]),
        new("a worktree", "src/App", [GitFile, "docs/adr/1.md"], ["docs/adr/1.md"]),
        new("a repository in a folder of another", "outer/inner/src", ["outer/.git/HEAD", "outer/inner/.git/HEAD", "outer/inner/adr/1.md"], ["adr/1.md"]),
        new("a submodule", "clone/module/src", ["clone/.git/HEAD", "clone/module/.git", "clone/module/docs/adr/1.md"], ["docs/adr/1.md"]),
        new("a clone in a worktree", "tree/clone/src", ["tree/.git", "tree/clone/.git/HEAD", "tree/clone/docs/adr/1.md"], ["docs/adr/1.md"]),
        new("a submodule without records", "clone/module/src", ["clone/.git/HEAD", "clone/docs/adr/1.md", "clone/module/.git"], []),
        new("a root without records", "clone/src", ["docs/adr/1.md", "clone/.git/HEAD"], []),
        new("records of the root's own level", "clone/src", ["docs/adr/1.md", "clone/.git/HEAD", "clone/adr/2.md"], ["adr/2.md"]),
        new("a folder .git that is not a repository", "outer/inner/src", ["outer/.git/HEAD", "outer/adr/1.md", "outer/inner/.git/"], ["adr/1.md"]),
        new("no repository", "outer/src/App", ["outer/docs/adr/1.md"], ["docs/adr/1.md"]),
        new("no repository, and the project's own folder", "src/App", ["src/App/docs/adr/1.md"], ["docs/adr/1.md"]),
        new("eight levels", "1/2/3/4/5/6/7/8", ["adr/1.md"], ["adr/1.md"]),
        new("nine levels", "1/2/3/4/5/6/7/8/9", ["adr/1.md"], []),
        new("eight levels in a repository", "1/2/3/4/5/6/7/8", [GitHead, "adr/1.md"], ["adr/1.md"]),
        new("nine levels in a repository", "1/2/3/4/5/6/7/8/9", [GitHead, "adr/1.md"], []),
        new("a repository that begins far above", "1/2/3/4/5/6/7/8/9/10/11", [GitHead, "1/2/3/4/adr/1.md"], ["1/2/3/4/adr/1.md"]),
    ];
}
