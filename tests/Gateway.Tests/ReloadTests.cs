using System.Net;
using System.Net.Http.Json;

namespace Gateway.Tests;

/// <summary>YARP reloads its routes while the gateway runs, and a route that lets registration through does not come in that way.</summary>
public sealed class ReloadTests
{
    private const string Settings = "appsettings.Production.json";

    [Theory]
    [InlineData("/connect/{what}")]
    [InlineData("/{**rest}")]
    [InlineData("/register")]
    public async Task A_route_that_lets_registration_through_is_not_loaded(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = Start(upstream);
        using var http = await Client(gateway, upstream);

        await Refuse(gateway, upstream, Route("added", path));

        Assert.Matches($"ReverseProxy:Routes:added[^\n]*\n    set by {Settings}\n", gateway.Output.Replace("\r", "").Replace("\n      ", "\n"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/connect/register", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/register", null)).StatusCode);
    }

    [Fact]
    public async Task The_routes_stay_as_they_were()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = Start(upstream);
        using var http = await Client(gateway, upstream);

        await Refuse(gateway, upstream, Route("added", "/register"), Route("innocent", "/servers/innocent/mcp"));

        Assert.Equal(["tools"], await Catalogue(http));
        Assert.NotEqual(HttpStatusCode.NotFound, (await http.PostAsync("/servers/tools/mcp", null)).StatusCode);
    }

    [Fact]
    public async Task The_next_reload_that_keeps_the_decision_is_loaded()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = Start(upstream);
        using var http = await Client(gateway, upstream);
        await Refuse(gateway, upstream, Route("added", "/register"));

        var loaded = gateway.Says("Route 'later' has been added");
        Write(gateway, upstream, Route("later", "/servers/later/mcp"));
        await loaded;

        Assert.Equal(["later", "tools"], await Catalogue(http));
    }

    private static GatewayProcess Start(Upstream upstream) => GatewayProcess.Start(new()
    {
        Arguments = ["--Logging:LogLevel:Yarp=Debug"],
        Files = new Dictionary<string, string> { [Settings] = With(upstream) },
    });

    private static async Task<HttpClient> Client(GatewayProcess gateway, Upstream upstream)
    {
        var http = new HttpClient { BaseAddress = await gateway.Address() };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await Upstream.GetToken(upstream.Issuer, "https://gateway.test"));
        return http;
    }

    private static async Task Refuse(GatewayProcess gateway, Upstream upstream, params string[] added)
    {
        // A line of the rejection, after the one that names the key.
        var refused = gateway.Says($"set by {Settings}");
        Write(gateway, upstream, added);
        await refused;
    }

    private static async Task<IEnumerable<string>> Catalogue(HttpClient http) =>
        (await http.GetFromJsonAsync<IEnumerable<CatalogueEntry>>("/servers"))!.Select(server => server.Id);

    private static void Write(GatewayProcess gateway, Upstream upstream, params string[] added) =>
        File.WriteAllText(Path.Combine(gateway.ContentRoot, Settings), With(upstream, added));

    private static string Route(string id, string path) => $$"""
        "{{id}}": { "ClusterId": "tools", "Match": { "Path": "{{path}}" }, "Transforms": [ { "PathSet": "/mcp" } ] }
        """;

    private static string With(Upstream upstream, params string[] added) => $$"""
        {
          "Gateway": { "PublicOrigin": "https://gateway.test", "AuthorizationServers": [ "{{upstream.Issuer}}" ] },
          "ReverseProxy": {
            "Routes": { {{string.Join(",\n", [Route("tools", "/servers/tools/mcp"), .. added])}} },
            "Clusters": { "tools": { "Destinations": { "only": { "Address": "{{upstream.McpServer}}" } } } }
          }
        }
        """;
}
