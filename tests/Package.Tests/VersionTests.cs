namespace Package.Tests;

/// <summary>Versions come from git: a commit has one of its own, and what has no history or a part of it does not pretend to.</summary>
public sealed class VersionTests(VersionedClone clone) : IClassFixture<VersionedClone>
{
    private const string Reason = "Versions are counted by git, which is not installed.";

    public static bool HasGit => Machine.HasCommand("git");

    [Fact(Skip = Reason, SkipUnless = nameof(HasGit))]
    public void Two_commits_have_two_versions() => Assert.Equal(("0.1.0-alpha.0", "0.1.0-alpha.0.1"), (clone.First, clone.Second));

    [Fact(Skip = Reason, SkipUnless = nameof(HasGit))]
    public void What_is_packed_locally_has_a_suffix() => Assert.Equal("0.1.0-alpha.0.1.local.7", clone.WithSuffix);

    [Fact(Skip = Reason, SkipUnless = nameof(HasGit))]
    public void A_tag_is_the_version() => Assert.Equal(("0.2.0", "0.2.0-local.7"), (clone.Tagged, clone.TaggedWithSuffix));

    [Fact(Skip = Reason, SkipUnless = nameof(HasGit))]
    public void Without_history_there_is_a_version_and_no_warning() => Assert.Equal("0.1.0-alpha.0", clone.WithoutHistory);

    [Fact(Skip = Reason, SkipUnless = nameof(HasGit))]
    public void A_shallow_clone_is_not_packed_and_says_how_to_fetch_the_history()
    {
        Assert.NotEqual(0, clone.Shallow.Code);
        Assert.Contains("This clone is shallow", clone.Shallow.Output);
        Assert.Contains("git fetch --unshallow", clone.Shallow.Output);
    }

    [Fact(Skip = Reason, SkipUnless = nameof(HasGit))]
    public void A_shallow_clone_is_built() => clone.ShallowBuilt.Succeeded();
}

/// <summary>The versions of a clone, commit by commit.</summary>
public sealed class VersionedClone(PackedPackage package) : IAsyncLifetime
{
    private string Folder => Path.Combine(package.Root, "versions", "clone");

    public string First { get; private set; } = "";

    public string Second { get; private set; } = "";

    public string WithSuffix { get; private set; } = "";

    public string Tagged { get; private set; } = "";

    public string TaggedWithSuffix { get; private set; } = "";

    public string WithoutHistory { get; private set; } = "";

    /// <summary>How packing a shallow clone ended.</summary>
    public Outcome Shallow { get; private set; } = null!;

    /// <summary>How building a project there ended.</summary>
    public Outcome ShallowBuilt { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!VersionTests.HasGit) return;
        SourceCopy.Make(Folder);
        Directory.Delete(Path.Combine(Folder, ".git"), recursive: true);
        WithoutHistory = await Version("-restore");

        await Git("init", "--quiet");
        await Git("add", ".");
        await Commit();
        First = await Version();
        await Commit();
        Second = await Version();
        WithSuffix = await Version("-p:VersionSuffix=local.7");

        var shallow = Path.Combine(package.Root, "versions", "shallow");
        await Git("clone", "--quiet", "--depth", "1", new Uri(Folder).AbsoluteUri, shallow);
        Shallow = await Run(shallow, "dotnet", "pack", "src/Policy");
        ShallowBuilt = await Run(shallow, "dotnet", "build", "src/Policy", "-f", "net10.0", "-p:JudgedByDecisions=false", "-p:RunAnalyzers=false");

        await Git("tag", "0.2.0");
        Tagged = await Version();
        TaggedWithSuffix = await Version("-p:VersionSuffix=local.7");
    }

    public ValueTask DisposeAsync() => default;

    private async Task<string> Version(params string[] properties)
    {
        string[] arguments = ["msbuild", "src/Policy.Rules", "-warnaserror", "-t:MinVer", "-getProperty:PackageVersion", "-p:TargetFramework=net10.0"];
        return (await Run(Folder, "dotnet", [.. arguments, .. properties])).Succeeded().Output.Trim();
    }

    private async Task Commit() =>
        await Git("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "commit", "--quiet", "--allow-empty", "--message", "Change something");

    private async Task Git(params string[] arguments) => (await Run(Folder, "git", arguments)).Succeeded();

    private static Task<Outcome> Run(string folder, string file, params string[] arguments) =>
        Command.Run(folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Machine.PackageFolder }, file, arguments);
}
