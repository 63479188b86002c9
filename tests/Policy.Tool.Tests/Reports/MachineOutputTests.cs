using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DecisionPolicies.Tool.Reports.Json;
using DecisionPolicies.Tool.Tests.Check;
using DecisionPolicies.Tool.Tests.Packs;
using Json.Schema;

namespace DecisionPolicies.Tool.Tests.Reports;

/// <summary>docs/decisions-output.schema.json: what every command writes as JSON is what the schema and the types say.</summary>
public sealed class MachineOutputTests : IDisposable
{
    private static readonly string _schemaFile = Path.Combine(RepositoryFolder.Path, "docs/decisions-output.schema.json");
    private static readonly Lazy<JsonSchema> _schema = new(() => JsonSchema.FromFile(_schemaFile));
    private static readonly JsonElement _definitions = JsonDocument.Parse(File.ReadAllText(_schemaFile)).RootElement.GetProperty("$defs");

    private readonly ToolFolder _folder = GatewayFolder.Create()
        .WithRecord(
            "0002-full",
            """
            title: Everything is said
            status: accepted
            date: 2026-08-02
            decision-makers: [One]
            tags: [a]
            aliases: [Other Word]
            because: It has to be.
            instead: [Do this.]
            allows: [This is fine.]
            supersedes: [ADR-0003]
            revisit: { by: 2026-11-01, when: [It rains.] }
            amendments: [{ date: 2026-09-01, change: A word. }, { change: Another. }]
            waivers:
              - { rule: "A:*:B", key: "A:x:B", environments: [Staging], until: 2026-12-10, because: Not yet. }
              - { rule: "A:*:B", until: 2026-11-20, because: Was long ago. }
            rules:
              - { configuration: "A:*:B", forbid: true, environments: [Staging], except: ["A:y:B"], because: B is bad. }
              - { literal: some_text, projects: [Web] }
            """)
        .WithRecord("0003-old", "status: superseded by ADR-0002\ndate: yesterday")
        .WithRecord("0004-proposed", "status: proposed\nrevisit: { when: [It snows.] }\nrules:\n  - { configuration: Trace, forbid: true }")
        .WithRecord("0005-broken", "status: [")
        .WithRecord("0006-waives", """
            status: accepted
            waivers:
              - { decision: Contoso.Decisions/ADR-0001, rule: Shop:GuestCheckout, from: 2026-11-01, until: 2026-12-15, because: Old app. }
            """)
        .WithPackFolder("platform", TestPack.Contoso())
        .With("deploy/shop.json", """{ "Shop": { "GuestCheckout": true, "PublicUrl": "http://x" } }""")
        .With("docs/adr/README.md", "# Records\n")
        .With("deploy/a.json", """{ "Gateway:Registration:Enabled": "yes", "A": { "x": { "B": true }, "z": { "B": true } }, "Trace": true }""")
        .With("deploy/b.json", """{ "Gateway": { "Registration": { "Endpoint": "https://secret.example" } } }""")
        .With("deploy/broken.json", "{")
        .With("deploy/appsettings.json", "{")
        .With("deploy/appsettings.Staging.json", "{}");

    public static TheoryData<string> Calls =>
    [
        "check deploy nowhere",
        "check deploy/a.json --environment Staging",
        "check deploy/a.json --layer deploy/b.json",
        "lint",
        "due",
        "due --within 100m",
        "list",
        "list --tag none",
        "show 1",
        "show 2",
        "show 3",
        "show Contoso.Decisions/ADR-0001 --records platform",
        "search word",
        "search ADR-0002",
        "search nowhere",
        "check deploy/shop.json --records docs/adr --records platform",
        "due --records docs/adr --records platform",
        "list --records platform",
        "show Contoso.Decisions/ADR-0001 --records docs/adr --records platform",
        "search checkout --records platform",
    ];

    public static TheoryData<string> Definitions => [.. _types.Keys];

    private static readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal)
    {
        ["lint"] = typeof(JsonLint),
        ["due"] = typeof(JsonDue),
        ["list"] = typeof(JsonList),
        ["show"] = typeof(JsonShow),
        ["search"] = typeof(JsonSearch),
        ["place"] = typeof(JsonPlace),
        ["pack"] = typeof(JsonPack),
        ["decision"] = typeof(JsonDecision),
        ["recordSummary"] = typeof(JsonRecordSummary),
        ["record"] = typeof(JsonRecord),
        ["rule"] = typeof(Rules.RuleText),
        ["waiver"] = typeof(JsonWaiver),
        ["revisit"] = typeof(JsonRevisit),
        ["amendment"] = typeof(JsonAmendment),
        ["fault"] = typeof(JsonFault),
        ["violation"] = typeof(JsonViolation),
        ["unreadableFile"] = typeof(JsonUnreadableFile),
        ["checkSummary"] = typeof(JsonCheckSummary),
        ["notJudged"] = typeof(JsonNotJudged),
        ["unreadFormat"] = typeof(JsonUnreadFormat),
        ["missingFile"] = typeof(JsonMissingFile),
        ["templates"] = typeof(JsonTemplates),
        ["passedFolder"] = typeof(JsonPassedFolder),
        ["lintSummary"] = typeof(JsonLintSummary),
        ["dueDate"] = typeof(JsonDueDate),
        ["dueSummary"] = typeof(JsonDueSummary),
        ["searchHit"] = typeof(JsonSearchHit),
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public void What_a_command_writes_is_valid_by_the_schema(string call)
    {
        var words = call.Split(' ');
        var output = Json([.. words, "--format", "json"]);
        var result = _schema.Value.Evaluate(output, new() { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, JsonSerializer.Serialize(output));
        Assert.Equal(words[0], output.GetProperty("command").GetString());
        Assert.Equal(2, output.GetProperty("schemaVersion").GetInt32());
    }

    [Fact]
    public void The_schema_refuses_a_member_that_it_does_not_know()
    {
        var output = _folder.Run("list", "-f", "json").Output;
        Assert.True(IsValid(output));
        Assert.False(IsValid(output.Replace("\"tags\"", "\"labels\"", StringComparison.Ordinal)));
        Assert.False(IsValid(output.Replace("\"unreadable\"", "\"more\": 1, \"unreadable\"", StringComparison.Ordinal)));

        static bool IsValid(string text) => _schema.Value.Evaluate(JsonDocument.Parse(text).RootElement).IsValid;
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Schema_and_types_have_the_same_members_and_leave_out_the_same(string definition)
    {
        var type = JsonContract.Default.GetTypeInfo(_types[definition])!;
        var isResult = type.Type.BaseType == typeof(JsonCheckResult);
        var written = type.Properties.Select(property => property.Name).Concat(isResult ? ["kind"] : []).Order(StringComparer.Ordinal);
        var always = type.Properties.Where(property => !MayBeNull(property)).Select(property => property.Name)
            .Concat(isResult ? ["kind"] : []).Order(StringComparer.Ordinal);
        var defined = _definitions.GetProperty(definition);
        Assert.Equal(written, defined.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(always, defined.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_object_of_the_schema_is_a_type_of_the_contract() => Assert.Equal(
        _types.Keys.Append("check").Order(StringComparer.Ordinal),
        _definitions.EnumerateObject().Where(each => each.Value.TryGetProperty("properties", out _)).Select(each => each.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_text_is_exact_and_nothing_in_it_reaches_a_terminal()
    {
        const string odd = "größe <'\"&> \u202E \u001B[2J \u2028 \u0085 \u200F 😀";
        _folder.WithRecord("0007-odd", "status: accepted\ntitle: \"größe <'\\\"&> \\u202E \\x1b[2J \\u2028 \\x85 \\u200F 😀\"\ntags: [odd]");
        foreach (var call in new[] { "show 7", "list --tag odd", "search größe" })
        {
            var output = _folder.Run([.. call.Split(' '), "-f", "json"]).Output;
            Assert.DoesNotContain(output, c => c is '\u202E' or '\u001B' or '\u2028' or '\u0085' or '\u200F');
            Assert.Contains("größe <'\\\"&>", output);
            Assert.Contains(odd, Texts(JsonDocument.Parse(output).RootElement));
        }
    }

    [Fact]
    public void Half_of_a_character_is_replaced_since_readers_refuse_it()
    {
        using var bytes = new MemoryStream();
        JsonOutput.Write(bytes, new JsonList([new("\uD800", null, "a\uDC00b", default, null, "", "", "", [], [])], []), JsonContract.Default.JsonList);
        var record = JsonDocument.Parse(bytes.ToArray()).RootElement.GetProperty("records")[0];
        Assert.Equal(("\uFFFD", "a\uFFFDb"), (record.GetProperty("id").GetString(), record.GetProperty("title").GetString()));
    }

    [Fact]
    public void A_value_is_written_only_where_the_record_names_it()
    {
        var output = _folder.Run("check", "deploy/a.json", "deploy/b.json", "-f", "json").Output;
        Assert.DoesNotContain("secret.example", output);
        var results = JsonDocument.Parse(output).RootElement.GetProperty("results").EnumerateArray().ToDictionary(each => each.GetProperty("key").GetString()!);
        var (enabled, endpoint) = (results["Gateway:Registration:Enabled"], results["Gateway:Registration:Endpoint"]);
        Assert.Equal(("true", true), (enabled.GetProperty("value").GetString(), enabled.GetProperty("respelled").GetBoolean()));
        Assert.Equal("value", endpoint.GetProperty("state").GetString());
        Assert.False(endpoint.TryGetProperty("value", out _));
    }

    private JsonElement Json(params string[] arguments) => JsonDocument.Parse(_folder.Run(arguments).Output).RootElement;

    private static bool MayBeNull(JsonPropertyInfo property) => property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
