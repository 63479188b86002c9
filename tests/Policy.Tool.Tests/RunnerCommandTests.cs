using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests;

/// <summary>
/// Whatever records, files and arguments say, no line that the command prints is read as a command by the runner that keeps the log, except those of
/// <c>--format github</c>.
/// </summary>
public sealed partial class RunnerCommandTests : IDisposable
{
    private static readonly string[] _formats = ["text", "json", "sarif", "junit", "github"];

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Texts =>
    [
        "##vso[task.complete result=Succeeded;]done",
        "x ##[error]x",
        "###vso[task.setvariable variable=a]b \" \\ <",
        "##teamcity[buildStatus status='SUCCESS']",
        "::error file=a,line=1::x",
        "  ::stop-commands::x",
        "\n::add-mask::x",
        "\u00A0::debug::x",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_line_is_a_command(string text)
    {
        Write(text);
        foreach (var call in Calls(text))
        {
            var run = _folder.Run(call);
            // Otherwise the command would print nothing of the text.
            Assert.True(run.Output.Length + run.Error.Length > 0, string.Join(' ', call));
            AssertHarmless(run.Output, isGitHub: call.Contains("github"), call);
            AssertHarmless(run.Error, isGitHub: false, call);
        }
    }

    // A record with the text in each field that can hold any text, records that cannot be read because of it, and files with its name.
    private void Write(string text)
    {
        var (quoted, name) = (Quoted(text), NameOf(text));
        _folder.WithRecord(
            "0001-one",
            $$"""
            status: accepted
            title: {{quoted}}
            because: {{quoted}}
            instead: [{{quoted}}]
            allows: [{{quoted}}]
            tags: [{{quoted}}, safe]
            aliases: [{{quoted}}]
            decision-makers: [{{quoted}}]
            link: {{quoted}}
            supersedes: [ADR-0002]
            revisit: { by: 2020-01-01, when: [{{quoted}}] }
            amendments: [{ date: 2026-01-01, change: {{quoted}} }]
            rules:
              - { configuration: "A:*", forbid: { in: ["true", {{quoted}}] }, because: {{quoted}} }
              - { literal: {{quoted}}, because: {{quoted}} }
            waivers: [{ rule: "A:*", environments: [Staging], until: 2020-01-01, because: {{quoted}} }]
            """,
            $"# One\n\n{text}\n")
            .WithRecord("0002-two", $"status: superseded by {quoted}\ntitle: Two")
            .WithRecord("0003-three", $"status: {quoted}\n{quoted}: x")
            .WithRecord("0004-four", $"id: {quoted}\nstatus: accepted\nrules: {Rules($"configuration: {quoted}, forbid: true", $"endpoint: {quoted}")}")
            .WithRecord("0005-five", $"status: accepted\nrules: {Rules($"symbol: {quoted}", $"package: {quoted}", $"{quoted}: x")}")
            .WithRecord("0008-eight", $"status: accepted\nrules: {Rules($"configuration: B, forbid: {{ {quoted}: 1 }}")}")
            .WithRecord("0006-six", $"status: accepted\nbecause: {quoted}: {quoted}")
            .WithRecord("0007-seven", "status: accepted\ntitle: Seven", $"# {text}\n\n[a](0099-{text.Trim()}.md)\n")
            .With($"settings/{name}.json", $$"""{ "A": { {{quoted}}: true, "b": {{quoted}} } }""")
            .With($"settings/{name}.toml", text)
            .With($"{name}.md", $"{text}\n<!-- decisions:start -->\n{text}\n<!-- decisions:end -->\n");
    }

    // Windows has characters that no name may contain.
    private static string NameOf(string text) => OperatingSystem.IsWindows() ? "x" : text;

    private static string Rules(params string[] rules) => $"[{string.Join(", ", rules.Select(rule => $"{{ {rule} }}"))}]";

    private static IEnumerable<string[]> Calls(string text)
    {
        var name = NameOf(text);
        foreach (var format in _formats)
        {
            yield return ["check", "settings", "--format", format];
            yield return ["check", "settings", "--strict", "--environment", text, "--format", format];
            yield return ["check", $"{name}.json", text, "--format", format];
            yield return ["lint", "--format", format];
            yield return ["lint", "--records", ".", "--format", format];
            yield return ["due", "--format", format];
        }
        foreach (var format in _formats.Take(2))
        {
            yield return ["list", "--format", format];
            yield return ["show", "1", "--format", format];
            yield return ["show", "4", "--format", format];
            yield return ["search", text, "--format", format];
            yield return ["search", "one", "--format", format];
        }
        yield return ["check", "--layer", text];
        yield return ["check", "--changed=" + text];
        yield return ["check", "--baseline", text];
        yield return ["list", "--tag", text];
        yield return ["list", "--status", text];
        yield return ["list", "--records", text];
        yield return ["lint", "--base", text];
        yield return ["show", text];
        yield return ["graph", "--all"];
        yield return ["index", $"{name}.md", "--check"];
        yield return ["index", text];
        yield return ["reply", "1", "--to", text];
        yield return ["reply", "1", "--link-base", "https://example.org/" + text];
        yield return ["site", name];
        yield return ["[complete:]", "show"];
        yield return ["[complete:]", "list", "--tag"];
        yield return [text];
        yield return ["show", "1", text];
        yield return ["list", "--format", text];
        yield return ["list", "--" + text];
        yield return ["new", text];
        yield return ["new", "Another", "--file", name];
        yield return ["new", "Another", "--template", text];
        yield return ["amend", "1", text];
        yield return ["amend", "2", text];
        yield return ["accept", text];
        yield return ["supersede", "1", text, "--file", "0050-x"];
        yield return ["deprecate", "1"];
    }

    private static void AssertHarmless(string output, bool isGitHub, string[] call)
    {
        foreach (var line in output.Split('\n', '\r'))
        {
            var isOwn = isGitHub && Annotation().IsMatch(line);
            Assert.False(Anywhere().IsMatch(line) || (AtStart().IsMatch(line) && !isOwn), $"decisions {string.Join(' ', call)}\n{line}");
        }
    }

    // More than the runners that are known obey.
    [GeneratedRegex(@"##[\w.-]*\[")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^\s*::\s*\w")]
    private static partial Regex AtStart();

    [GeneratedRegex("^::(error|warning|notice) (file=[^,:]+,(line=\\d+,endLine=\\d+,col=\\d+,(endColumn=\\d+,)?)?)?title=[^,:]+::")]
    private static partial Regex Annotation();

    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c switch
    {
        '"' or '\\' => $"\\{c}",
        '\n' => "\\n",
        _ => c.ToString(),
    })) + "\"";
}
