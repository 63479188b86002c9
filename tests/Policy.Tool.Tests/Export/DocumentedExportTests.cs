using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>The pages about exports show what becomes of this repository's ADR-0001.</summary>
public sealed partial class DocumentedExportTests : IDisposable
{
    private const int MostBytes = 60 * 1024;

    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-30");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rego", "export.md", "adr-0001")]
    [InlineData("vap", "export-kubernetes.md", "adr-0001-vap")]
    public void The_page_shows_the_export_of_ADR_0001(string engine, string name, string mark)
    {
        const string Record = "docs/adr/0001-no-dcr.md";
        _folder.With(Record, File.ReadAllText(Path.Combine(RepositoryFolder.Path, Record)));
        var refused = _folder.Run("export", engine, "--out", "policy");
        var names = WithoutOption().Matches(refused.Error).Select(match => match.Groups["name"].Value).ToArray();
        var written = _folder.Run(["export", engine, "--out", "policy", "--without", .. names]);
        Assert.Equal((2, 0, ""), (refused.Exit, written.Exit, written.Error));

        var file = Path.Combine(RepositoryFolder.Path, "docs", name);
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (begin, end) = ($"<!-- {mark}: begin -->\n", $"<!-- {mark}: end -->");
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        var expected = page[..from] + $"```text\n$ decisions export {engine} --out policy\n{refused.Error}"
            + $"$ decisions export {engine} --out policy --without {string.Join(' ', names)}\n{written.Output}```\n" + page[to..];
        if (RepositoryFolder.Accepts) File.WriteAllText(file, expected);
        else Assert.Equal(expected, page);
    }

    [Fact]
    public void A_bundle_of_fifty_rules_is_small()
    {
        for (var i = 1; i <= 10; i++)
        {
            var rules = Enumerable.Range(1, 5).Select(rule =>
                $"\n  - {{ configuration: \"Section{i}:*:Key{rule}\", forbid: [true, mock, fake], when: {{ \"Section{i}:*:Kind\": oauth }} }}");
            _folder.WithRecord($"{i:0000}-r", $"status: accepted\nbecause: Somebody has decided it so.\nrules:{string.Concat(rules)}");
        }
        Assert.Equal(0, _folder.Run("export", "rego", "--out", "policy").Exit);
        Assert.InRange(Directory.EnumerateFiles(_folder.Full("policy"), "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, MostBytes);
    }

    [GeneratedRegex("--without (?<name>[A-Z]+-[0-9]+:[0-9]+)")]
    private static partial Regex WithoutOption();
}
