using System.Text.Json;

namespace DecisionPolicies.Tool.Tests.Packs;

/// <summary>The commands that read the decision log know the records of packs; those that write change the repository's own alone.</summary>
public sealed class BrowsePackTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithProject("src/Shop/Shop.csproj", TestPack.Contoso())
        .WithRecord("0001-use-one-queue", """
            status: accepted
            date: 2026-09-01
            because: Two queues lose the order.
            waivers:
              - { decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-11-01, until: 2026-12-15, because: Old app. }
            """,
            "# Use one queue\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_list_has_the_records_of_packs_after_those_of_the_repository()
    {
        var run = _folder.Run("list");

        Assert.Equal(
            """
            ADR-0001                    accepted  2026-09-01  Use one queue
            Contoso.Decisions/ADR-0001  accepted  2026-10-01  No guest checkout
            Contoso.Decisions/ADR-0002  accepted              TLS only

            """.ReplaceLineEndings("\n"), run.Output);
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Fact]
    public void A_repository_without_records_of_its_own_lists_those_of_packs()
    {
        Directory.Delete(_folder.Full("docs"), recursive: true);
        var run = _folder.Run("list", "--status", "accepted");

        Assert.StartsWith("Contoso.Decisions/ADR-0001  accepted", run.Output);
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Theory]
    [InlineData("Contoso.Decisions/ADR-0001")]
    [InlineData("contoso.decisions/adr-1")]
    [InlineData("Contoso.NoGuestCheckout")]
    [InlineData("NoGuestCheckout")]
    [InlineData("0001-no-guest-checkout.md")]
    [InlineData("Contoso.Decisions 1.2.0/docs/adr/0001-no-guest-checkout.md")]
    public void Show_finds_a_packed_decision_by(string text)
    {
        var run = _folder.Run("show", text);

        Assert.Equal(
            """
            ADR-0001 (Contoso.Decisions 1.2.0): No guest checkout
            accepted 2026-10-01

              Because        Orders without an account cannot be recalled.
              Instead        Ask for an account at checkout.
              Rules          configuration Shop:GuestCheckout must not be true
                               can be waived for at most 90 days
              Waivers        Shop:GuestCheckout from 2026-11-01 until 2026-12-15 (19 days left)
                               Old app.
              Pack           Contoso.Decisions 1.2.0
              In code        Decisions.Contoso.NoGuestCheckout
              File           Contoso.Decisions 1.2.0/docs/adr/0001-no-guest-checkout.md
              Read           https://example.org/decisions/blob/HEAD/docs/adr/0001-no-guest-checkout.md

            """.ReplaceLineEndings("\n"), run.Output);
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("ADR-0001")]
    public void What_names_a_record_of_the_repository_means_no_other(string text) =>
        Assert.StartsWith("ADR-0001: Use one queue\n", _folder.Run("show", text).Output);

    [Fact]
    public void What_names_only_a_packed_decision_means_it() =>
        Assert.StartsWith("ADR-0002 (Contoso.Decisions 1.2.0): TLS only\n", _folder.Run("show", "2").Output);

    [Fact]
    public void What_names_decisions_of_several_packs_is_not_enough()
    {
        var other = new TestPack("Fabrikam.Adr", "1.0.0").With("adr/0002-x.md", "---\nstatus: accepted\n---\n# X");
        var run = _folder.WithProject("src/Other/Other.csproj", other).Run("show", "ADR-0002");

        Assert.Equal(
            (2, "decisions: 'ADR-0002' matches more than one record: Contoso.Decisions/ADR-0002, Fabrikam.Adr/ADR-0002. Name one of these ids.\n"),
            (run.Exit, run.Error));
    }

    [Fact]
    public void A_waiver_that_has_not_begun_says_when_it_does() =>
        Assert.Contains("until 2026-12-15 (begins in 3 days)", _folder.On("2026-10-29").Run("show", "Contoso.NoGuestCheckout").Output);

    [Fact]
    public void JSON_has_the_pack_and_the_first_day_of_a_waiver()
    {
        var record = JsonDocument.Parse(_folder.Run("show", "NoGuestCheckout", "--format", "json").Output).RootElement.GetProperty("record");

        Assert.Equal("Contoso.Decisions/ADR-0001", record.GetProperty("id").GetString());
        Assert.Equal("""{"id":"Contoso.Decisions","version":"1.2.0"}""", Compact(record.GetProperty("pack")));
        Assert.Equal("2026-11-01", record.GetProperty("waivers")[0].GetProperty("from").GetString());
        var list = JsonDocument.Parse(_folder.Run("list", "--format", "json").Output).RootElement.GetProperty("records");
        Assert.False(list[0].TryGetProperty("pack", out _));
        Assert.Equal("1.2.0", list[1].GetProperty("pack").GetProperty("version").GetString());

        static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
    }

    [Fact]
    public void Search_looks_through_packs()
    {
        var run = _folder.Run("search", "recalled");
        Assert.Equal(
            "Contoso.Decisions/ADR-0001  accepted  No guest checkout\n"
                + "  Contoso.Decisions 1.2.0/docs/adr/0001-no-guest-checkout.md:4: because: Orders without an account cannot be recalled.\n",
            run.Output);
    }

    [Fact]
    public void A_reply_cites_the_pack_with_its_link() => Assert.Contains(
        "[ADR-0001 (Contoso.Decisions 1.2.0), No guest checkout]"
            + "(https://example.org/decisions/blob/HEAD/docs/adr/0001-no-guest-checkout.md) (accepted on 2026-10-01)",
        _folder.Run("reply", "NoGuestCheckout").Output);

    [Fact]
    public void The_graph_draws_packed_records_too()
    {
        var output = _folder.Run("graph", "--all").Output;
        Assert.Contains("[\"ADR-0001: Use one queue\"]", output);
        Assert.Contains("[\"Contoso.Decisions/ADR-0001: No guest checkout\"]", output);
    }

    [Fact]
    public void A_waiver_of_a_pack_is_due_where_it_is_stated_and_a_date_of_the_pack_fails_nothing()
    {
        var run = _folder.Run("due");

        Assert.Equal(
            "packages/contoso.decisions/1.2.0/decisions/docs/adr/0002-tls-only.md(3,10): overdue by 25 days: revisit ADR-0002 (Contoso.Decisions 1.2.0) "
                + "(TLS only) by 2026-11-01.\n"
                + "docs/adr/0001-use-one-queue.md(6,96): in 19 days: ADR-0001 (Contoso.Decisions 1.2.0)'s waiver for Shop:GuestCheckout expires on "
                + "2026-12-15 (Old app).\n",
            run.Output);
        Assert.Equal((0, "0 overdue, 1 overdue in decision packs, 1 due by 2026-12-26.\n"), (run.Exit, run.Error));
        Assert.Equal(1, _folder.On("2026-12-16").Run("due").Exit);
    }

    [Fact]
    public void Pages_of_packed_records_link_to_each_other_and_to_their_own_repository()
    {
        var run = _folder.Run("site", "out", "--link-base", "https://example.org/own");

        Assert.Equal((0, "out: 4 pages written\n"), (run.Exit, run.Output));
        var page = _folder.Read("out/Contoso.Decisions-0001-no-guest-checkout.html");
        Assert.Contains("ADR-0001 (Contoso.Decisions 1.2.0)", page);
        Assert.Contains("href=\"Contoso.Decisions-0002-tls-only.html\"", page);
        Assert.Contains("href=\"https://example.org/decisions/blob/HEAD/docs/guide.md\"", page);
        Assert.DoesNotContain("https://example.org/own", page);
    }

    [Fact]
    public void The_index_has_only_records_of_the_repository()
    {
        _folder.With("docs/adr/README.md", "<!-- decisions:start -->\n<!-- decisions:end -->\n").Run("index", "docs/adr/README.md");
        Assert.Equal(4, _folder.Read("docs/adr/README.md").Split('\n').Count(line => line.Length > 0) - 1);
    }

    [Theory]
    [InlineData("supersede", "Contoso.Decisions/ADR-0001", "Allow it")]
    [InlineData("amend", "Contoso.NoGuestCheckout", "A word.")]
    [InlineData("deprecate", "ADR-0002")]
    [InlineData("accept", "0002-tls-only.md")]
    public void A_packed_decision_is_not_changed(params string[] call)
    {
        var before = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
        var run = _folder.Run(call);

        Assert.Equal(2, run.Exit);
        Assert.Contains("(Contoso.Decisions 1.2.0) is a decision of a pack, and is changed or superseded there. Ask the owners of the pack", run.Error);
        Assert.Equal(before, Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_command_that_writes_does_not_take_a_pack()
    {
        var run = _folder.WithPackage(TestPack.Contoso()).Run("new", "X", "--records", "Contoso.Decisions.1.2.0.nupkg");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: 'Contoso.Decisions.1.2.0.nupkg' is a decision pack, and this command is about records of a repository.", run.Error);
    }

    [Theory]
    [InlineData("show", "ADR-0001 Contoso.Decisions/ADR-0001 Contoso.Decisions/ADR-0002")]
    [InlineData("amend", "ADR-0001")]
    public void A_shell_offers_the_ids_that_a_command_takes(string command, string offered)
    {
        var run = _folder.Run("[complete:]", command);
        Assert.Equal(offered, string.Join(' ', run.Output.TrimEnd('\n').Split('\n').Select(line => line.Split('\t')[0])));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Several_folders_of_records_are_one_log()
    {
        _folder.With("team/adr/0007-seven.md", "---\nstatus: accepted\n---\n# Seven");
        var output = _folder.Run("list", "--records", "docs/adr", "--records", "team/adr").Output;
        Assert.Contains("ADR-0007", output);
        Assert.Contains("Use one queue", output);
    }
}
