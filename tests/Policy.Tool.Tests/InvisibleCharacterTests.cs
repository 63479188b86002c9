using System.Globalization;
using System.Text.Json;

namespace DecisionPolicies.Tool.Tests;

/// <summary>Whatever records and files say, no character that cannot be seen is in what the command prints or writes as a page.</summary>
public sealed class InvisibleCharacterTests : IDisposable
{
    private const string Text = "a\u200Bb\uFEFF\u00AD\u202E\u2060\u3164\uFE0F\u034F\U000E0041\u0600\u206A\u2028";
    private const string Shown = @"a\u200Bb\uFEFF\u00AD\u202E\u2060\u3164\uFE0F\u034F\U000E0041\u0600\u206A ";

    // An escape of YAML is written like that of a report.
    private const string Written = @"a\u200Bb\uFEFF\u00AD\u202E\u2060\u3164\uFE0F\u034F\U000E0041\u0600\u206A\u2028";

    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord(
            "0001-one",
            $$"""
            status: accepted
            title: "{{Written}}x"
            because: "{{Written}}x"
            instead: ["{{Written}}x"]
            tags: ["{{Written}}x"]
            aliases: ["{{Written}}x"]
            link: "https://example.org/{{Written}}x"
            revisit: { by: 2020-01-01, when: ["{{Written}}x"] }
            amendments: [{ date: 2026-01-01, change: "{{Written}}x" }]
            rules: [{ configuration: "A:*", forbid: true, because: "{{Written}}x" }]
            waivers: [{ rule: "A:*", environments: [Staging], until: 2020-01-01, because: "{{Written}}x" }]
            """,
            $"# One\n\n{Text} `{Text}`\n\n    {Text}\n")
        .WithRecord("0002-two", $"status: \"{Written}\"\nid: \"{Written}\"\nrules: [{{ literal: \"{Written}\" }}]")
        .With($"settings/a\u200Bb.json", $$"""{ "A": { "{{Text}}": true, "b\u200B": "true" } }""")
        .With("table.md", "<!-- decisions:start -->\n<!-- decisions:end -->\n");

    public void Dispose() => _folder.Dispose();

    private static readonly string[] _formats = ["text", "json", "sarif", "junit", "github"];

    public static TheoryData<string> Calls =>
    [
        .. _formats.SelectMany(format => new[] { "check settings", "lint", "due" }.Select(call => $"{call} -f {format}")),
        "list", "list -f json", "show 1", "show 1 -f json", "show 2", "search one", "search one -f json", "graph --all", "index table.md --check", "reply 1",
        $"reply 1 --to {Text}", "reply 1 --link-base https://example.org/r", $"show {Text}", $"list --tag {Text}", $"check {Text}.json", $"{Text}",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void It_is_printed_as_an_escape(string call)
    {
        var run = _folder.Run(call.Split(' '));
        Assert.True(run.Output.Length + run.Error.Length > 0);
        AssertSeen(run.Output);
        AssertSeen(run.Error);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show 1")]
    [InlineData("check settings")]
    [InlineData("check settings -f junit")]
    [InlineData("check settings -f github")]
    public void A_reader_sees_its_code(string call) => Assert.Contains(Shown + "x", _folder.Run(call.Split(' ')).Output);

    [Fact]
    public void A_caret_is_below_what_it_marks()
    {
        var output = _folder.Run("check", "settings").Output.Split('\n');
        var at = Array.FindIndex(output, line => line.Contains(Shown + "\": true", StringComparison.Ordinal));
        Assert.Equal(output[at].IndexOf("true", StringComparison.Ordinal), output[at + 1].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void JSON_is_exact_nevertheless()
    {
        var record = JsonDocument.Parse(_folder.Run("show", "1", "-f", "json").Output).RootElement.GetProperty("record");
        Assert.Equal(Text + "x", record.GetProperty("because").GetString());
    }

    [Fact]
    public void Pages_show_it_too()
    {
        _folder.Run("site", "out");
        foreach (var page in Directory.EnumerateFiles(_folder.Full("out"))) AssertSeen(File.ReadAllText(page));
        _folder.Run("index", "table.md");
        AssertSeen(_folder.Read("table.md"));
        Assert.Contains(@"a\\u200Bb", _folder.Read("table.md"));
    }

    [Fact]
    public void It_is_not_written_into_a_record()
    {
        _folder.Run("new", "No \u200Bqueue\u202E", "--file", "0003-queue.md");
        Assert.Contains("# No queue\n", _folder.Read("docs/adr/0003-queue.md"));
        _folder.Run("amend", "3", "A \u200Bchange");
        Assert.Contains("A change", _folder.Read("docs/adr/0003-queue.md"));
    }

    [Theory]
    [InlineData("\u26A0\uFE0F No queue \U0001F469\u200D\U0001F4BB")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    public void What_a_script_or_an_emoji_needs_is_printed_as_it_is(string title)
    {
        _folder.WithRecord("0003-queue", $"status: accepted\ntitle: \"{title}\"");
        Assert.Contains($"  {title}\n", _folder.Run("list").Output);
    }

    private static void AssertSeen(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isHidden = Rune(rune.Value) && rune.Value is not ('\n' or '\t');
            Assert.False(isHidden, $"U+{rune.Value:X4} in {text}");
        }

        static bool Rune(int scalar) => CharUnicodeInfo.GetUnicodeCategory(scalar)
            is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || scalar is 0x3164 or 0xFE0F or 0x034F or (>= 0xE0000 and <= 0xE0FFF);
    }
}
