using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DecisionPolicies.Rules;
using DecisionPolicies.Tool.Export;
using DecisionPolicies.Tool.Export.Rego;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>
/// The exported library says the same as the engine. It runs as WebAssembly, which needs Node, so these tests are run by tests/Export.Tests/run.
/// </summary>
public sealed partial class RegoTests : IDisposable
{
    private const int Rules = 300;
    private const int Cases = 20;

    private readonly ForeignEngine _engine = ForeignEngine.OfRego();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void The_WebAssembly_is_made_from_the_library() => Assert.Equal(
        File.ReadAllText(Path.Combine(ForeignEngine.Folder, "decisions.wasm.source")).Trim(),
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(RegoBundle.LibraryText))));

    [Fact(Explicit = true)]
    public void Every_finding_is_that_of_the_engine()
    {
        var random = new Random(PropertySeed.Value);
        var rules = JudgedRule.All(random, Cases).Take(Rules).ToList();
        var decisions = rules.ConvertAll(rule => new DecisionPolicy
        {
            Id = "ADR-0001",
            Title = "Any",
            Status = random.Next(4) == 0 ? DecisionStatus.Proposed : DecisionStatus.Accepted,
            Link = "docs/adr/0001-any.md",
            Because = "The reason",
            Rules = [rule.Rule],
        });
        // Each configuration as it is, if that says all of it, and as it is flattened.
        var results = Judge(rules.Zip(decisions, (rule, decision) => (
            DataOf(decision, rule.Exported),
            rule.Cases.SelectMany(judged => IsWhole(judged) ? new[] { judged.Flattened(), judged.Json } : [judged.Flattened()]))));

        var counts = new ExportCounts();
        foreach (var ((rule, decision), found) in rules.Zip(decisions).Zip(results))
        {
            var at = 0;
            foreach (var judged in rule.Cases)
            {
                for (var inputs = IsWhole(judged) ? 2 : 1; inputs > 0; inputs--) Compare(rule.Rule, decision, judged, found[at++], counts);
            }
        }
        Assert.InRange(counts.Inputs, 5000, int.MaxValue);
        Assert.InRange(counts.Unclear * 20, 0, counts.Findings);
        counts.Rules = rules.Count;
        counts.WriteOnto(_engine.Name);
    }

    [Fact(Explicit = true)]
    public void A_waiver_covers_what_it_covers_for_the_engine()
    {
        var rule = new ConfigurationRule("Routes:*:Open", Verb.Forbid, Condition.EqualTo(Literal.True));
        var decision = new DecisionPolicy
        {
            Id = "ADR-0001",
            Title = "Any",
            Status = DecisionStatus.Accepted,
            Link = "docs/adr/0001-any.md",
            Rules = [rule],
            Waivers =
            [
                new("routes:*:open", ["Staging"], new(2026, 12, 10), "One team migrates") { Key = "Routes:Login:Open" },
                new("Routes:*:Open", [], new(2026, 12, 5), "All migrate") { From = new(2026, 12, 1) },
            ],
        };
        const string Json = """{ "Routes": { "login": { "Open": true }, "other": { "Open": "yes" } } }""";
        var data = RegoData.Of(ForeignEngine.ExportOf(decision, RuleExport.Of(rule, [], false, out _)!), new(2026, 12, 11));
        var days = new DateOnly?[] { null, new(2026, 11, 30), new(2026, 12, 1), new(2026, 12, 5), new(2026, 12, 6), new(2026, 12, 10), new(2026, 12, 11) };
        var calls = days.SelectMany(day => new[] { "Production", "STAGING" }.Select(environment => (day, environment))).ToList();
        var results = Judge([(data, calls.Select(call => JudgedCase.Of(rule, Json, call.environment, false)!.Flattened(call.day)))]).Single();
        foreach (var ((day, environment), result) in calls.Zip(results))
        {
            var expected = JudgedCase.Of(rule, Json, environment, false)!.Findings.Values
                .Select(finding => $"{finding.Key} {Verdict.Of(decision, finding, environment, day ?? new(2026, 12, 11)).Consequence}")
                .Order(StringComparer.OrdinalIgnoreCase);
            Assert.Equal(
                expected,
                result.Findings.Select(finding => $"{finding.Key} {finding.Consequence}").Order(StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase);
            Assert.Equal(result.Findings.Count(finding => finding.Consequence == "rejected"), result.Deny.Count);
        }
    }

    [Fact(Explicit = true)]
    public void What_cannot_be_judged_at_all_is_denied()
    {
        var rule = new ConfigurationRule("Gateway:*", Verb.Forbid, Condition.EqualTo(Literal.True));
        var decision = new DecisionPolicy { Id = "ADR-0001", Title = "Any", Status = DecisionStatus.Accepted, Link = "a.md", Rules = [rule] };
        var data = DataOf(decision, RuleExport.Of(rule, [], false, out _)!);
        string[] odd =
        [
            "null", "3", "\"text\"", """{ "decisions": 2, "settings": {} }""", """{ "decisions": 1, "settings": {}, "today": "soon" }""",
            """{ "decisions": 1, "settings": {}, "environment": 3 }""", """{ "decisions": 1, "settings": {}, "complete": "yes" }""",
            $$"""{ "{{string.Join(':', Enumerable.Repeat("a", 65))}}": 1 }""",
        ];
        Assert.All(Judge([(data, odd)]).Single(), result => Assert.Single(result.Deny));
        Assert.Contains("data.json is not loaded", Judge([("{}", ["{}"])]).Single().Single().Deny.Single());
        // A key may hold commands to a terminal.
        var named = Judge([(data, ["{ \"Gateway\": { \"a\\u001b[31m\": true } }"])]).Single().Single();
        Assert.StartsWith("ADR-0001 rejects Gateway:*, which ", named.Deny.Single());
        Assert.Equal("Gateway:a\u001b[31m", named.Findings.Single().Key);
    }

    // An input that is not flattened is judged in production, and is never complete.
    private static bool IsWhole(JudgedCase judged) => !judged.IsComplete && judged.Environment == "Production";

    private static void Compare(ConfigurationRule rule, DecisionPolicy decision, JudgedCase judged, RegoResult result, ExportCounts counts)
    {
        var unclear = result.Findings.Where(finding => finding.State == "unclear").Select(Folded).ToHashSet(StringComparer.Ordinal);
        var actual = result.Findings.Where(finding => finding.State != "unclear").Select(finding => $"{Folded(finding)} {finding.State}");
        var expected = judged.States.Where(each => !unclear.Contains(each.Key)).Select(each => $"{each.Key} {each.Value}");
        Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
            $"{rule.Subject} {ConditionText.Demand(rule.Condition, rule.Verb)}\n{judged.Flattened()}\nengine: {string.Join(", ", judged.States)}\n"
            + $"export: {string.Join(", ", result.Findings)}\n{string.Join("\n", result.Deny)}\n{PropertySeed.HowToRepeat}");
        Assert.All(result.Findings, finding => Assert.Equal(decision.Status == DecisionStatus.Accepted ? "rejected" : "warned", finding.Consequence));
        Assert.Equal(
            result.Findings.Select(finding => finding.Message).Distinct().Order(StringComparer.Ordinal),
            (decision.Status == DecisionStatus.Accepted ? result.Deny : result.Warn).Order(StringComparer.Ordinal));
        foreach (var finding in result.Findings.Where(finding => finding.State != "unclear" && Printable().IsMatch(finding.Key)))
        {
            // The export never shows a value, even if the record does.
            var own = judged.Findings[Folded(finding)] with { Key = finding.Key, Literal = null };
            Assert.Equal(own.Message(decision, Verdict.Of(decision, own, null, null), ValueList<string>.Empty), finding.Message);
        }
        counts.Inputs++;
        counts.Findings += result.Findings.Count;
        counts.Unclear += unclear.Count;
    }

    private static string Folded(RegoFinding finding) => JudgedCase.Folded(finding.Key);

    private static string DataOf(DecisionPolicy decision, ExportedRule rule) => RegoData.Of(ForeignEngine.ExportOf(decision, rule), null);

    private IReadOnlyList<IReadOnlyList<RegoResult>> Judge(IEnumerable<(string Data, IEnumerable<string> Inputs)> cases) =>
        _engine.Judge<List<RegoResult>>(cases.Select(each =>
            $"{{\"data\":{ForeignEngine.OnOneLine(each.Data)},\"inputs\":[{string.Join(',', each.Inputs.Select(ForeignEngine.OnOneLine))}]}}"));

    private sealed record RegoResult(IReadOnlyList<string> Deny, IReadOnlyList<string> Warn, IReadOnlyList<RegoFinding> Findings);

    private sealed record RegoFinding(string Key, string State, string Consequence, string Message, string Decision, int Line);

    [GeneratedRegex("^[ -~]*$")]
    private static partial Regex Printable();
}
