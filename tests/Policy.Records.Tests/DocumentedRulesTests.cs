using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Records.Tests;

/// <summary>
/// The pages about rules: every example is read and judged, and the page shows the result below it. Set ACCEPT_SNAPSHOTS=1 to write the
/// results into the pages.
/// </summary>
public sealed partial class DocumentedRulesTests
{
    private static readonly string _docs = Path.Combine(
        typeof(DocumentedRulesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "docs");

    private static readonly string[] _pages =
    [
        .. new[] { "rules.md", "rules-values.md", "rules-routes.md", "rules-code.md", "rule-errors.md", "waivers.md" }
            .Select(page => Path.Combine(_docs, page)),
    ];

    private static readonly string _text = string.Join('\n', _pages.Select(Read));

    private static readonly Dictionary<string, string> _sections = _pages
        .SelectMany(page => Regex.Split(Read(page), "(?m)^(?=#+ )").Skip(1).Select(section => (Page: Path.GetFileName(page), Text: section)))
        .ToDictionary(section => $"{section.Page}: {section.Text.Split('\n')[0].TrimStart('#', ' ')}", section => section.Text);

    public static TheoryData<string> Examples => [.. _sections.Where(section => Block().IsMatch(section.Value)).Select(section => section.Key)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_says_what_the_page_shows(string heading) => Compare(_sections[heading], Executed(_sections[heading]));

    // A configuration without its outcome would be an example that nothing holds.
    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_shows_what_comes_of_it(string heading) =>
        Assert.Matches("^(yaml (text |(json text )+))+$", string.Concat(Block().Matches(_sections[heading]).Select(block => block.Groups["kind"].Value + " ")));

    [Fact]
    public void Every_operator_has_an_example() =>
        Assert.All(NamesIn("configuration: A\n    forbid: { x: y }", "Operators: "), name => Assert.Contains(name, Exemplified));

    [Fact]
    public void Every_key_of_a_rule_has_an_example() =>
        Assert.All(NamesIn("forbid: 1\n    x: y", "Allowed keys: "), name => Assert.Contains(name, Exemplified));

    [Fact]
    public void Every_key_of_a_waiver_has_an_example() =>
        Assert.All(NamesIn("{ configuration: A, forbid: true }\nwaivers:\n  - x: y", "Allowed keys: "), name => Assert.Contains(name, Exemplified));

    [Theory]
    [InlineData("DP2001")]
    [InlineData("DP2002")]
    [InlineData("DP2003")]
    [InlineData("DP2004")]
    [InlineData("DP2005")]
    public void Every_fault_of_a_rule_has_an_example(string id) => Assert.Matches($"(?m)^{id} \\d+,\\d+: ", _text);

    [Fact]
    public void The_table_says_what_a_rule_makes_of_each_state()
    {
        var table = new List<string>
        {
            "| rule | absent | null | empty | settings below | text that fits | other text |",
            "|---|---|---|---|---|---|---|",
        };
        foreach (var verb in new[] { "forbid", "require" })
        {
            foreach (var (condition, fits, other) in Conditions(verb))
            {
                table.Add($"| `{verb}: {condition}` | {string.Join(" | ", States(fits, other).Select(state => Outcome(verb, condition, state)))} |");
            }
        }

        Compare(Table().Match(_text).Value, string.Join("\n", table) + "\n");
    }

    private static IEnumerable<(string Condition, string? Fits, string? Other)> Conditions(string verb)
    {
        yield return ("true", "yes", "false");
        yield return ("false", "off", "true");
        yield return ("8080", "8080.0", "80");
        yield return ("0", "0.0", "80");
        yield return ("\"00:00:00\"", "0:00", "00:00:30");
        yield return ("[mock, fake]", "fake", "real");
        yield return ("null", null, "x");
        yield return ("\"\"", null, "x");
        yield return ("{ like: \"**\" }", "x", null);
        yield return ("{ at-least: 1 }", "1", "0");
        yield return ("{ at-most: 1 }", "1", "one");
        yield return ("{ same-origin-as: Other }", "https://gateway.example/a", "https://idp.example");
        yield return ("{ route-to: \"**/register\" }", "/oauth/{**rest}", "/orders");
        yield return ("{ present: true }", "x", null);
        // Of a 'forbid' this is DP2004.
        if (verb == "require") yield return ("{ present: false }", null, "x");
    }

    private static IEnumerable<string?> States(string? fits, string? other) =>
        ["{}", """{ "Key": null }""", """{ "Key": "" }""", """{ "Key": { "Below": "x" } }""", WithText(fits), WithText(other)];

    private static string? WithText(string? text) => text is null ? null : $$"""{ "Key": "{{text}}", "Other": "https://gateway.example" }""";

    private static string Outcome(string verb, string condition, string? json)
    {
        if (json is null) return "–";
        var record = new DocumentedRecord($"rules:\n  - {{ configuration: Key, {verb}: {condition} }}\n");
        return record.Judge(json, "Production", default).Count > 0 ? "**broken**" : "ok";
    }

    /// <summary>A section, with what the reader and the engine say of its examples.</summary>
    private static string Executed(string section)
    {
        var record = new DocumentedRecord("");
        var judged = false;
        IReadOnlyList<string> results = [];
        return Block().Replace(section, block =>
        {
            var content = block.Groups["content"].Value;
            switch (block.Groups["kind"].Value)
            {
                case "yaml":
                    (record, judged) = (new(content), false);
                    results = record.Faults;
                    return block.Value;
                case "json":
                    judged = true;
                    var environment = block.Groups["environment"] is { Success: true, Value: var name } ? name : "Production";
                    var today = block.Groups["day"] is { Success: true, Value: var day } ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : default;
                    results = record.Judge(content, environment, today);
                    return block.Value;
                default:
                    return $"```text\n{string.Join('\n', results.DefaultIfEmpty(judged ? "no violations" : "no errors"))}\n```";
            }
        });
    }

    private static void Compare(string documented, string executed)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") != "1")
        {
            Assert.Equal(documented, executed);
            return;
        }

        foreach (var page in _pages) File.WriteAllText(page, Read(page).Replace(documented, executed));
    }

    private static string Read(string page) => File.ReadAllText(page).ReplaceLineEndings("\n");

    // The reader lists them in the message about a mistyped name.
    private static string[] NamesIn(string rule, string before)
    {
        var message = Assert.Single(Reading.Told(Reading.OfRule(rule)), fault => fault.Contains(before, StringComparison.Ordinal));
        return message[(message.IndexOf(before, StringComparison.Ordinal) + before.Length)..].TrimEnd('.').Split(", ");
    }

    /// <summary>The keys in the records of those examples that are judged.</summary>
    private static HashSet<string> Exemplified =>
        [.. Block().Matches(_text + Read(Path.Combine(_docs, "packs.md")))
            .Where(block => block.Groups["kind"].Value == "yaml" && new DocumentedRecord(block.Groups["content"].Value).Faults.Length == 0)
            .SelectMany(block => Key().Matches(block.Value))
            .Select(key => key.Groups["key"].Value)];

    [GeneratedRegex(
        """(?:^In (?<environment>\w+)(?:, on (?<day>[\d-]+))?:\n\n)?^```(?<kind>yaml|json|text)\n(?<content>.*?)^```$""",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| rule \|.*?\n(?=\n)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<=[\s{,])(?<key>[\w-]+): ?")]
    private static partial Regex Key();
}
