namespace DecisionPolicies.Tests;

public sealed class RejectionTests
{
    [Fact]
    public async Task A_rejection_cites_everything_the_record_says()
    {
        var host = new GovernedHost(Decisions.NoDcr)
            .With("Gateway:Registration:Enabled", "TRUE")
            .With("Gateway:PublicOrigin", "https://gateway.test")
            .With("Gateway:AuthorizationServers:0", "https://idp.test")
            .With("Gateway:AuthorizationServers:1", "https://gateway.test/oauth");

        Assert.Equal(
            """
            ADR-0001 rejects this configuration: No DCR in the Registry (accepted 2026-08-02)

              Gateway:Registration:Enabled = true
                set by code (in-memory collection)
                must not be true
                It serves an RFC 7591 registration endpoint.

              Gateway:AuthorizationServers:1 is set (value withheld)
                set by code (in-memory collection)
                must not have the same origin as Gateway:PublicOrigin
                It presents the gateway itself as an authorization server, where clients look for a registration endpoint.

              Because   Running a registration server costs us unbounded storage, abuse defence, revocation and administrative control.
              Instead   Register the client in the upstream IdP (Entra, Keycloak, Okta, Cognito, Auth0).
                        Let a self-describing client use a Client ID Metadata Document (CIMD).
              Allowed   Delegated registration at the upstream IdP's own registration endpoint.
                        The gateway as a registration client on egress.
                        Adding an MCP server to the catalogue, and user sign-up.
              Read      docs/adr/0001-no-dcr.md
              Change    Supersede the record; revisit by 2027-08-02, or if any of these happens:
                        A revision of the MCP specification makes server-side DCR a MUST for the gateway's role.
                        A major client becomes DCR-only and cannot use the delegated discovery chain.

            """,
            await host.IsRejected());
    }

    [Fact]
    public async Task A_decision_that_says_little_is_cited_with_what_it_says() => Assert.Equal(
        """
        ADR-0042 rejects this configuration: No feature (accepted)

          Feature:Enabled = true
            set by code (in-memory collection)
            must not be true

          Read      docs/adr/0042-no-feature.md
          Change    Supersede the record.

        """,
        await new GovernedHost(Some.Decision()).With(Some.Key, "True").IsRejected());

    [Fact]
    public async Task A_value_that_is_not_in_the_record_is_withheld()
    {
        const string secret = "hunter2-s3cret";
        var host = new GovernedHost(Some.DecisionWith(
                new ConfigurationRule("A", Verb.Forbid, Condition.Like("**")),
                new ConfigurationRule("B", Verb.Forbid, Condition.Present(true)),
                new ConfigurationRule("C", Verb.Require, Condition.EqualTo(Literal.String("expected")))))
            .With("A", secret).With("B", secret).With("C", secret);

        var rejection = await host.IsRejected();

        Assert.DoesNotContain(secret, rejection);
        Assert.Equal(3, rejection.Split("(value withheld)").Length - 1);
    }

    [Fact]
    public async Task Text_cannot_move_the_cursor_or_reorder_a_line()
    {
        var decision = new DecisionPolicy
        {
            Id = "ADR-0001\u001b[2J",
            Title = "Red\u001b[31m\r\nherring \u202Etxt",
            Status = DecisionStatus.Accepted,
            Link = "docs/adr/1.md",
            Rules = [new ConfigurationRule("A:*", Verb.Forbid, Condition.Present(true))],
        };
        var host = new GovernedHost(decision).With("A:\u001b]0;title\u0007", "x");

        var rejection = await host.IsRejected();

        Assert.DoesNotContain(rejection, c => c != '\n' && char.IsControl(c));
        Assert.StartsWith("ADR-0001\\u001B[2J rejects this configuration: Red\\u001B[31m  herring \\u202Etxt (accepted)\n", rejection);
    }

    [Fact]
    public async Task Text_is_not_a_command_to_the_runner_that_keeps_the_log()
    {
        const string Command = "::error::##vso[task.complete]";
        var decision = new DecisionPolicy
        {
            Id = Command,
            Title = Command,
            Status = DecisionStatus.Accepted,
            Because = Command,
            Instead = [Command, Command],
            Allows = [Command],
            Link = Command,
            Rules = [new ConfigurationRule("A:*", Verb.Forbid, Condition.Present(true)) { Because = Command }],
        };
        var host = new GovernedHost(decision).With("A:" + Command, "x");

        var rejection = await host.IsRejected();

        Assert.DoesNotMatch(@"(?m)##\w*\[|^\s*::\w", rejection);
        Assert.Contains(@"            \::error::##vso\[task.complete]" + "\n", rejection);
    }

    [Theory]
    [InlineData(null, new string[0], "Change    Supersede the record.\n")]
    [InlineData("2027-08-02", new string[0], "Change    Supersede the record; revisit by 2027-08-02.\n")]
    [InlineData(null, new[] { "It rains." }, "Change    Supersede the record; revisit if any of these happens:\n            It rains.\n")]
    public async Task The_way_to_change_the_decision_is_what_the_record_says(string? by, string[] when, string change)
    {
        var decision = new DecisionPolicy
        {
            Id = "ADR-0042",
            Title = "No feature",
            Status = DecisionStatus.Accepted,
            Link = "docs/adr/0042-no-feature.md",
            Rules = Some.Decision().Rules,
            Revisit = new(by is null ? null : DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture), [.. when]),
        };

        Assert.EndsWith(change, await new GovernedHost(decision).With(Some.Key, "true").IsRejected());
    }
}
