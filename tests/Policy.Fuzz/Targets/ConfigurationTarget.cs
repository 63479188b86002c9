using DecisionPolicies.Records;
using DecisionPolicies.Settings;
using DecisionPolicies.Tool.Check;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Fuzz;

/// <summary>Configuration files of every format: every fault and every finding has a place in the file, and a file is read the same way twice.</summary>
internal static class ConfigurationTarget
{
    private static readonly SettingsJudge _judge = new(RecordSet.Of([RecordReader.Read("docs/adr/0001-fuzzed.md", """
        ---
        status: accepted
        date: 2026-08-02
        rules:
          - configuration: Gateway:Registration:Enabled
            forbid: true
          - configuration: "**:Enabled"
            forbid: { present: true }
            when: { "**:Kind": oauth }
          - configuration: Gateway:Servers:*
            forbid: { same-origin-as: "**:Origin" }
        ---
        # One
        """)]).Records, new(2026, 11, 28)) { IsDeployment = true };

    public static FuzzTarget Instance { get; } = new(
        "configuration",
        [
            "{", "}", "[", "]", "\"", ":", ",", "=", "- ", "  ", "__", "Gateway", ":Registration:", "Enabled", "true", "&a ", "*a", "<<: *a", "|\n",
            ">\n", "---\n", "${X:-true}",
            "{{ x }}", "<a>", "</a>", "<!--", "-->", "<![CDATA[", "/*", "*/", "//", "'''", "\"\"\"", "[[a]]\n", "[a.b]\n", "a.b = 1\n", "<<EOF\n",
            "EOF\n", "\\\n", "export ",
            "env:\n", "args: [\"--A:B=true\"]\n", "kind: ConfigMap\n", "data:\n", "ENV A=true\n", "Environment=A=true\n", "appsettings.json: |\n",
            "\\u0041", "&amp;", "&#x41;",
        ],
        Run);

    private static void Run(string seed, string text)
    {
        // A byte order mark is the decoder's to take away.
        text = text.TrimStart('\uFEFF');
        var format = ConfigurationFormats.Of(seed) ?? throw new InvalidOperationException($"'{seed}' has no format.");
        var file = ConfigurationFile.Read(seed, format, text);
        foreach (var fault in file.Faults)
        {
            FuzzTarget.Expect(fault.Message.Length > 0, "A fault says nothing.");
            Expect(fault.Place, text, "A fault");
        }
        var files = new Dictionary<string, ConfigurationFile> { [seed] = file };
        var findings = JudgedGroups.Beside(files, declares: true)
            .SelectMany(group => _judge.Judge(group.Inputs, isComplete: false, new HashSet<SettingPlace>()))
            .ToList();
        foreach (var finding in findings) Expect(finding.Place.Place, text, $"'{finding.Finding.Key}'");
        var again = ConfigurationFile.Read(seed, format, text);
        FuzzTarget.Expect(again.Faults.SequenceEqual(file.Faults) && again.Trees.Count == file.Trees.Count, "Reading twice gives two files.");
    }

    private static void Expect(Place place, string text, string what)
    {
        var lines = text.ReplaceLineEndings("\n").Count(c => c == '\n') + 2;
        FuzzTarget.Expect(
            place is { Line: >= 1, Column: >= 1 } && place.Line <= lines && place.EndLine >= place.Line,
            $"{what} is at no place in the file: {place}");
    }
}
