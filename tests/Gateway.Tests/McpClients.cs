using System.Net.Http.Headers;
using ModelContextProtocol.Client;

namespace Gateway.Tests;

/// <summary>The MCP SDK's own client, which knows no more of a gateway than an address and a token.</summary>
internal static class McpClients
{
    public static Task<McpClient> Connect(Uri server, string token) => McpClient.CreateAsync(new HttpClientTransport(new()
    {
        Endpoint = server,
        TransportMode = HttpTransportMode.StreamableHttp,
        AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = new AuthenticationHeaderValue("Bearer", token).ToString() },
    }));
}
