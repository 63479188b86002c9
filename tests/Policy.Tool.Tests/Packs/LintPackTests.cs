namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>Lint reports what is wrong about packs: in own records, in the packs, in history, and where a project leaves a pack out.</summary>
public sealed class LintPackTests : IDisposable
{
    private const string Record = "docs/adr/0001-own.md";

    private readonly GitFolder _git = new();

    private ToolFolder Folder => _git.Folder;

    public void Dispose() => _git.Dispose();

    [Fact]
    public void A_waiver_that_is_not_allowed_is_an_error_at_its_place()
    {
        Waive("2026-11-01", "2027-12-31");
        var run = Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("lint");

        Assert.Equal(1, run.Exit);
        Assert.StartsWith($"{Record}(4,96): error DP1030: The waiver lasts 425 days", run.Output);
    }

    [Fact]
    public void A_fault_in_a_pack_is_reported_once_with_package_and_version()
    {
        var pack = TestPack.Contoso().With("docs/adr/0002-tls-only.md", TestPack.Misspelled);
        var run = Folder.WithProject("src/One/One.csproj", pack).WithProject("src/Two/Two.csproj", pack).Run("lint");

        Assert.Equal(1, run.Exit);
        Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("src/One/One.csproj(1,1): error DP2001: Contoso.Decisions 1.2.0, docs/adr/0002-tls-only.md(4,", run.Output);
        Assert.Contains("<failure", Folder.Run("lint", "--format", "junit").Output);
    }

    [Fact]
    public void A_first_day_that_was_moved_is_a_warning()
    {
        Waive("2026-08-01", "2026-10-30");
        var commit = _git.Commit("2026-08-02");
        Waive("2026-10-30", "2027-01-28");
        var run = Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("lint");

        Assert.Equal(1, run.Exit);
        Assert.Equal(
            $"{Record}(4,77): warning DP1104: The waiver of Contoso.Decisions/ADR-0001 began on 2026-08-01 when it was committed in {commit} (2026-08-02), "
                + "and now begins on 2026-10-30. So it lasts longer than it was granted for. Write 'from: 2026-08-01' again, and comply with the decision "
                + "when the waiver ends.\n",
            run.Output);
    }

    [Fact]
    public void It_stays_a_warning_once_the_move_is_committed()
    {
        Waive("2026-08-01", "2026-10-30");
        _git.Commit("2026-08-02");
        Folder.With(Record, "---\nstatus: [\n---\n");
        _git.Commit("2026-08-03");
        Waive("2026-10-30", "2027-01-28", "Another reason.");
        _git.Commit("2026-10-30");

        Assert.Contains("DP1104", Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("lint").Output);
    }

    [Fact]
    public void Another_last_day_an_earlier_first_one_and_a_new_waiver_are_fine()
    {
        Waive("2026-08-03", "2026-10-30");
        _git.Commit("2026-08-02");
        Waive("2026-08-01", "2026-09-30");
        _git.Commit("2026-08-03");
        Folder.WithRecord("0001-own", "status: accepted");
        _git.Commit("2026-10-01");
        Waive("2026-11-01", "2026-12-30");
        var run = Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("lint");

        Assert.Equal((0, ""), (run.Exit, run.Output));
    }

    [Fact]
    public void A_second_waiver_for_another_environment_is_not_the_first_one_moved()
    {
        const string Waived = "  - { decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, environments: ";
        const string First = "status: accepted\nwaivers:\n" + Waived + "[Staging], from: 2026-08-01, until: 2026-10-20, because: One. }\n";
        Folder.WithRecord("0001-own", First);
        _git.Commit("2026-08-02");
        Folder.WithRecord("0001-own", First + Waived + "[Test], from: 2026-10-01, until: 2026-12-20, because: Two. }");

        Assert.Empty(Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("lint").Output);
    }

    [Theory]
    [InlineData("<PackageReference Include=\"Contoso.Decisions\" Version=\"1.2.0\" ExcludeAssets=\"build\" />", "ExcludeAssets")]
    [InlineData("<PackageReference Include=\"Contoso.Decisions\" Version=\"1.2.0\" IncludeAssets=\"runtime\" />", "IncludeAssets")]
    [InlineData("<PackageReference Update=\"DecisionPolicies\" ExcludeAssets=\"analyzers; build\" />", "ExcludeAssets")]
    [InlineData("<DecisionPack Remove=\"Contoso.Decisions\" />", "DecisionPack")]
    [InlineData("<DecisionPackFile Remove=\"@(DecisionPackFile)\" />", "DecisionPackFile")]
    public void What_keeps_a_pack_from_a_build_is_listed(string line, string what)
    {
        var run = Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso())
            .With("Directory.Build.targets", $"<Project>\n{line}\n</Project>\n").Run("lint");

        Assert.Equal(0, run.Exit);
        Assert.Equal(
            $"Directory.Build.targets(2,{line.IndexOf(what, StringComparison.Ordinal) + 1}): info DP1103: '{what}': this item keeps a decision pack from "
                + "the build of the project. docs/diagnostics.md says what is still kept.\n",
            run.Output);
    }

    [Theory]
    [InlineData("<PackageReference Include=\"Other\" ExcludeAssets=\"build\" />")]
    [InlineData("<PackageReference Include=\"Contoso.Decisions\" ExcludeAssets=\"runtime\" />")]
    [InlineData("<PackageReference Include=\"Contoso.Decisions\" IncludeAssets=\"All\" />")]
    [InlineData("<PackageReference Include=\"Contoso.Decisions\" PrivateAssets=\"all\" />")]
    [InlineData("<DecisionPack Update=\"Contoso.Decisions\" Class=\"Platform\" />")]
    public void What_leaves_a_pack_in_the_build_is_not_listed(string line) => Assert.Empty(
        Folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).With("Directory.Build.targets", line).Run("lint").Output);

    private void Waive(string from, string until, string because = "Old app.") => Folder.WithRecord(
        "0001-own",
        "status: accepted\nwaivers:\n"
            + $"  - {{ decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: {from}, until: {until}, because: {because} }}");
}
