using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to list the gateway among its own authorization servers: elements of a list, and spellings of an origin.</summary>
internal static class Servers
{
    public static IEnumerable<Way> Rows =>
    [
        Element("0", "the first"),
        Element("1", "the second"),
        Element("10", "the eleventh"),
        Element("00", "one whose index has two digits"),
        Element("-1", "one whose index is negative"),
        Element("0x0", "one whose index is hexadecimal"),
        Element("main", "one with a name"),
        Element("", "one without a name"),
        Element("a b", "one whose name has a space"),
        new AtStart("An element that a later source adds to the list", Forbidden.OwnServer("1"), scene => Gateway(scene)
            .With("Gateway:AuthorizationServers:0", "https://idp.example").With("Gateway:AuthorizationServers:1", "https://gateway.example")),
        new AtStart("An element that a later source replaces", Forbidden.OwnServer(), scene => Gateway(scene)
            .With("Gateway:AuthorizationServers:0", "https://idp.example").With("Gateway:AuthorizationServers:0", "https://gateway.example")),
        new AtStart("An element that an earlier source has put behind those of a later one", Forbidden.OwnServer("7"), scene => Gateway(scene)
            .With("Gateway:AuthorizationServers:7", "https://gateway.example").With("Gateway:AuthorizationServers:0", "https://idp.example")),
        Json("""{ "Gateway": { "AuthorizationServers": [ "https://idp.example", "https://gateway.example" ] } }""", "an array", "1"),
        Json("""{ "Gateway": { "AuthorizationServers": { "first": "https://gateway.example" } } }""", "an object", "first"),
        Json("""{ "Gateway:AuthorizationServers": [ "https://gateway.example" ] }""", "an array below a flat key", "0"),
        Json("""{ "Gateway:AuthorizationServers:0": "https://gateway.example" }""", "a flat key with an index", "0"),

        Origin("https://gateway.example/", "with a slash"),
        Origin("HTTPS://GATEWAY.EXAMPLE", "in upper case"),
        Origin("  https://gateway.example\t", "between white space"),
        Origin("https://gateway.example:443", "with its default port"),
        Origin("https://gateway.example:", "with an empty port"),
        Origin("https://gateway.example:0443", "with a zero before its port"),
        Origin("https://gateway.example/realms/main?x=y#z", "with a path, a query and a fragment"),
        Origin("https://user:password@gateway.example", "with a user"),
        Origin("https://gateway.example.", "with the root's dot"),
        Origin("https:\\\\gateway.example", "with backslashes"),
        Origin("https://ｇateway.example", "with a letter of full width"),
        Origin("https://gateway。example", "with an ideographic dot"),
        Origin("https://gate\u00ADway.example", "with a soft hyphen"),
        Origin("https://gateway.example\u200B", "with a space without width"),
        Origin("/oauth", "as a path"),
        Origin("//gateway.example/oauth", "without its scheme"),
        Origin("https://xn--bcher-kva.example", "in Punycode", "https://bücher.example"),
        Origin("https://BÜCHER.example", "in Unicode", "https://xn--bcher-kva.example"),
        Origin("http://127.1", "as a short address", "http://127.0.0.1"),
        Origin("http://2130706433", "as an address in one number", "http://127.0.0.1"),
        Origin("http://0x7F.0.0.1", "as an address in hexadecimal", "http://127.0.0.1"),
        Origin("http://[0:0:0:0:0:0:0:1]", "as a long address", "http://[::1]"),
        Origin("https://gateway.example", "where the gateway's own has a path", "https://gateway.example/mcp"),
        Origin("https://gateway.example", "where the gateway's own is between spaces", " https://Gateway.Example:443/ "),
        new AtStart("The gateway's own origin, which a later source changes", Forbidden.OwnServer(), scene => Gateway(scene)
            .With("Gateway:AuthorizationServers:0", "https://other.example").With("GATEWAY:PUBLICORIGIN", "https://other.example")),
    ];

    private static AtStart Element(string segment, string which) => new($"An element of a list, {which}", Forbidden.OwnServer(segment),
        scene => Gateway(scene).With($"Gateway:AuthorizationServers:{segment}", "https://gateway.example"));

    private static AtStart Json(string json, string how, string segment) => new($"An element of a list in JSON, by {how}", Forbidden.OwnServer(segment),
        scene => Gateway(scene).Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))));

    private static AtStart Origin(string server, string how, string origin = "https://gateway.example") => new($"An origin {how}", Forbidden.OwnServer(),
        scene => scene.With("Gateway:PublicOrigin", origin).With("Gateway:AuthorizationServers:0", server));

    private static Scene Gateway(Scene scene) => scene.With("Gateway:PublicOrigin", "https://gateway.example");
}
