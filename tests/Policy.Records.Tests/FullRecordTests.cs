namespace DecisionPolicies.Records.Tests;

/// <summary>A record that uses every field, read into every field.</summary>
public sealed class FullRecordTests
{
    private const string Text = """
        ---
        id: ADR-0001
        name: NoDcr
        title: No DCR in the Registry
        status: accepted
        date: 2026-08-02
        link: https://registry.example/adr/1
        decision-makers: [Registry maintainers, "Doe, Jane"]
        tags: [oauth, mcp-spec, architecture]
        aliases: [DCR, Dynamic Client Registration, RFC 7591]
        because: Running a registration server costs us unbounded storage, abuse defence, revocation and administrative control.
        instead:
          - Register the client in the upstream IdP (Entra, Keycloak, Okta, Cognito, Auth0).
          - Let a self-describing client use a Client ID Metadata Document (CIMD).
        allows:
          - Delegated registration at the upstream IdP's own registration endpoint.
          - The gateway as a registration client on egress.
        revisit:
          by: 2027-08-02
          when:
            - A revision of the MCP specification makes server-side DCR a MUST for the gateway's role.
            - A major client becomes DCR-only and cannot use the delegated discovery chain.
        amendments:
          - { date: 2026-11-23, change: "Cites the 2026-07-28 revision of the MCP specification, which deprecates DCR." }
        supersedes: [ADR-0000]
        superseded-by: []
        waivers:
          - { rule: Gateway:Registration:Enabled, environments: [Staging], until: 2027-01-31, because: "Migration of one client, ticket 1234." }
        rules:
          - configuration: Gateway:Registration:Enabled
            forbid: true
            because: It serves an RFC 7591 registration endpoint.
          - configuration: Gateway:AuthorizationServers:*
            forbid: { same-origin-as: Gateway:PublicOrigin }
          - configuration: ReverseProxy:Routes:*:Match:Path
            forbid: { like: ["**/register", "**/reg"] }
            when: { "ReverseProxy:Routes:*:Metadata:Kind": oauth }
            environments: [Production]
        unknown-to-us: { nav_order: 3 }
        ---
        # Another title
        """;

    private static readonly RecordFile _file = RecordReader.Read("docs/adr/0001-no-dcr.md", Text);
    private static readonly DecisionPolicy _record = _file.Record!.Decision;

    [Fact]
    public void It_has_no_fault() => Assert.Empty(Reading.Told(_file));

    [Fact]
    public void It_is_not_skipped() => Assert.False(_file.IsSkipped);

    [Fact]
    public void It_knows_its_path() => Assert.Equal(("docs/adr/0001-no-dcr.md", "docs/adr/0001-no-dcr.md"), (_file.Path, _file.Record!.Path));

    [Fact]
    public void It_is_named_at_the_place_of_its_name() => Assert.Equal(new Place(3, 7, 3, 12), _file.Places.Name);

    [Fact]
    public void Its_id_is_read() => Assert.Equal("ADR-0001", _record.Id);

    [Fact]
    public void Its_name_is_read() => Assert.Equal("NoDcr", _file.Record!.Name);

    [Fact]
    public void Its_title_goes_before_the_heading() => Assert.Equal("No DCR in the Registry", _record.Title);

    [Fact]
    public void Its_status_is_read() => Assert.Equal(DecisionStatus.Accepted, _record.Status);

    [Fact]
    public void Its_date_is_read() => Assert.Equal(new DateOnly(2026, 8, 2), _record.Date);

    [Fact]
    public void Its_link_is_read() => Assert.Equal("https://registry.example/adr/1", _record.Link);

    [Fact]
    public void Its_decision_makers_are_read() => Assert.Equal(ValueList.Of("Registry maintainers", "Doe, Jane"), _record.DecisionMakers);

    [Fact]
    public void Its_tags_are_read() => Assert.Equal(ValueList.Of("oauth", "mcp-spec", "architecture"), _record.Tags);

    [Fact]
    public void Its_aliases_are_read() => Assert.Equal(ValueList.Of("DCR", "Dynamic Client Registration", "RFC 7591"), _record.Aliases);

    [Fact]
    public void Its_reason_is_read() => Assert.Equal(
        "Running a registration server costs us unbounded storage, abuse defence, revocation and administrative control.", _record.Because);

    [Fact]
    public void What_to_do_instead_is_read() => Assert.Equal(
        ValueList.Of(
            "Register the client in the upstream IdP (Entra, Keycloak, Okta, Cognito, Auth0).",
            "Let a self-describing client use a Client ID Metadata Document (CIMD)."),
        _record.Instead);

    [Fact]
    public void What_it_allows_is_read() => Assert.Equal(
        ValueList.Of(
            "Delegated registration at the upstream IdP's own registration endpoint.",
            "The gateway as a registration client on egress."),
        _record.Allows);

    [Fact]
    public void When_to_look_at_it_again_is_read() => Assert.Equal(
        new Revisit(
            new DateOnly(2027, 8, 2),
            ValueList.Of(
                "A revision of the MCP specification makes server-side DCR a MUST for the gateway's role.",
                "A major client becomes DCR-only and cannot use the delegated discovery chain.")),
        _record.Revisit);

    [Fact]
    public void Its_amendments_are_read() => Assert.Equal(
        ValueList.Of(new Amendment(
            new DateOnly(2026, 11, 23), "Cites the 2026-07-28 revision of the MCP specification, which deprecates DCR.")),
        _record.Amendments);

    [Fact]
    public void What_it_supersedes_is_read() => Assert.Equal(ValueList.Of("ADR-0000"), _record.Supersedes);

    [Fact]
    public void What_supersedes_it_is_read() => Assert.Empty(_record.SupersededBy);

    [Fact]
    public void Its_waivers_are_read() => Assert.Equal(
        ValueList.Of(new Waiver(
            "Gateway:Registration:Enabled", ValueList.Of("Staging"), new DateOnly(2027, 1, 31), "Migration of one client, ticket 1234.")),
        _record.Waivers);

    [Fact]
    public void Its_rules_are_read() => Assert.Equal(
        ValueList.Of<Rule>(
            new ConfigurationRule("Gateway:Registration:Enabled", Verb.Forbid, Condition.EqualTo(Literal.True))
            {
                Because = "It serves an RFC 7591 registration endpoint.",
            },
            new ConfigurationRule("Gateway:AuthorizationServers:*", Verb.Forbid, Condition.SameOriginAs("Gateway:PublicOrigin")),
            new ConfigurationRule("ReverseProxy:Routes:*:Match:Path", Verb.Forbid, Condition.Like("**/register", "**/reg"))
            {
                When = ValueList.Of(new Precondition("ReverseProxy:Routes:*:Metadata:Kind", Condition.EqualTo(Literal.String("oauth")))),
                Environments = ValueList.Of("Production"),
            }),
        _record.Rules);

    [Fact]
    public void A_record_that_says_only_its_status_has_nothing_else()
    {
        var expected = new DecisionPolicy { Id = "ADR-0007", Title = "A choice", Status = DecisionStatus.Proposed, Link = Reading.Path };

        Assert.Equal(new AdrRecord(expected, Reading.Path, "AChoice"), Reading.Whole("status: proposed"));
    }
}
