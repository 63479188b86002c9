namespace DecisionPolicies.Generator.Tests.Packs;

/// <summary>What the build of a project says of the decisions of its packs.</summary>
public sealed class PackedVerdictTests
{
    private const string Link = "https://example.org/contoso/blob/HEAD/docs/adr/0001-no-guest-checkout.md";

    [Fact]
    public async Task Settings_that_break_a_packed_decision_are_rejected_at_the_projects_file()
    {
        var messages = await PackProject.With().WithSettings(new("appsettings.json", """{ "Shop": { "GuestCheckout": true } }""")).Messages();

        Assert.Equal(
            "/machine/checkout/appsettings.json(1,30): error DP4001: ADR-0001 (Contoso.Decisions 1.2.0) rejects Shop:GuestCheckout = true, which must not be "
                + "true. "
                + $"Orders without an account cannot be recalled. Read {Link}",
            Assert.Single(messages));
    }

    [Fact]
    public async Task Code_that_breaks_a_packed_decision_is_rejected_where_it_is()
    {
        var messages = await PackProject.With().WithCode("class New { object Made => new System.Collections.Queue(); }", "/machine/checkout/New.cs").Messages();

        Assert.Contains("New.cs(1,51): error DP3101: ADR-0001 (Contoso.Decisions 1.2.0) rejects System.Collections.Queue. ", Assert.Single(messages));
    }

    [Fact]
    public async Task A_local_id_that_a_pack_also_has_is_another_decision()
    {
        var own = Records.WithFrontMatter("status: accepted\nrules:\n  - { configuration: Shop:Own, forbid: true }");

        var messages = await PackProject.With(own).WithSettings(new("appsettings.json", """{ "Shop": { "Own": true } }""")).Messages();

        Assert.StartsWith("/machine/checkout/appsettings.json(1,20): error DP4001: ADR-0001 rejects Shop:Own = true", Assert.Single(messages));
    }

    [Theory]
    [InlineData("Contoso.Decisions/ADR-0001", "Shop:GuestCheckout", "2026-12-01", "2027-03-01")]
    [InlineData("contoso.decisions/adr-1", "shop:guestcheckout", "2026-12-01", "2026-12-01")]
    public async Task A_rule_that_is_waivable_can_be_waived_for_as_long_as_the_pack_allows(string decision, string rule, string from, string until)
    {
        var messages = await Waived($"decision: {decision}, rule: \"{rule}\", from: {from}, until: {until}, because: One client migrates.");

        Assert.Contains($"warning DP4003: ADR-0001 (Contoso.Decisions 1.2.0) rejects Shop:GuestCheckout = true, which must not be true; "
            + $"waived until {until}: One client migrates.", Assert.Single(messages));
    }

    [Theory]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2027-03-02", "DP1030",
        "The waiver lasts 91 days, and ADR-0001 (Contoso.Decisions 1.2.0) allows at most 90. Write 'until: 2027-03-01' or an earlier day.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:Insecure, from: 2026-12-01, until: 2026-12-02", "DP1030",
        "ADR-0001 (Contoso.Decisions 1.2.0) does not allow waivers of 'Shop:Insecure'. Comply with the decision, or ask its owners to change the record in the "
        + "next version of the pack.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:Nothing, from: 2026-12-01, until: 2026-12-02", "DP1030",
        "ADR-0001 (Contoso.Decisions 1.2.0) does not have a rule about 'Shop:Nothing'. "
        + "Rules: Shop:GuestCheckout, Shop:Regions:*:Open, Shop:Insecure, T:System.Collections.Queue.")]
    [InlineData("decision: Contoso.Decisions/ADR-0011, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2026-12-02", "DP1030",
        "Contoso.Decisions 1.2.0 does not have the decision 'ADR-0011'. Did you mean 'ADR-0001'?")]
    [InlineData("decision: Fabrikam/ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2026-12-02", "DP1030",
        "'Fabrikam/ADR-0001' does not name a decision of a pack that the project refers to. Packs: Contoso.Decisions.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: \"Shop:Regions:*:Open\", key: Shop:Other, from: 2026-12-01, until: 2026-12-02", "DP1030",
        "'Shop:Regions:*:Open' does not match 'Shop:Other', so the waiver would cover nothing. Write a key that the rule matches, or remove 'key'.")]
    [InlineData("decision: ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2026-12-02", "DP1010",
        "'ADR-0001' does not name a decision of a pack. Write the pack's id, '/' and the decision's id, as in "
        + "'decision: Contoso.Decisions/ADR-0001'. Write the waiver of a decision of this repository into its own record, without 'decision'.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, until: 2026-12-02", "DP1010",
        "The waiver does not have a first day, without which its length is unknown. Write it, as in 'from: 2027-01-01'.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-03, until: 2026-12-02", "DP1010",
        "The waiver ends on 2026-12-02, before its first day, 2026-12-03. Correct one of them.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: soon, until: 2026-12-02", "DP1010",
        "'soon' is not a date. Write the first day, as in 'from: 2027-01-01'.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, key: , from: 2026-12-01, until: 2026-12-02", "DP1010",
        "'key' is empty. Write a key that the rule matches, or remove 'key' to cover all of them.")]
    [InlineData("decision: Contoso.Decisions/ADR-0001, from: 2026-12-01, until: 2026-12-02", "DP1010",
        "The waiver does not name a rule. Write its subject, as in 'rule: Queue:Count'.")]
    public async Task Any_other_waiver_is_an_error_and_does_not_apply(string waiver, string id, string message)
    {
        var messages = await Waived(waiver + ", because: One client migrates.");

        Assert.Contains(messages, shown => shown.Contains("error DP4001"));
        Assert.EndsWith($"error {id}: {message}", Assert.Single(messages, shown => !shown.Contains("DP4001")));
    }

    [Theory]
    [InlineData("proposed", true)]
    [InlineData("deprecated", false)]
    [InlineData("rejected", false)]
    public async Task A_waiver_in_a_record_that_is_not_accepted_does_not_apply(string status, bool isReported)
    {
        var messages = await Waived(
            "decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-12-01, until: 2026-12-02, because: One client.", status);

        Assert.Contains(messages, shown => shown.Contains("error DP4001"));
        Assert.Equal(isReported, messages.Any(shown => shown.EndsWith(
            $"error DP1030: The waiver does not apply, because the status of this record is {status}. Write 'status: accepted' once it is granted.")));
    }

    [Theory]
    [InlineData("[Contoso.Decisions/ADR-0001]")]
    [InlineData("contoso.decisions/adr-1")]
    public async Task A_packed_decision_cannot_be_superseded(string supersedes)
    {
        var messages = await PackProject.With(Records.WithFrontMatter($"status: accepted\nsupersedes: {supersedes}", "docs/adr/0007-guests.md")).Messages();

        Assert.Contains("error DP1031: ADR-0001 (Contoso.Decisions 1.2.0) cannot be superseded here", Assert.Single(messages));
    }

    [Theory]
    [InlineData("rules:\n  - { configuration: A, forbid: true, unless: b }",
        "error DP2001: Contoso.Decisions 1.2.0, docs/adr/0002-new.md(4,39): Unknown key 'unless'")]
    [InlineData("rules:\n  - { configuration: A, forbid: { matches: b } }", "error DP2003: Contoso.Decisions 1.2.0, docs/adr/0002-new.md(4,35): ")]
    [InlineData("rules:\n  - { configuration: A, forbid: true, waivable: 90d }",
        "error DP2001: Contoso.Decisions 1.2.0, docs/adr/0002-new.md(4,49): 'waivable' does not say for how long. "
        + "Write 'waivable: { for-at-most: 90d }', or remove it.")]
    [InlineData("rules:\n  - { configuration: A, forbid: true, waivable: { for-at-most: 3 months } }",
        "error DP2001: Contoso.Decisions 1.2.0, docs/adr/0002-new.md(4,49): '3 months' is not a number of days from 1 to 3660.")]
    public async Task A_rule_that_the_engine_does_not_know_is_an_error_at_the_project(string rules, string message)
    {
        var messages = await PackProject.With(RecordText.OfPack("docs/adr/0002-new.md", $"---\nstatus: accepted\n{rules}\n---\n# New")).Messages();

        Assert.Contains($"/machine/checkout/App.csproj(1,1): {message}", Assert.Single(messages));
    }

    [Fact]
    public async Task A_pack_of_a_later_engine_is_an_error()
    {
        var messages = await new Project(PackProject.NoGuestCheckout, RecordText.Manifest(more: "engine: 99.0.0")).Messages();

        Assert.Contains(
            "error DP1032: Contoso.Decisions 1.2.0, decision-pack.yml(1,1): The pack was made by DecisionPolicies 99.0.0, and this is ",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_pack_without_a_manifest_is_an_error()
    {
        var messages = await new Project(PackProject.NoGuestCheckout).Messages();

        Assert.Equal(
            "error DP1032: The decision pack Contoso.Decisions cannot be read, because decision-pack.yml is missing or damaged. "
                + "None of its decisions is enforced. Restore the package again.",
            Assert.Single(messages));
    }

    // Only the owners of a pack can correct what is a warning there.
    [Fact]
    public async Task Warnings_about_a_packs_records_are_not_repeated() =>
        Assert.Empty(await PackProject.With(
            RecordText.OfPack("docs/adr/0002-old.md", "---\nstatus: acepted\ndate: soon\n---\n# Old\n\n[Gone](0099-gone.md)")).Messages());

    private static Task<string[]> Waived(string waiver, string status = "accepted") => PackProject.With(PackProject.Waiving(waiver, status))
        .WithSettings(new("appsettings.json", """{ "Shop": { "GuestCheckout": true } }""")).Messages();
}
