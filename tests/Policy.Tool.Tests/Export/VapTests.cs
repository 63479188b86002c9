using System.Text.Json;
using DecisionPolicies.Rules;
using DecisionPolicies.Tool.Export;
using DecisionPolicies.Tool.Export.Vap;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>
/// Exported admission policies say the same as the engine. They are evaluated by an engine for CEL, which needs Node, so these tests are run by
/// tests/Export.Tests/run.
/// </summary>
public sealed class VapTests : IDisposable
{
    private const int Rules = 300;
    private const int Cases = 18;
    private const int LeastOfEach = 4;
    private const int Most = 300;
    private const string Unclear = " (which cannot be judged exactly)";

    private readonly ForeignEngine _engine = ForeignEngine.OfVap();

    public void Dispose() => _engine.Dispose();

    [Fact(Explicit = true)]
    public void Every_violation_is_that_of_the_engine()
    {
        var random = new Random(PropertySeed.Value);
        var rules = All(random).Take(Rules).ToList();
        var decisions = rules.ConvertAll(rule => Decision(rule.Rule) with
        {
            Status = random.Next(4) == 0 ? DecisionStatus.Proposed : DecisionStatus.Accepted,
        });
        var results = _engine.Judge<List<List<string>>>(rules.Zip(decisions, (rule, decision) =>
            Case(PoliciesOf(decision, rule.Exported), rule.Cases.Select(judged => Input(judged.Json)))));
        var counts = new ExportCounts { Rules = rules.Count };
        foreach (var ((rule, decision), found) in rules.Zip(decisions).Zip(results))
        {
            foreach (var (judged, messages) in rule.Cases.Zip(found)) Compare(rule.Rule, decision, judged, messages, counts);
        }
        Assert.InRange(counts.Inputs, 5000, int.MaxValue);
        Assert.InRange(counts.Unclear * 20, 0, counts.Findings);
        counts.WriteOnto(_engine.Name);
    }

    // Many rules are broken by no variable, so that the comparison above does not have them.
    [Fact(Explicit = true)]
    public void Every_rule_that_is_exported_compiles()
    {
        var made = new RandomManifest(new Random(PropertySeed.Value));
        var forbidsNull = new ConfigurationRule("A:B", Verb.Forbid, Condition.EqualTo(Literal.Null));
        var odd =
            from literal in new[] { Literal.Null, Literal.String(""), Literal.False, Literal.Number("-1") }
            let equal = Condition.EqualTo(literal)
            from condition in new[] { equal, Condition.In(literal, Literal.Null), Condition.All(equal, Condition.Like("*")) }
            from verb in new[] { Verb.Forbid, Verb.Require }
            from rule in new ConfigurationRule[]
            {
                new("A:*:B", verb, condition), new("A:B", verb, Condition.Like("x")) { When = [new("A:C", condition)] },
            }
            select rule;
        var random = Enumerable.Range(0, 4 * Rules).Select(_ => made.Rule());
        var exported = odd.Prepend(forbidsNull).Concat(random).Select(rule => (Rule: rule, Exported: RuleExport.Of(rule, [], false, out _)!))
            .Where(each => VapFault.Of(each.Exported) is null).ToList();
        var env = """{ "name": "A__B", "value": "y" }, { "name": "A__C", "value": "" }, { "name": "A__q__B", "value": "0x80" }""";
        var results = _engine.Judge<List<List<string>>>(exported.Select(each => Case(PoliciesOf(Decision(each.Rule), each.Exported), [Input(Pod(env))])));
        Assert.Equal(exported.Count, results.Count);
        // No variable is null.
        Assert.Empty(results[0].Single());
    }

    [Fact(Explicit = true)]
    public void What_is_not_known_is_not_passed()
    {
        var rule = new ConfigurationRule("Gateway:Mock", Verb.Forbid, Condition.EqualTo(Literal.True));
        var staging = rule with { Environments = ["Staging"] };
        var whenAbsent = rule with { When = [new("Gateway:Url", Condition.Present(false))] };
        var whenPresent = rule with { When = [new("Gateway:Url", Condition.Present(true))] };
        const string Mock = """{ "name": "Gateway__Mock", "value": "true" }""";
        const string From = """ "valueFrom": { "fieldRef": { "fieldPath": "metadata.name" } } """;
        const string Found = "Gateway__Mock of container app";
        (ConfigurationRule Rule, string Env, string? Expected)[] rows =
        [
            (rule, Mock, Found),
            (rule, """{ "name": "Gateway__Mock", "value": "$(OTHER)" }""", Found + Unclear),
            (rule, """{ "name": "Gateway__Mock", "value": "a$$b" }""", Found + Unclear),
            (rule, """{ "name": "Gateway__Mock", "value": "a$b" }""", null),
            (rule, """{ "name": "Gateway__Mock" }""", null),
            (rule, $$"""{ "name": "Gateway__Mock", {{From}} }""", null),
            (rule, $$"""{{Mock}}, { "name": "Gateway__Mock", "value": "false" }""", null),
            (rule, $$"""{{Mock}}, { "name": "Gateway__Mock", {{From}} }""", null),
            (rule, $$"""{ "name": "Gateway__Mock", "value": "false" }, {{Mock}}""", Found),
            (rule, $$"""{ "name": "GATEWAY__MOCK", "value": "false" }, {{Mock}}""", Found),
            (rule, """{ "name": "ASPNETCORE_Gateway__Mock", "value": "1" }""", "ASPNETCORE_Gateway__Mock of container app"),
            (rule, """{ "name": "DOTNET_Gateway__Mock", "value": "1" }, { "name": "Gateway__Mock", "value": "0" }""", null),
            (staging, Mock, null),
            (staging, $$"""{{Mock}}, { "name": "ASPNETCORE_ENVIRONMENT", "value": "staging" }""", Found),
            (staging, $$"""{{Mock}}, { "name": "ASPNETCORE_ENVIRONMENT", {{From}} }""", Found),
            (staging, $$"""{{Mock}}, { "name": "DOTNET_ENVIRONMENT", "value": "$(STAGE)" }""", Found),
            (staging, $$"""{{Mock}}, { "name": "aspnetcore_environment", "value": "Staging" }, { "name": "DOTNET_ENVIRONMENT", "value": "QA" }""", null),
            (staging, $$"""{{Mock}}, { "name": "dotnet_environment", "value": "QA" }, { "name": "DOTNET_ENVIRONMENT", "value": "Staging" }""", Found),
            (rule, $$"""{ "name": "DOTNET_Gateway__Mock", "value": "1" }, { "name": "Gateway__Mock", {{From}} }""", null),
            (whenAbsent, Mock, Found),
            (whenAbsent, $$"""{{Mock}}, { "name": "Gateway__Url", "value": "" }""", Found),
            (whenAbsent, $$"""{{Mock}}, { "name": "Gateway__Url", "value": "x" }""", null),
            (whenAbsent, $$"""{{Mock}}, { "name": "Gateway__Url", "value": "$(X)" }""", Found + Unclear),
            (whenAbsent, $$"""{{Mock}}, { "name": "Gateway__Url__0", {{From}} }""", Found + Unclear),
            (whenPresent, Mock, null),
            (whenPresent, $$"""{{Mock}}, { "name": "Gateway__Url__0", "value": "x" }""", Found),
            (whenPresent, $$"""{{Mock}}, { "name": "Gateway__Url", "value": "$(X)" }""", Found + Unclear),
            (whenPresent, $$"""{{Mock}}, { "name": "Gateway__Url", {{From}} }""", Found + Unclear),
            (rule with { Verb = Verb.Require }, $$"""{ "name": "Gateway__Mock", "value": "{{new string('x', 2000)}}" }""", Found),
            (rule with { Condition = Condition.Like("x*") }, $$"""{ "name": "Gateway__Mock", "value": "{{new string('x', 2000)}}" }""", Found + Unclear),
        ];
        AssertFound(rows);
    }

    [Theory(Explicit = true)]
    [InlineData("8080", true, false)]
    [InlineData("8080.5", true, false)]
    [InlineData("8079.5", false, false)]
    [InlineData("8079.99999999999999999999", true, true)]
    [InlineData("8079.999999999999", true, true)]
    [InlineData("8079.99999999999", false, false)]
    [InlineData("0000008080.00000000000", true, false)]
    [InlineData("1e400", true, true)]
    [InlineData("-1e400", true, true)]
    [InlineData("0e400", false, false)]
    [InlineData("1e99", true, false)]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFF", true, false)]
    [InlineData("0xFFFFFFFF", true, false)]
    [InlineData("0xFF", false, false)]
    [InlineData("Infinity", true, false)]
    [InlineData("-Infinity", false, false)]
    [InlineData("many", false, false)]
    public void A_number_is_compared_exactly_or_said_not_to_be(string value, bool isFound, bool isUnclear)
    {
        var rule = new ConfigurationRule("Gateway:Mock", Verb.Forbid, Condition.AtLeast(8080));
        var digits = new string('9', 201);
        AssertFound([Row(rule, value, isFound, isUnclear), Row(rule, digits, true, true), Row(rule, digits[..200], true, false)]);
    }

    [Theory(Explicit = true)]
    [InlineData("/a/register", true, false)]
    [InlineData("/A/REGISTER/", true, false)]
    [InlineData("/a/registered", false, false)]
    [InlineData("/reg%69ster", true, true)]
    [InlineData("/a%20b", true, true)]
    [InlineData("/regi\u017Fter", true, true)]
    [InlineData("https://a.example/register", true, false)]
    [InlineData("https://a.example:443/registered", true, true)]
    [InlineData("https://a.example/b", false, false)]
    [InlineData("register", true, false)]
    public void A_path_is_compared_exactly_or_said_not_to_be(string value, bool isFound, bool isUnclear) =>
        AssertFound([Row(new ConfigurationRule("Gateway:Mock", Verb.Forbid, Condition.Like("**/register")), value, isFound, isUnclear)]);

    private static (ConfigurationRule Rule, string Env, string? Expected) Row(ConfigurationRule rule, string value, bool isFound, bool isUnclear) =>
        (rule, $$"""{ "name": "Gateway__Mock", "value": {{JsonSerializer.Serialize(value)}} }""",
            isFound ? "Gateway__Mock of container app" + (isUnclear ? Unclear : "") : null);

    private void AssertFound(IReadOnlyList<(ConfigurationRule Rule, string Env, string? Expected)> rows)
    {
        var results = _engine.Judge<List<List<string>>>(rows.Select(row => Case(PoliciesOf(row.Rule), [Input(Pod(row.Env))])));
        Assert.Equal(
            rows.Select(row => row.Expected is null ? ""
                : $"ADR-0001 rejects {row.Expected}, which {Demand(row.Rule)}. The reason. Read docs/adr/0001-any.md"),
            results.Select(result => string.Join('|', result.Single())));
    }

    [Fact(Explicit = true)]
    public void A_variable_for_a_connection_string_is_one()
    {
        var rule = new ConfigurationRule("ConnectionStrings:*", Verb.Forbid, Condition.Like("Server=*", "Npgsql", "MySql*", "System.Data*"));
        string[] names = ["SQLCONNSTR_A", "MYSQLCONNSTR_A__B", "PostgreSQLCONNSTR_A", "CUSTOMCONNSTR_A", "ConnectionStrings__A", "XSQLCONNSTR_A"];
        var results = _engine.Judge<List<List<string>>>([Case(PoliciesOf(rule), names.SelectMany(name => new[] { "Server=a", "" }
            .Select(value => Input(Pod($$"""{ "name": "{{name}}", "value": "{{value}}" }""")))))]);
        // The variable also sets the name of the provider, whatever its own value.
        var both = "SQLCONNSTR_A of container app, SQLCONNSTR_A of container app";
        Assert.Equal(
            [
                both, "SQLCONNSTR_A of container app", "", "", both.Replace("SQL", "PostgreSQL"), "PostgreSQLCONNSTR_A of container app",
                "CUSTOMCONNSTR_A of container app", "", "ConnectionStrings__A of container app", "", "", "",
            ],
            results.Single().Select(messages => messages.Count == 0 ? "" : messages.Single()["ADR-0001 rejects ".Length..].Split(", which")[0]));
    }

    [Fact(Explicit = true)]
    public void What_does_not_change_is_not_judged_again()
    {
        var rule = new ConfigurationRule("Gateway:Mock", Verb.Forbid, Condition.EqualTo(Literal.True));
        var broken = """{ "containers": [{ "name": "app", "image": "a", "env": [{ "name": "Gateway__Mock", "value": "true" }] }] }""";
        var old = $$"""{ "kind": "Deployment", "spec": { "replicas": 1, "template": { "spec": {{broken}} } } }""";
        var map = """{ "kind": "ConfigMap", "data": { "Gateway__Mock": "true" } }""";
        var pod = $$"""{ "kind": "Pod", "spec": {{broken}} }""";
        var debugged = pod.Replace("}] }] }", """}] }], "ephemeralContainers": [{ "name": "debug" }] }""");
        var results = _engine.Judge<List<List<string>>>([Case(
            PoliciesOf(rule),
            [
                Input(debugged), Input(debugged, pod),
                Input(old), Input(old.Replace("\"replicas\": 1", "\"replicas\": 0"), old), Input(old.Replace("\"a\"", "\"b\""), old),
                Input(map, map), Input(map, map.Replace("true", "false")), Input("""{ "kind": "ConfigMap" }""", map),
            ])]);
        Assert.Equal([1, 0, 1, 0, 1, 0, 1, 0], results.Single().Select(messages => messages.Count));
    }

    [Fact(Explicit = true)]
    public void A_waiver_covers_what_it_covers_for_the_engine()
    {
        var rule = new ConfigurationRule("Routes:*:Open", Verb.Forbid, Condition.EqualTo(Literal.True));
        var decision = Decision(rule) with
        {
            Waivers =
            [
                new("routes:*:open", ["Staging"], new(2026, 12, 10), "One team migrates") { Key = "Routes:Login:Open" },
                new("Routes:*:Open", [], new(2026, 12, 5), "All migrate") { From = new(2026, 12, 1) },
            ],
        };
        var env = """{ "name": "Routes__login__Open", "value": "true" }, { "name": "Routes__other__Open", "value": "yes" }""";
        var days = new DateOnly[] { new(2026, 11, 30), new(2026, 12, 1), new(2026, 12, 5), new(2026, 12, 6), new(2026, 12, 10), new(2026, 12, 11) };
        var found = days.ToDictionary(day => day, day => Names(decision, rule, day, env));
        const string Json = """{ "Routes": { "login": { "Open": true }, "other": { "Open": "yes" } } }""";
        Assert.All(days, day =>
        {
            foreach (var (environment, names) in new[] { ("Production", found[day][0]), ("Staging", found[day][1]) })
            {
                var expected = JudgedCase.Of(rule, Json, environment, false)!.Findings.Values
                    .Where(finding => Verdict.Of(decision, finding, environment, day).Consequence == Consequence.Rejected)
                    .Select(finding => $"{finding.Key.Replace(":", "__")} of container app");
                Assert.Equal(expected.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
            }
        });
    }

    [Fact(Explicit = true)]
    public void An_environment_that_something_else_can_set_is_any()
    {
        var rule = new ConfigurationRule("Gateway:Mock", Verb.Forbid, Condition.EqualTo(Literal.True)) { Environments = ["Staging"] };
        const string Data = """{ "kind": "ConfigMap", "data": { "Gateway__Mock": "true" } }""";
        var pod = Pod("""{ "name": "Gateway__Mock", "value": "true" }""");
        var from = pod.Replace("\"env\"", """ "envFrom": [{ "configMapRef": { "name": "a" } }], "env" """);
        var results = _engine.Judge<List<List<string>>>([Case(
            PoliciesOf(rule),
            [
                Input(Data), Input(Data.Replace("} }", """, "ASPNETCORE_ENVIRONMENT": "QA" } }""")), Input(pod), Input(from),
                Input(from.Replace("[{ \"name\": \"G", """[{ "name": "DOTNET_ENVIRONMENT", "value": "QA" }, { "name": "G""")),
            ])]);
        Assert.Equal([1, 0, 0, 1, 0], results.Single().Select(messages => messages.Count));
    }

    // Only Kubernetes' own code counts what an expression costs; in the other engine this shows no more than that nothing is found.
    [Fact(Explicit = true)]
    public void A_large_object_that_no_rule_is_about_is_admitted()
    {
        var rule = new ConfigurationRule("Gateway:*:Mock", Verb.Forbid, Condition.Like("**/register"));
        var file = JsonSerializer.Serialize(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{ \"panel{i}\": \"https://a.example/{i}\" }},")));
        var env = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""{ "name": "Other__Key{{i}}", "value": "https://a.example/{{i}}" }"""));
        var results = _engine.Judge<List<List<string>>>([Case(
            PoliciesOf(rule), [Input($$"""{ "kind": "ConfigMap", "data": { "dashboard.json": {{file}} } }"""), Input(Pod(env))])]);
        Assert.All(results.Single(), Assert.Empty);
    }

    [Fact(Explicit = true)]
    public void Text_of_a_record_is_shown_as_it_is()
    {
        const string Odd = """It's \ "odd": {{ x }} # é — \u{1F600} 😀""";
        var rule = new ConfigurationRule("Gateway:Mock", Verb.Forbid, Condition.EqualTo(Literal.True)) { Because = Odd };
        var message = _engine.Judge<List<List<string>>>([Case(PoliciesOf(rule), [Input(Pod("""{ "name": "Gateway__Mock", "value": "true" }"""))])]);
        Assert.Equal(
            $"ADR-0001 rejects Gateway__Mock of container app, which must not be true. {Odd}. Read docs/adr/0001-any.md", message.Single().Single().Single());
    }

    [Fact(Explicit = true)]
    public void The_page_shows_the_message_about_ADR_0001()
    {
        const string Record = "docs/adr/0001-no-dcr.md";
        using var folder = new ToolFolder().With(Record, File.ReadAllText(Path.Combine(RepositoryFolder.Path, Record)));
        var refused = folder.Run("export", "vap", "--out", "policy").Error.Split("'--without ").Skip(1).Select(rest => rest[..rest.IndexOf('\'')]);
        Assert.Equal(0, folder.Run(["export", "vap", "--out", "policy", "--without", .. refused]).Exit);
        var pod = Pod("""{ "name": "Gateway__Registration__Enabled", "value": "yes" }""");
        var message = _engine.Judge<List<List<string>>>([Case(folder.Read("policy/policies.yaml"), [Input(pod)])]).Single().Single().Single();
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "export-kubernetes.md")).ReplaceLineEndings("\n");
        Assert.Contains($"\n```text\n{message}\n```\n", page);
    }

    [Fact(Explicit = true)]
    public void A_message_is_never_longer_than_Kubernetes_shows()
    {
        var rule = new ConfigurationRule("Gateway:*", Verb.Forbid, Condition.EqualTo(Literal.True)) { Because = new string('x', 5000) };
        var env = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{ "name": "Gateway__Key{{i}}", "value": "true" }"""));
        var message = _engine.Judge<List<List<string>>>([Case(PoliciesOf(rule), [Input(Pod(env))])]).Single().Single().Single();
        Assert.InRange(message.Length, 500, 5 * 1024);
        Assert.EndsWith(" …, which must not be true. Read docs/adr/0001-any.md", message);
    }

    private List<string>[] Names(DecisionPolicy decision, ConfigurationRule rule, DateOnly day, string env)
    {
        var policies = PoliciesOf(decision, RuleExport.Of(rule, decision.Waivers, false, out _)!, day);
        // A rule that is waived altogether is not in a policy.
        if (!policies.Contains("validations:", StringComparison.Ordinal)) return [[], []];
        var found = _engine.Judge<List<List<string>>>([Case(
            policies, [Input(Pod(env)), Input(Pod($$"""{ "name": "DOTNET_ENVIRONMENT", "value": "Staging" }, {{env}}"""))])]).Single();
        return [.. found.Select(messages => messages.Count == 0 ? [] : NamesIn(messages.Single(), "ADR-0001 rejects ").ToList())];
    }

    private static IEnumerable<string> NamesIn(string message, string before) =>
        message[before.Length..message.IndexOf(", which must", StringComparison.Ordinal)].Split(", ");

    private static void Compare(ConfigurationRule rule, DecisionPolicy decision, JudgedManifest judged, List<string> messages, ExportCounts counts)
    {
        var text = ExportText.Of(decision, rule);
        var shown = $"{rule.Subject} {text.Demand} {string.Join("; ", RuleText.Of(rule).Limits())}\n{judged.Json}\nengine: {string.Join(", ", judged.Names)}\n"
            + $"export: {string.Join('|', messages)}\n{PropertySeed.HowToRepeat}";
        var after = $", which {Demand(rule)}.{text.Why}";
        Assert.True(messages.Count <= 1 && messages.TrueForAll(message => message.StartsWith(text.Before, StringComparison.Ordinal)
            && message.EndsWith(after, StringComparison.Ordinal)), shown);
        var names = messages.Count == 0 ? [] : messages[0][text.Before.Length..^after.Length].Split(", ").ToHashSet();
        var unclear = names.Where(name => name.EndsWith(Unclear, StringComparison.Ordinal)).Select(name => name[..^Unclear.Length]).ToHashSet();
        var sure = names.Where(name => !name.EndsWith(Unclear, StringComparison.Ordinal)).ToHashSet();
        // Nothing is missed, and what is said beyond that is said to be unclear.
        Assert.True(judged.Names.IsSubsetOf(sure.Concat(unclear)) && sure.IsSubsetOf(judged.Names), shown);
        counts.Inputs++;
        counts.Findings += names.Count;
        counts.Unclear += unclear.Except(judged.Names).Count();
    }

    private static string Demand(ConfigurationRule rule) =>
        ConditionText.Demand(rule.Condition, rule.Verb) + (rule.Environments.Count == 0 ? "" : " in " + string.Join(" or ", rule.Environments));

    private static IEnumerable<(ConfigurationRule Rule, ExportedRule Exported, List<JudgedManifest> Cases)> All(Random random)
    {
        var made = new RandomManifest(random);
        while (true)
        {
            var rule = made.Rule();
            var exported = RuleExport.Of(rule, [], allowsStricter: false, out _)!;
            if (VapFault.Of(exported) is null && CasesOf(rule, made) is { } cases) yield return (rule, exported, cases);
        }
    }

    private static List<JudgedManifest>? CasesOf(ConfigurationRule rule, RandomManifest made)
    {
        var cases = new List<JudgedManifest>();
        var (broken, kept) = (0, 0);
        for (var i = 0; i < Most && (cases.Count < Cases || broken < LeastOfEach || kept < LeastOfEach); i++)
        {
            // Of very many names, a message shows the first.
            if (made.Case(rule) is not { } judged || judged.Names.Sum(name => name.Length) > 300) continue;
            var isBroken = judged.Names.Count > 0;
            if (cases.Count >= Cases && (isBroken ? broken : kept) >= LeastOfEach) continue;
            if (isBroken) broken++;
            else kept++;
            cases.Add(judged);
        }
        return broken < LeastOfEach || kept < LeastOfEach ? null : cases;
    }

    private static DecisionPolicy Decision(ConfigurationRule rule) => new()
    {
        Id = "ADR-0001",
        Title = "Any",
        Status = DecisionStatus.Accepted,
        Link = "docs/adr/0001-any.md",
        Because = "The reason",
        Rules = [rule],
    };

    private static string PoliciesOf(ConfigurationRule rule) => PoliciesOf(Decision(rule), RuleExport.Of(rule, [], false, out _)!);

    private static string PoliciesOf(DecisionPolicy decision, ExportedRule rule, DateOnly? day = null) =>
        new AdmissionPolicies().FilesOf(ForeignEngine.ExportOf(decision, rule), day)[0].Text;

    private static string Case(string policies, IEnumerable<string> inputs) =>
        $"{{\"policies\":{JsonSerializer.Serialize(policies)},\"inputs\":[{string.Join(',', inputs)}]}}";

    private static string Input(string json, string? old = null) =>
        $"{{\"object\":{ForeignEngine.OnOneLine(json)},\"oldObject\":{(old is null ? "null" : ForeignEngine.OnOneLine(old))}}}";

    private static string Pod(string env) => $$"""{ "kind": "Pod", "spec": { "containers": [{ "name": "app", "env": [{{env}}] }] } }""";
}
