using CsCheck;
using DecisionPolicies.Records;
using DecisionPolicies.Rules;
using DecisionPolicies.Tool.Repository;
using DecisionPolicies.Tool.Write;

namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>
/// Wherever a record states its status, an edit changes the statement and keeps every other byte, and reading back gives the new status; or
/// the edit is refused.
/// </summary>
[Trait("Category", "Law")]
public sealed class HeadPropertyTests
{
    // The statement is between the signs.
    private static readonly string[] _edited =
    [
        "## Status\n\n‹Proposed›", "## Status\n\n**‹Proposed›**", "## Status\n\n`‹Proposed›`", "## Status\n\n‹Draft›.", "### Status\n\n‹Proposed›",
        "## Status ##\n\n‹Proposed›",
        "## 1. Status\n\n‹Proposed›", "Status\n------\n\n‹Proposed›", "## Status\n‹Proposed›", "## Status\n\n- ‹Proposed›",
        "## Status\n\n* **‹Proposed›**",
        "## Status\n\n‹Proposed› ✅", "## Status: ‹Proposed›", "## Status - ‹Proposed›", "- Status: ‹Proposed›", "* Status: **‹Proposed›**",
        "Status: ‹Proposed›",
        "**Status:** ‹Proposed›", "**Status**: ‹Proposed›", "**Status: ‹Proposed›**", "Status： ‹Proposed›", "- Status: ‹Proposed› <!-- or so -->",
        "<!-- Status: accepted -->\n\nStatus: ‹Proposed›", "- Status: ‹Proposed›\n- Deciders: Ann", "Status: ‹Proposed› | Deciders: Ann",
        "Deciders: Ann | Status: ‹Proposed›",
        "## Status\n\n```\nAccepted\n```\n\n‹Proposed›", "| Status | Deciders |\n|---|---|\n| ‹Proposed› | Ann |",
        "| Status | ‹Proposed› |\n|---|---|\n| Deciders | Ann |",
        "| | |\n|---|---|\n| Status | ‹Proposed› |", "## Metadata\n\n- Status: ‹Proposed›", "## État\n\n‹proposé›", "## Status\n\n‹Vorgeschlagen›",
        "## 状态\n\n‹提议›",
        "## Status\n\n‹Proposed›\n\nWe talked about it: Accepted was the other word.", "Status\n: ‹Proposed›",
    ];

    private static readonly string[] _refused =
    [
        "## Status\n\n‹Proposed› (2024-02-03)", "## Status\n\n- Draft (2024-01-01)\n- ‹Proposed› (2024-02-03)",
        "## Status\n\n- [x] ‹Proposed›\n- [ ] Accepted",
        "## Status\n\n![‹Proposed›](https://img.example/proposed.svg)", "## Status\n\n‹Proposed›\n\n2024-02-03", "## Status\n\n> ‹Proposed›",
        "## Status\n\n```\n‹Proposed›\n```", "## Status\n\nProposed\n\n## Status\n\n‹Accepted›",
        "- Status: Draft\n- Status: ‹Rejected›",
        "## Status\n\n[‹Proposed›](https://wiki.example/proposed)", "## Status\n\n~~Draft~~ ‹Proposed›", "## Status\n\n‹Proposed› by Ann",
        "## Status\n\n‹Proposed›, if Ann agrees",
        "| Date | Status |\n|---|---|\n| 2024-01-01 | Draft |\n| 2024-02-01 | ‹Proposed› |",
    ];

    private static readonly Gen<(string Front, string Title, string Body, string LineEnd)> _around = Gen.Select(
        Gen.OneOf("", "\uFEFF", "---\nlayout: default\n---\n"), Gen.OneOf("# 1. Queue the mails\n\n", "Queue the mails\n===============\n\n"),
        Gen.OneOf(
            "\n\n## Context\n\nStatus: accepted, they said.\n",
            "\n\n## Decision\n\n| Option | Status |\n|---|---|\n| A | Rejected |\n",
            "\n"),
        Gen.OneOf("\n", "\r\n"));

    private static readonly (DecisionStatus Status, Func<LogFile, RecordEdit> Edit)[] _edits =
    [
        (DecisionStatus.Accepted, file => StatusChange.Accept(file, new(2026, 11, 26))),
        (DecisionStatus.Deprecated, StatusChange.Deprecate),
        (DecisionStatus.Superseded, file => StatusChange.Supersede(file, "ADR-0009", "docs/adr/0009-x.md")),
    ];

    [Fact]
    public void An_edit_changes_the_statement_and_nothing_else() =>
        Law.Check(Gen.Select(_around, Gen.OneOf(_edited), Gen.Int[0, _edits.Length - 1].Select(i => _edits[i])), 1000, input =>
        {
            var (around, head, edit) = input;
            var marked = TextOf(around, head);
            var (from, to) = (marked.IndexOf('‹', StringComparison.Ordinal), marked.IndexOf('›', StringComparison.Ordinal));
            var edited = edit.Edit(FileOf(marked)).Text;

            Assert.Equal(marked[..from], edited[..from]);
            Assert.EndsWith(marked[(to + 1)..], edited, StringComparison.Ordinal);
            Assert.Equal(edit.Status, RecordReader.Read("docs/adr/0001-x.md", edited).Record!.Decision.Status);
        });

    [Fact]
    public void An_edit_that_would_change_less_than_belongs_to_the_statement_is_refused() =>
        Law.Check(Gen.Select(_around, Gen.OneOf(_refused), Gen.Int[0, _edits.Length - 1].Select(i => _edits[i])), 500, input =>
        {
            var refusal = Assert.Throws<ToolException>(() => input.Item3.Edit(FileOf(TextOf(input.Item1, input.Item2))));
            Assert.EndsWith(" by hand. Nothing was written.", refusal.Message, StringComparison.Ordinal);
        });

    private static string TextOf((string Front, string Title, string Body, string LineEnd) around, string head) =>
        (around.Front + around.Title + head + around.Body).Replace("\n", around.LineEnd, StringComparison.Ordinal);

    private static LogFile FileOf(string marked) =>
        LogFile.Of("/r/docs/adr/0001-x.md", "docs/adr/0001-x.md",
            marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal), RecordConventions.None);
}
