using DecisionPolicies;

namespace Gateway.Tests;

/// <summary>A gateway whose configuration breaks ADR-0001 does not start, whatever the setting came from.</summary>
public sealed class RejectionTests
{
    private const string Report = """
        ADR-0001 rejects this configuration: No DCR in the Registry (accepted 2026-08-02)

          Gateway:Registration:Enabled = true
            set by {0}
            must not be true
            It serves an RFC 7591 registration endpoint.

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

        Not started: ADR-0001 is broken at Gateway:Registration:Enabled.
        """;

    // For readers of the log instead of standard error; nothing else is logged, because nothing has started.
    private const string Logged = "fail: DecisionPolicies[3]\n      The configuration is rejected at start: ADR-0001 is broken at Gateway:Registration:Enabled";

    private static readonly GatewayLaunch _good = new()
    {
        Arguments = ["--Gateway:PublicOrigin=https://gateway.test", "--Gateway:AuthorizationServers:0=https://idp.test"],
    };

    [Fact]
    public Task From_a_file() => IsRejected("appsettings.Production.json", _good with
    {
        Files = new Dictionary<string, string>
        {
            ["appsettings.Production.json"] = """{ "gateway": { "Registration:enabled": "TRUE" } }""",
        },
    });

    [Fact]
    public Task From_the_environment() => IsRejected("environment variable GATEWAY__Registration__Enabled", _good with
    {
        Variables = new Dictionary<string, string> { ["GATEWAY__Registration__Enabled"] = "true" },
    });

    [Fact]
    public Task From_the_command_line() => IsRejected("the command line", _good with
    {
        Arguments = [.. _good.Arguments, "--Gateway:Registration:Enabled=true"],
    });

    [Fact]
    public async Task In_Development_no_demo_server_has_started()
    {
        await using var gateway = GatewayProcess.Start(new()
        {
            Environment = "Development",
            Arguments = ["--Gateway:Registration:Enabled=true"],
        });

        var exit = await gateway.Exit();

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, exit.Code);
        Assert.Equal(Logged, exit.Output.ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [InlineData("--Gateway:Registration:Endpoint=/connect/register", "Gateway:Registration:Endpoint is set (value withheld)")]
    [InlineData("--Gateway:Registration:ClientId=fixed", "Gateway:Registration:ClientId is set (value withheld)")]
    [InlineData("--Gateway:AuthorizationServers:7=https://GATEWAY.test:443/oauth", "Gateway:AuthorizationServers:7 is set (value withheld)")]
    [InlineData("--ReverseProxy:Routes:idp:Match:Path=/idp/connect/register", "ReverseProxy:Routes:idp:Match:Path is set (value withheld)")]
    public async Task Other_ways_to_serve_registration_are_rejected_too(string argument, string fact)
    {
        await using var gateway = GatewayProcess.Start(_good with { Arguments = [.. _good.Arguments, argument] });

        var exit = await gateway.Exit();

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, exit.Code);
        Assert.Contains(fact, exit.Error);
        Assert.Contains("ADR-0001 rejects this configuration", exit.Error);
    }

    [Theory]
    [InlineData("--Gateway:Registration:Enabled=false")]
    [InlineData("--Gateway:Registration:Endpoint=")]
    public async Task Settings_that_do_not_serve_registration_are_left_alone(string argument)
    {
        await using var gateway = GatewayProcess.Start(_good with { Arguments = [.. _good.Arguments, argument] });

        await gateway.Address();
    }

    [Theory]
    [InlineData("/api/servers/register", "")]
    [InlineData("/account/register", "")]
    [InlineData("/oauth/register", "signup")]
    public async Task A_route_that_registers_something_else_is_left_alone(string path, string kind)
    {
        await using var gateway = GatewayProcess.Start(_good with
        {
            Arguments =
            [
                .. _good.Arguments,
                "--ReverseProxy:Routes:other:ClusterId=other",
                $"--ReverseProxy:Routes:other:Match:Path={path}",
                $"--ReverseProxy:Routes:other:Metadata:Kind={kind}",
                "--ReverseProxy:Clusters:other:Destinations:only:Address=http://127.0.0.1:9",
            ],
        });

        await gateway.Address();
    }

    [Fact]
    public async Task Other_validation_failures_are_reported_beside_the_decision()
    {
        await using var gateway = GatewayProcess.Start(new() { Arguments = ["--Gateway:Registration:Enabled=true"] });

        var exit = await gateway.Exit();

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, exit.Code);
        Assert.Contains("ADR-0001 rejects this configuration", exit.Error);
        Assert.Contains("PublicOrigin", exit.Error);
        Assert.EndsWith(
            "\nNot started: ADR-0001 is broken at Gateway:Registration:Enabled; 2 other validations failed.", exit.Error.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task A_value_that_cannot_be_bound_does_not_hide_the_decision()
    {
        // 1 is true to the rule, and no boolean to .NET's binder.
        await using var gateway = GatewayProcess.Start(_good with { Arguments = [.. _good.Arguments, "--Gateway:Registration:Enabled=1"] });

        var exit = await gateway.Exit();

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, exit.Code);
        Assert.Contains("ADR-0001 rejects this configuration", exit.Error);
        Assert.Contains("Some options cannot be bound either (InvalidOperationException), possibly because of the settings above.", exit.Error);
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_read_fails_with_the_providers_own_error()
    {
        await using var gateway = GatewayProcess.Start(_good with
        {
            Files = new Dictionary<string, string> { ["appsettings.Production.json"] = "{ broken" },
        });

        var exit = await gateway.Exit();

        Assert.NotEqual(0, exit.Code);
        Assert.Contains("Failed to load configuration from file", exit.Error);
        Assert.DoesNotContain("Now listening on", exit.Output);
    }

    private static async Task IsRejected(string source, GatewayLaunch launch)
    {
        await using var gateway = GatewayProcess.Start(launch);

        var exit = await gateway.Exit();

        Assert.Equal(DecisionPoliciesHostExtensions.RejectedExitCode, exit.Code);
        Assert.Equal(string.Format(Report, source), exit.Error.TrimEnd());
        Assert.Equal(Logged, exit.Output.ReplaceLineEndings("\n").Trim());
    }
}
