using DecisionPolicies;

namespace Gateway.Tests;

/// <summary>Which proxy routes let client registration through: the gateway does not start with one of them.</summary>
public sealed class RouteTests
{
    private const string Section = "ReverseProxy:Routes:some";

    public static TheoryData<string, Dictionary<string, string>> Serving => new()
    {
        { "a path", new() { ["Match:Path"] = "/register" } },
        { "a path, and a method", new() { ["Match:Path"] = "/reg", ["Match:Methods:0"] = "POST" } },
        { "a catch-all", new() { ["Match:Path"] = "/{**rest}" } },
        { "a catch-all below a path", new() { ["Match:Path"] = "/idp/{**rest}" } },
        { "a parameter", new() { ["Match:Path"] = "/{tenant}/{what}" } },
        { "a parameter before the path", new() { ["Match:Path"] = "/{tenant}/register" } },
        { "no path", new() { ["Match:Hosts:0"] = "gateway.test" } },
        { "a transform that sets the path", new() { ["Match:Path"] = "/clients", ["Transforms:0:PathSet"] = "/connect/register" } },
        {
            "a transform that writes the path by a pattern",
            new() { ["Match:Path"] = "/clients/{id}", ["Transforms:0:PathPattern"] = "/realms/{id}/connect/dcr" }
        },
        { "a transform that puts something before the path", new() { ["Match:Path"] = "/dcr", ["Transforms:0:PathPrefix"] = "/connect" } },
        { "a transform that takes something from the path", new() { ["Match:Path"] = "/idp/{**rest}", ["Transforms:0:PathRemovePrefix"] = "/idp" } },
        { "a kind that says so", new() { ["Match:Path"] = "/idp/{**rest}", ["Metadata:Kind"] = "oauth" } },
        { "the path of registration, to what is called an MCP server", new() { ["Match:Path"] = "/github/register", ["Metadata:Kind"] = "mcp" } },
    };

    public static TheoryData<string, Dictionary<string, string>> NotServing => new()
    {
        { "one path to an MCP server", new() { ["Match:Path"] = "/servers/github/mcp", ["Transforms:0:PathSet"] = "/mcp" } },
        { "a catch-all to an MCP server that is called one", new() { ["Match:Path"] = "/github/{**rest}", ["Metadata:Kind"] = "mcp" } },
        { "a catch-all that only reads", new() { ["Match:Path"] = "/docs/{**rest}", ["Match:Methods:0"] = "GET" } },
        { "the sign-up of users, by its path", new() { ["Match:Path"] = "/account/register" } },
        { "the sign-up of users, by its kind", new() { ["Match:Path"] = "/oauth/register", ["Metadata:Kind"] = "signup" } },
        { "the catalogue", new() { ["Match:Path"] = "/api/servers/register", ["Match:Methods:0"] = "POST" } },
        { "the catalogue of another product", new() { ["Match:Path"] = "/register", ["Metadata:kind"] = "catalogue" } },
        { "a parameter before another word", new() { ["Match:Path"] = "/servers/{name}/mcp" } },
        { "the metadata of the identity provider", new() { ["Match:Path"] = "/.well-known/oauth-authorization-server" } },
    };

    [Theory]
    [MemberData(nameof(Serving), DisableDiscoveryEnumeration = true)]
    public async Task The_gateway_does_not_start_with_a_route_that_lets_registration_through(string way, Dictionary<string, string> route)
    {
        await using var gateway = GatewayProcess.Start(With(route));

        var exit = await gateway.Exit();

        Assert.Equal((way, DecisionPoliciesHostExtensions.RejectedExitCode), (way, exit.Code));
        Assert.Contains("ADR-0001 rejects this", exit.Error);
        Assert.Contains($"\n  {Section}", exit.Error);
        Assert.Contains("\n    set by the command line\n", exit.Error);
        Assert.DoesNotContain("Now listening", exit.Output);
    }

    [Theory]
    [MemberData(nameof(NotServing), DisableDiscoveryEnumeration = true)]
    public async Task The_gateway_starts_with_a_route_that_is_for_something_else(string way, Dictionary<string, string> route)
    {
        Assert.NotEmpty(way);
        await using var gateway = GatewayProcess.Start(With(route));

        await gateway.Address();
    }

    [Theory]
    [InlineData("/idp/{**rest}", "/idp", "/{**rest}")]
    [InlineData("/IDP/register", "/idp", "/register")]
    [InlineData("/idp", "/idp", "/")]
    [InlineData("/other/{**rest}", "/idp", null)]
    [InlineData("/{tenant}/x", "/idp", "/x")]
    [InlineData("/{**rest}", "/idp", "/{**anything}")]
    public void A_prefix_that_is_removed_may_leave_another_path(string path, string prefix, string? left)
    {
        var served = ProxiedPaths.Of(new()
        {
            RouteId = "some",
            Match = new() { Path = path },
            Transforms = [new Dictionary<string, string> { ["pathremoveprefix"] = prefix }],
        });

        Assert.Equal(left is null ? [path] : [path, left], served.Routes);
    }

    private static GatewayLaunch With(Dictionary<string, string> route) => new()
    {
        Arguments =
        [
            "--Gateway:PublicOrigin=https://gateway.test",
            "--Gateway:AuthorizationServers:0=https://idp.test",
            $"--{Section}:ClusterId=some",
            .. route.Select(setting => $"--{Section}:{setting.Key}={setting.Value}"),
            "--ReverseProxy:Clusters:some:Destinations:only:Address=http://127.0.0.1:9",
        ],
    };
}
