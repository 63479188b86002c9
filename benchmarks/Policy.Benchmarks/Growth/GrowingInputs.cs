using System.Globalization;
using System.Text;
using DecisionPolicies.Records;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Configuration;
using DecisionPolicies.Tool.Repository;
using DecisionPolicies.Tool.Site;

namespace DecisionPolicies.Benchmarks.Growth;

/// <summary>An input that can be made larger.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Size">How many of its pieces the smallest one has.</param>
/// <param name="Of">Makes one of so many pieces, and what reads it.</param>
internal sealed record GrowingInput(string Name, int Size, Func<int, Action> Of);

/// <summary>The inputs.</summary>
internal static class GrowingInputs
{
    private static readonly Condition _set = Condition.Present(true);

    public static IReadOnlyList<GrowingInput> All { get; } =
    [
        Rule("engine: a wildcard", "A:*:X", (text, i) => text.Add($"A:{i}:X")),
        Rule("engine: `**`", "**:X", (text, i) => text.Add($"A:{i}:B:X")),
        Rule("engine: `**` and wildcards", "**:*:*:X", (text, i) => text.Add($"A:{i}:B:X")),
        Rule("engine: `when` with `**`", "A:*:X", (text, i) => text.AddRange([$"A:{i}:X", $"B:{i}:Kind"]), when: "**:Kind"),
        Rule("engine: `when` with `**` and a wildcard", "A:*:X", (text, i) => text.AddRange([$"A:{i}:X", $"B:{i}:Kind"]), when: "**:*:Kind"),
        Rule("engine: `same-origin-as` with a wildcard", "A:*", (text, i) => text.AddRange([$"A:{i}", $"B:{i}"]), Condition.SameOriginAs("B:*")),
        Rule("engine: `same-origin-as` with `**`", "A:*", (text, i) => text.AddRange([$"A:{i}", $"B:{i}:Url"]), Condition.SameOriginAs("**:Url")),
        Like("engine: `like` with many `*`", string.Concat(Enumerable.Repeat("*a", 500)) + "b", size => new('a', size)),
        Like("engine: `like` with many `**`", string.Concat(Enumerable.Repeat("**/a/", 31)) + "b", size => string.Concat(Enumerable.Repeat("a/", size))),
        RouteTo("engine: `route-to`", "/**/a/**/b", size => string.Concat(Enumerable.Repeat("/{a?}", size))),
        Record("record: rules", size => Front(string.Concat(Enumerable.Range(0, size).Select(i => $"  - configuration: A:B{i}\n    forbid: true\n")), "rules")),
        Record("record: list of tags", size => Front(string.Concat(Enumerable.Range(0, size).Select(i => $"  - t{i}\n")), "tags")),
        Record("record: nested YAML", size => Front($"  {new string('[', size)}\n", "rules")),
        Record("record: `>` at the start of a line", size => $"# One\n\n{Repeat("> ", size)}a\n{Repeat("\n", size)}"),
        Record("record: nested lists, then empty lines", size => $"# One\n\n{Repeat("- ", size)}a\n{Repeat("\n", size)}"),
        Record("record: links", size => $"# One\n\n{Repeat("[a](b.md) ", size)}\n"),
        Record("record: open brackets", size => $"# One\n\n{Repeat("[", size)}\n"),
        Record("record: link definitions", size => $"# One\n\n{Lines(size, i => $"[r{i}]: https://a.example")}\n[r0]\n"),
        Record("record: headings", size => Lines(size, i => "# One")),
        Record("record: comments", size => $"# One\n\n{Repeat("<!-- ", size)}\n"),
        Record("record: status words", size => $"# One\n\n## Status\n\n{Repeat("accepted by ", size)}\n"),
        new("records: a chain of superseded records", 500, size =>
        {
            var files = Enumerable.Range(1, size).Select(i => RecordReader.Read(
                $"docs/adr/{i:00000}-r.md", $"---\nstatus: {(i < size ? $"superseded by ADR-{i + 1:00000}" : "accepted")}\n---\n# R{i}\n")).ToList();
            return () => RecordSet.Of(files);
        }),
        Site("site: headings", size => Lines(size, i => "## Two")),
        Site("site: links", size => Repeat("[a](0001-one.md) ", size)),
        Site("site: open brackets", size => Repeat("[", size)),
        Site("site: images in links", size => Repeat("[![a](b)](c) ", size)),
        Site("site: emphasis", size => Repeat("*a **b ", size)),
        Site("site: paragraphs of emphasis", size => string.Concat(Enumerable.Repeat(Repeat("*a **b ", 50) + "\n\n", size / 50))),
        Site("site: code marks", size => string.Concat(Enumerable.Range(1, size / 50).Select(i => new string('`', i % 100) + "a "))),
        Site("site: HTML", size => Repeat("<p><!-- ", size)),
        Site("site: tags", size => Repeat("<img src=x alt='", size)),
        Site("site: tables", size => $"| a | b |\n|---|---|\n{Repeat("| 1 | 2 |\n", size)}"),
        Site("site: cells", size => $"{Repeat("| a ", size)}|\n{Repeat("|---", size)}|\n"),
        Site("site: quotations", size => Repeat("> ", size) + "a"),
        Site("site: link definitions", size => $"{Lines(size, i => $"[r{i}]: https://a.example")}\n{Lines(size, i => $"[r{i}]")}"),
        new("site: a chain of superseded records", 50, size => Pages(Enumerable.Range(1, size).Select(i => (
            $"{i:0000}-r.md", $"---\nstatus: {(i < size ? $"superseded by ADR-{i + 1:0000}" : "accepted")}\n---\n# R{i}\n")))),
        new("site: records with faults", 50, size => Pages(Enumerable.Range(1, size).Select(i => (
            $"{i:0000}-r.md", "---\nstatus: acepted\ndate: x\n---\n# R\n")))),
        File("settings: JSON", 4_000, "appsettings.json",
            size => $"{{{string.Join(",", Enumerable.Range(0, size).Select(i => $"\"A{i}\":{{\"B\":[1,2]}}"))}}}"),
        File("settings: JSON of deep names", 500, "appsettings.json",
            size => $"{{{string.Join(",", Enumerable.Range(0, size).Select(i => $"\"{Repeat("A:", 60)}{i}\":1"))}}}"),
        File("settings: JSON of long names", 100, "appsettings.json",
            size => $"{{\"{new string('x', 500)}\":{{{string.Join(",", Enumerable.Range(0, size).Select(i => $"\"{new string('y', 500)}{i}\":1"))}}}}}"),
        File("settings: YAML", 2_000, "a.yaml", size => Lines(size, i => $"a{i}:\n  b: [1, 2]")),
        File("settings: YAML documents", 100, "a.yaml", size => Lines(size, i => $"---\nkind: ConfigMap\nmetadata: {{name: a{i}}}\ndata: {{A__B: x}}")),
        File("settings: YAML aliases", 500, "a.yaml", size => $"a: &a {{b: 1}}\n{Lines(size, i => $"c{i}: *a")}"),
        File("settings: containers", 100, "a.yaml",
            size => "spec:\n  containers:\n" + Lines(size, i => $"  - name: c{i}\n    env: [{{name: A__B, value: x}}]\n    args: [--A:C=y]")),
        File("settings: Compose", 100, "a.yaml", size => "services:\n" + Lines(size, i => $"  s{i}:\n    environment: [A__B=x, ASPNETCORE_ENVIRONMENT=E{i}]")),
        File("settings: environment variables", 500, "a.env", size => Lines(size, i => $"A__B{i}=\"x\" # c")),
        File("settings: INI", 4_000, "a.ini", size => Lines(size, i => $"[A{i}]\nB=x")),
        File("settings: TOML", 500, "a.toml", size => Lines(size, i => $"[a{i}.b]\nc = [1, 2]")),
        File("settings: TOML arrays of tables", 500, "a.toml", size => Lines(size, i => "[[a.b]]\nc = 1")),
        File("settings: XML", 500, "a.xml", size => $"<a>{Lines(size, i => $"<b{i} c=\"x\">y</b{i}>")}</a>"),
        File("settings: properties", 500, "a.properties", size => Lines(size, i => $"a.b{i}=x\\\n  y")),
        File("settings: Dockerfile", 200, "Dockerfile", size => $"FROM a\n{Lines(size, i => $"ENV A__B{i}=x C=$A__B{i}")}"),
        File("settings: Dockerfile stages", 400, "Dockerfile", size => Lines(size, i => $"FROM {(i == 0 ? "a" : $"s{i - 1}")} AS s{i}\nENV A__B{i}=x")),
        File("settings: systemd", 2_000, "a.service", size => $"[Service]\n{Lines(size, i => $"Environment=\"A__B{i}=x y\" C=d")}"),
        File("settings: Terraform", 1_000, "a.tf", size => $"locals {{\n{Lines(size, i => $"  a{i} = {{ b = [1, \"x\"], c = foo(d) }}")}}}\n"),
    ];

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static string Front(string items, string key) => $"---\nstatus: accepted\n{key}:\n{items}---\n# One\n";

    private static GrowingInput Rule(
        string name, string key, Action<List<string>, int> keys, Condition? condition = null, string? when = null) => new(name, 500, size =>
    {
        var all = new List<string>();
        for (var i = 0; i < size; i++) keys(all, i);
        var json = $"{{{string.Join(",", all.Select((each, i) => $"\"{each}\":\"https://{i.ToString(CultureInfo.InvariantCulture)}.example\""))}}}";
        var settings = new SettingsLayers([new("appsettings.json", SettingsReader.Read(json))]);
        var rule = new ConfigurationRule(key, Verb.Forbid, condition ?? _set)
        {
            When = when is null ? ValueList<Precondition>.Empty : ValueList.Of(new Precondition(when, Condition.EqualTo(Literal.String("oauth")))),
        };
        return () => rule.Judge(settings, "Production", new List<Finding>());
    });

    private static GrowingInput Like(string name, string pattern, Func<int, string> value) =>
        new(name, 2_000, size => Judged(Condition.Like(pattern), value(size)));

    private static GrowingInput RouteTo(string name, string pattern, Func<int, string> value) =>
        new(name, 500, size => Judged(Condition.RouteTo(pattern), value(size)));

    private static Action Judged(Condition condition, string value)
    {
        var settings = new SettingsLayers([new("appsettings.json", SettingsReader.Read($"{{\"A\":\"{value}\"}}"))]);
        var rule = new ConfigurationRule("A", Verb.Forbid, condition);
        return () => rule.Judge(settings, "Production", new List<Finding>());
    }

    private static GrowingInput Record(string name, Func<int, string> text) => new(name, 4_000, size =>
    {
        var written = text(size);
        return () => RecordReader.Read("docs/adr/0001-one.md", written);
    });

    private static GrowingInput Site(string name, Func<int, string> body) =>
        new(name, 500, size => Pages([("0001-one.md", "---\nstatus: accepted\n---\n# One\n\n" + body(size))]));

    private static GrowingInput File(string name, int count, string file, Func<int, string> text) => new(name, count, size =>
    {
        var written = text(size);
        var format = ConfigurationFormats.Of(file)!.Value;
        return () => ConfigurationFile.Read(file, format, written);
    });

    private static Action Pages(IEnumerable<(string Name, string Text)> records)
    {
        var root = Path.GetTempPath();
        var folder = new RecordsFolder(root, [Path.Combine(root, "docs", "adr")]);
        var files = records
            .Select(record => LogFile.Of(Path.Combine(root, "docs", "adr", record.Name), $"docs/adr/{record.Name}", record.Text, RecordConventions.None))
            .ToList();
        var log = new DecisionLog(folder, files, RecordSet.Of(files.Select(file => file.Content)), ConventionsByFolder.None);
        var link = RecordLink.Of("https://a.example", log);
        return () =>
        {
            foreach (var page in new SitePages("Decisions", log, link).Write()) GC.KeepAlive(page);
        };
    }
}
