namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>A decision pack judges configuration as the repository's own records do, and is cited with its version.</summary>
public sealed class CheckPackTests : IDisposable
{
    private const string Guest = """{ "Shop": { "GuestCheckout": true } }""";
    private const string Package = "Contoso.Decisions.1.2.0.nupkg";

    private readonly ToolFolder _folder = new ToolFolder().With("deploy/shop.json", Guest);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_that_is_named_is_enough()
    {
        var run = _folder.WithPackage(TestPack.Contoso()).Run("check", "deploy", "--records", Package);

        Assert.Equal(1, run.Exit);
        Assert.StartsWith(
            """
            error[ADR-0001 (Contoso.Decisions 1.2.0)]: Shop:GuestCheckout = true, which must not be true
             --> deploy/shop.json:1:30
            """.ReplaceLineEndings("\n"), run.Output);
        Assert.Contains(" = read: https://example.org/decisions/blob/HEAD/docs/adr/0001-no-guest-checkout.md\n", run.Output);
        Assert.EndsWith("1 file checked: 1 violation of 1 decision.\n", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void A_folder_with_a_manifest_is_a_pack_too()
    {
        var run = _folder.WithPackFolder("platform", TestPack.Contoso()).Run("check", "deploy", "--records", "platform");

        Assert.Equal(1, run.Exit);
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
    }

    [Fact]
    public void The_packs_of_restored_projects_are_found()
    {
        var run = _folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("check", "deploy");

        Assert.Equal(1, run.Exit);
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void From_a_folder_in_a_repository_the_projects_of_the_whole_repository_count()
    {
        var run = _folder.With(".git/HEAD", "ref: refs/heads/main\n").WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).RunIn("deploy", "check");

        Assert.Equal(1, run.Exit);
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
    }

    [Fact]
    public void A_project_whose_files_of_the_build_are_elsewhere_is_found()
    {
        _folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso());
        _folder.With("artifacts/obj/Shop/project.assets.json", _folder.Read("src/Shop/obj/project.assets.json"));
        Directory.Delete(_folder.Full("src/Shop/obj"), recursive: true);

        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", _folder.Run("check", "deploy").Output);
    }

    [Fact]
    public void A_record_of_the_repository_and_one_of_a_pack_may_have_one_id()
    {
        var run = _folder.WithPackage(TestPack.Contoso())
            .WithRecord("0001-no-guest-checkout", "status: accepted\nrules:\n  - { configuration: Shop:GuestCheckout, forbid: true }", "# Ours\n")
            .Run("check", "deploy", "--records", Package, "--format", "github");

        Assert.Equal(1, run.Exit);
        Assert.Contains("title=ADR-0001 Ours::ADR-0001 rejects", run.Output);
        Assert.Contains("title=ADR-0001 (Contoso.Decisions 1.2.0) No guest checkout::ADR-0001 (Contoso.Decisions 1.2.0) rejects", run.Output);
        Assert.EndsWith("1 file checked: 2 violations of 2 decisions.\n", run.Output);
    }

    [Fact]
    public void What_only_another_library_depends_on_does_not_govern_a_project_and_what_a_pack_depends_on_does()
    {
        var deep = new TestPack("Fabrikam.Adr", "2.0.0").With("adr/0001-x.md", RecordAbout("Deep"));
        var lone = new TestPack("Lone.Decisions", "1.0.0").With("adr/0001-x.md", RecordAbout("Lone"));
        var contoso = TestPack.Contoso() with { DependsOn = [deep] };
        var run = _folder.WithProject("src/Shop/Shop.csproj", [contoso], [contoso, deep, lone])
            .With("deploy/other.json", """{ "Deep": true, "Lone": true }""").Run("check", "deploy/other.json");

        Assert.Contains("ADR-0001 (Fabrikam.Adr 2.0.0)", run.Output);
        Assert.DoesNotContain("Lone.Decisions", run.Output);

        static string RecordAbout(string key) => $"---\nstatus: accepted\nrules:\n  - {{ configuration: {key}, forbid: true }}\n---\n# {key}";
    }

    [Fact]
    public void Each_version_governs_the_files_of_its_own_projects_and_the_newest_everything_else()
    {
        var proposed = TestPack.NoGuestCheckout.Replace("accepted", "proposed", StringComparison.Ordinal);
        var old = TestPack.Contoso("1.1.0").With("docs/adr/0001-no-guest-checkout.md", proposed);
        var run = _folder.WithProject("src/New/New.csproj", TestPack.Contoso()).WithProject("src/Old/Old.csproj", old).WithProject("src/None/None.csproj")
            .With("src/New/appsettings.json", Guest).With("src/Old/appsettings.json", Guest).With("src/None/appsettings.json", Guest)
            .Run("check", "deploy", "src", "--format", "github");

        Assert.Equal(1, run.Exit);
        Assert.Contains("::error file=deploy/shop.json,line=1,endLine=1,col=30,endColumn=34,title=ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
        Assert.Contains("::error file=src/New/appsettings.json,line=1,endLine=1,col=30,endColumn=34,title=ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
        Assert.Contains("::warning file=src/Old/appsettings.json,line=1,endLine=1,col=30,endColumn=34,title=ADR-0001 (Contoso.Decisions 1.1.0)", run.Output);
        Assert.DoesNotContain("src/None", run.Output);
        Assert.Equal(
            "decisions: Contoso.Decisions is used in several versions: 1.2.0 by src/New/New.csproj, 1.1.0 by src/Old/Old.csproj. Each governs the files "
                + "of its own projects. Everything else is governed by 1.2.0, the newest.\n",
            run.Error);
    }

    [Fact]
    public void In_a_folder_with_several_projects_what_belongs_to_none_of_them_is_judged_by_all()
    {
        var run = _folder.WithProject("Tools.csproj").WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).Run("check", "deploy");
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
    }

    [Theory]
    [InlineData("docs/adr")]
    [InlineData("Contoso.Decisions.1.2.0.nupkg")]
    public void What_is_not_named_is_found_as_always(string named)
    {
        var run = _folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso()).WithPackage(TestPack.Contoso())
            .WithRecord("0001-own", "status: accepted\nrules:\n  - { configuration: Shop:GuestCheckout, forbid: true }")
            .Run("check", "deploy", "--records", named);
        Assert.EndsWith("1 file checked: 2 violations of 2 decisions.\n", run.Output);
    }

    [Fact]
    public void A_pack_for_a_later_engine_is_a_fault_of_the_run()
    {
        var pack = TestPack.Contoso() with { Manifest = TestPack.Contoso().Manifest + "engine: \"99.0.0\"\n" };
        var run = _folder.WithPackage(pack).With("deploy/shop.json", "{}").Run("check", "deploy", "--records", Package);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith(
            $"{Package}(1,1): error DP1032: Contoso.Decisions 1.2.0, decision-pack.yml(1,1): The pack was made by DecisionPolicies 99.0.0", run.Error);
        Assert.EndsWith($"decisions: Rules of decision packs at {Package} cannot be read and were skipped, so this report may be incomplete. "
            + "Run 'decisions lint' for details.\n", run.Error);
    }

    [Fact]
    public void A_fault_in_a_record_of_a_pack_is_a_fault_of_the_run_at_the_project()
    {
        var pack = TestPack.Contoso().With("docs/adr/0002-tls-only.md", TestPack.Misspelled);
        var run = _folder.WithProject("src/Shop/Shop.csproj", pack).With("deploy/shop.json", "{}").Run("check", "deploy");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("src/Shop/Shop.csproj(1,1): error DP2001: Contoso.Decisions 1.2.0, docs/adr/0002-tls-only.md(4,", run.Error);
        Assert.Contains("Use another version of the pack, or ask its owners to correct the record.\n", run.Error);
    }

    [Fact]
    public void A_pack_that_is_gone_from_where_it_was_restored_is_a_fault_of_the_run()
    {
        _folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso());
        Directory.Delete(_folder.Full("packages"), recursive: true);
        var run = _folder.Run("check", "deploy");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("src/Shop/Shop.csproj(1,1): error DP1032: The decision pack Contoso.Decisions 1.2.0 cannot be read, because", run.Error);
    }

    [Theory]
    [InlineData("src/Late/Late.csproj", "<Project><PackageReference Include=\"Contoso.Decisions\" /></Project>")]
    [InlineData("Directory.Build.props", "<Project><ItemGroup><PackageReference Include=\"contoso.decisions\" /></ItemGroup></Project>")]
    [InlineData("Directory.Packages.props", "<Project><ItemGroup><GlobalPackageReference Include='Contoso.Decisions' /></ItemGroup></Project>")]
    public void A_project_that_refers_to_a_pack_and_is_not_restored_is_named(string file, string text)
    {
        var run = _folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso())
            .With("src/Late/Late.csproj", "<Project />").With(file, text).Run("check", "deploy");

        Assert.Equal("decisions: src/Late/Late.csproj refers to Contoso.Decisions and is not restored, so its own version of the pack is not known. "
            + "Run 'dotnet restore'.\n", run.Error);
    }

    [Fact]
    public void A_project_that_does_not_refer_to_a_pack_need_not_be_restored() => Assert.Empty(_folder.WithProject("src/Shop/Shop.csproj", TestPack.Contoso())
        .With("src/Late/Late.csproj", "<Project><PackageReference Include=\"Other\" /></Project>").Run("check", "deploy").Error);

    [Fact]
    public void What_NuGet_did_not_write_is_passed_over()
    {
        _folder.WithRecord("0001-one", "status: accepted\nrules:\n  - { configuration: A, forbid: true }");
        foreach (var text in new[]
        {
            "", "[]", "{", """{ "libraries": 1, "targets": [], "project": null }""", """{ "libraries": { "x": { "type": "package" } } }""",
        })
        {
            var run = _folder.With("src/A/obj/project.assets.json", text).Run("check", "deploy");
            Assert.Equal((0, ""), (run.Exit, run.Error));
        }
    }

    [Fact]
    public void The_records_of_a_commit_are_completed_by_the_packs()
    {
        using var git = new GitFolder();
        git.Folder.With("deploy/shop.json", Guest).WithPackage(TestPack.Contoso())
            .WithRecord("0001-a", "status: accepted\nrules:\n  - { configuration: A, forbid: true }");
        git.Commit("2026-11-01");
        var run = git.Folder.Run("check", "deploy", "--records-ref", "main", "--records", Package);

        Assert.Equal(1, run.Exit);
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", run.Output);
    }

    [Theory]
    [InlineData("missing.nupkg", "decisions: The package 'missing.nupkg' does not exist. Name a decision pack with --records.\n")]
    [InlineData("deploy/shop.json", "decisions: The folder 'deploy/shop.json' does not exist. Name the folder of the records with --records.\n")]
    public void What_is_named_and_is_not_there_is_wrong_usage(string name, string message)
    {
        var run = _folder.Run("check", "--records", name);
        Assert.Equal((2, message), (run.Exit, run.Error));
    }

    [Fact]
    public void Without_records_and_packs_the_message_is_the_usual_one()
    {
        var run = _folder.WithProject("src/Shop/Shop.csproj").Run("check");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: There are no records here. ", run.Error);
    }
}
