using System.Text;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>Ways to write JSON.</summary>
internal static class JsonSettings
{
    public static IEnumerable<Way> Rows =>
    [
        Json("nested objects", """{ "Gateway": { "Registration": { "Enabled": true } } }"""),
        Json("one flat key", """{ "Gateway:Registration:Enabled": true }"""),
        Json("a flat key within an object", """{ "Gateway": { "Registration:Enabled": true } }"""),
        Json("an object below a flat key", """{ "Gateway:Registration": { "Enabled": true } }"""),
        Json("keys in another case", """{ "GATEWAY": { "registration": { "eNABLED": true } } }"""),
        Json("nested and flat keys of one section side by side",
            """{ "Gateway": { "PublicOrigin": "https://gateway.example" }, "Gateway:Registration:Enabled": true }"""),
        Json("a section in two parts", """{ "Gateway": { "Registration": { "ClientId": null } }, "gateway:registration": { "Enabled": true } }"""),
        Json("text instead of a boolean", """{ "Gateway": { "Registration": { "Enabled": " TRUE " } } }"""),
        Json("comments", """
            // Ops asked for this.
            { "Gateway": /* really */ { "Registration": { /* "Enabled": false */ "Enabled": true } } }
            """),
        Json("trailing commas", """{ "Gateway": { "Registration": { "Enabled": true, }, }, }"""),
        Json("escapes in a key", """{ "Gat\u0065way": { "Registr\u0061tion": { "\u0045nabled": true } } }"""),
        Json("an escaped colon in a key", """{ "Gateway\u003ARegistration": { "Enabled": true } }"""),
        Json("escapes in a value", """{ "Gateway": { "Registration": { "Enabled": "\u0074rue\u0000" } } }"""),
        Json("no line break and no space", """{"Gateway":{"Registration":{"Enabled":true}}}"""),
        Json("an array around it",
            Forbidden.By<Holder<List<Registration>>>(
                new("Section:Value:*:Enabled", Verb.Forbid, Condition.EqualTo(Literal.True)), holder => holder.Value!.Any(r => r.Enabled))
                .At("Section:Value:1:Enabled"),
            """{ "Section": { "Value": [ { "Enabled": false }, { "Enabled": true } ] } }"""),
        Json("arrays within arrays",
            Forbidden.By<Holder<List<List<bool>>>>(
                new("Section:Value:*:*", Verb.Forbid, Condition.EqualTo(Literal.True)), holder => holder.Value!.Any(list => list.Contains(true)))
                .At("Section:Value:1:0"),
            """{ "Section": { "Value": [ [ false ], [ true ] ] } }"""),
        Json("a number with an exponent", Forbidden.Value(Condition.EqualTo(Literal.Number("8080")), 8080d), """{ "Section": { "Value": 80.80e2 } }"""),
        Json("a number with trailing zeros", Forbidden.Value(Condition.EqualTo(Literal.Number("8080")), 8080m), """{ "Section": { "Value": 8080.00 } }"""),
        Json("a number where any value is forbidden", Forbidden.Endpoint, """{ "Gateway": { "Registration": { "Endpoint": 0 } } }"""),
        Json("a boolean where any value is forbidden", Forbidden.Endpoint, """{ "Gateway": { "Registration": { "Endpoint": false } } }"""),
        new SinceNet10(
            Json("null where null is forbidden", Forbidden.Value<string?>(Condition.EqualTo(Literal.Null), null), """{ "Section": { "Value": null } }"""),
            OnNet8.BindsAnotherValue),
        Json("an empty object where null is forbidden", Forbidden.Value<string?>(Condition.EqualTo(Literal.Null), null), """{ "Section": { "Value": {} } }"""),
        new SinceNet10(
            Json("an empty array where the empty text is forbidden", Forbidden.Value(Condition.EqualTo(Literal.String("")), ""),
                """{ "Section": { "Value": [] } }"""),
            OnNet8.BindsAnotherValue),
        new AtStart("JSON in a file with a byte order mark", Forbidden.Switch, scene =>
            scene.Configuration.AddJsonFile(scene.Write("settings.json", "\uFEFF" + """{ "Gateway": { "Registration": { "Enabled": true } } }"""))),
        new AtStart("JSON in an optional file", Forbidden.Switch, scene =>
            scene.Configuration.AddJsonFile(
                scene.Write("settings.json", """{ "Gateway": { "Registration": { "Enabled": true } } }"""), optional: true, reloadOnChange: false)),
        new AtStart("JSON in a file of another extension", Forbidden.Switch, scene =>
            scene.Configuration.AddJsonFile(scene.Write("config/settings.txt", """{ "Gateway:Registration:Enabled": "True" }"""))),
        new AtStart("JSON in a file below the base path", Forbidden.Switch, scene =>
        {
            scene.Write("config/more.json", """{ "Gateway": { "Registration": { "Enabled": true } } }""");
            scene.Configuration.SetBasePath(scene.Folder).AddJsonFile("config/more.json");
        }),
    ];

    private static AtStart Json(string how, string json) => Json(how, Forbidden.Switch, json);

    private static AtStart Json(string how, Forbidden forbidden, string json) =>
        new($"JSON with {how}", forbidden, scene => scene.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))));
}
