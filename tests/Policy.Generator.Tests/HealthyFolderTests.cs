namespace DecisionPolicies.Generator.Tests;

/// <summary>Folders as people keep them get constants and no error; with a rule in front, the rule is enforced.</summary>
public sealed class HealthyFolderTests
{
    private const string Rule = "rules:\n  - { literal: carrier-pigeon }\n";

    // Each style with a record that is accepted and one that is not. The first place for a rule is marked.
    private static readonly Dictionary<string, (string Path, string Text)[]> _styles = new(StringComparer.Ordinal)
    {
        ["MADR"] =
        [
            ("docs/decisions/0001-use-trains.md",
                "---\nstatus: accepted\ndate: 2024-02-03\ndecision-makers: [Ann, Bob]\n{rules}---\n# Use trains\n\n## Context\n"),
            ("docs/decisions/0002-use-boats.md", "---\nstatus: proposed\n---\n# Use boats: all of them\n"),
            ("docs/decisions/adr-template.md", "---\nstatus: {proposed | rejected | accepted}\ndate: {YYYY-MM-DD}\n---\n# {short title}\n"),
            ("docs/decisions/README.md", "# Decisions\n"),
        ],
        ["adr-tools"] =
        [
            ("doc/adr/0001-record-architecture-decisions.md",
                "{front}# 1. Record architecture decisions\n\nDate: 2024-02-03\n\n## Status\n\nAccepted\n\n## Context\n"),
            ("doc/adr/0002-use-fax.md",
                "# 2. Use fax\n\nDate: 2024-02-03\n\n## Status\n\nSuperceded by [3. Use mail](0003-use-mail.md)\n\n## Context\n"),
            ("doc/adr/0003-use-mail.md",
                "# 3. Use mail\n\nDate: 2024-02-04\n\n## Status\n\nAccepted\n\nSupersedes [2. Use fax](0002-use-fax.md)\n\n## Context\n"),
        ],
        ["log4brains"] =
        [
            ("docs/adr/20240203-use-trains.md",
                "{front}# Use trains\n\n- Status: accepted\n- Deciders: Ann, Bob\n- Date: 2024-02-03\n- Tags: travel\n\n## Context\n"),
            ("docs/adr/20240204-use-boats.md", "# Use boats\n\n- Status: draft\n\n## Links\n\n- Refines [Use trains](20240203-use-trains.md)\n"),
            ("docs/adr/index.md", "# Log\n"),
            ("docs/adr/template.md", "# [short title]\n\n- Status: [draft | proposed | accepted]\n"),
        ],
        ["a folder for each record"] =
        [
            ("docs/adr/0001-use-trains/README.md", "{front}# ADR-0001: Use trains\n\n| Status | Date |\n|---|---|\n| Accepted | 2024-02-03 |\n"),
            ("docs/adr/0001-use-trains/timetables.md", "# Timetables\n\nStatus: to be done\n"),
            ("docs/adr/0002-use-boats/index.md", "# ADR-0002: Use boats\n\n**Status:** In review  **Date:** 2024-02-03\n"),
        ],
        ["German prose"] =
        [
            ("docs/adr/0001-zuege.md",
                "{front}# ADR-0001: Z\u00FCge nutzen\n\n**Status:** Akzeptiert  \n**Datum:** 03.02.2024  \n**Entscheider:** Ann\n\n## Kontext\n"),
            ("docs/adr/0002-boote.md", "# 2. Boote nutzen\n\n## Status\n\nvorgeschlagen\n\n## Datum\n\n2024-02-03\n"),
            ("docs/adr/AGENTS.md", "# Regeln\n\nrules: keine\n"),
        ],
    };

    public static TheoryData<string> Styles => [.. _styles.Keys];

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task Without_a_rule_there_is_nothing_to_say(string style)
    {
        var project = ProjectOf(style, "");

        Assert.DoesNotContain(await project.Messages(), message => !message.Contains(": info ", StringComparison.Ordinal));
        Assert.Contains("\nstatus accepted", Sources(project), StringComparison.Ordinal);
        Assert.DoesNotContain("DecisionStatus.Unknown", Sources(project), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task A_rule_in_it_is_enforced(string style)
    {
        var project = ProjectOf(style, Rule).AsProgram().WithCode("System.Console.WriteLine(\"carrier-pigeon\");", "/machine/checkout/Program.cs");

        Assert.Contains(": error DP3102: ", Assert.Single(await project.Messages(), message => !message.Contains(": info ", StringComparison.Ordinal)));
    }

    private static string Sources(Project project) => string.Concat(project.Build().Compilation.SyntaxTrees.Select(tree => tree.ToString()));

    private static Project ProjectOf(string style, string rules)
    {
        var front = rules.Length == 0 ? "" : $"---\n{rules}---\n";
        return new([.. _styles[style].Select(file => new RecordText(file.Path, file.Text.Replace("{rules}", rules).Replace("{front}", front)))]);
    }
}
