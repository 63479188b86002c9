using CsCheck;
using DecisionPolicies.Records;
using DecisionPolicies.Rules;
using DecisionPolicies.Tool.Repository;
using DecisionPolicies.Tool.Write;

namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>
/// Whatever a record looks like, after an edit the reader reads what was meant and nothing else is other than before, in the record
/// and in the text; or the edit is refused.
/// </summary>
[Trait("Category", "Law")]
public sealed class EditPropertyTests
{
    // The edits that are refused must not be all. About a quarter goes through, depending on the seed; records without front matter, or with
    // front matter that is not valid YAML, list no amendments.
    private const int LeastShare = 10;

    private static readonly DateOnly _today = new(2026, 11, 26);

    private static readonly Gen<string> _lineEnd = Gen.OneOf("\n", "\r\n", "\r");

    private static readonly Gen<string> _status = Gen.OneOf(
        "status: proposed", "status:   Proposed  # so far", "status: 'proposed'", "\"status\": \"Proposed\"",
        "Status: {proposed}", "status:", "status: ", "status: # open", "status: >", "status: |-",
        "status: proposed; supersedes ADR-0045", "status: ~", "status: [proposed]", "status: wip", "# status: accepted", "");

    private static readonly Gen<string> _field = Gen.OneOf(
        "date: 2026-01-05", "date: {2026-01-05}", "date:", "created: 2026-01-05", "date: \"2026-01-05\" # x",
        "title: |", "  a title", "  - item", "amendments:", "amendments: []", "amendments: [",
        "  - { date: 2026-01-01, change: One. }", "- date: 2026-01-01", "  change: Two.", "  change: >",
        "    folded text", "    # no comment", "]", "rules:", "  - { configuration: A, forbid: 1 }", "waivers:",
        "# a comment", "  # an indented one", "", "tags: [a, b]", "because: \"a: b\"", "superseded-by:",
        "supersedes: [ADR-0002]", "nav_order: 3", "---", "{ a: b }", "\u2028", "because: a\u0085b");

    private static readonly Gen<string> _prose = Gen.OneOf(
        "# 1. Title", "## Status", "Proposed", "Accepted", "Superseded by [ADR-0004](0004-x.md)",
        "Supersedes [ADR-0002](0002-x.md)", "- Status: proposed", "* **Status:** Draft <!-- or so -->", "Date: 2026-01-05",
        "- Date: [x]", "Text.", "", "```", "---", "status: accepted", "- Supersedes [ADR-0002](0002-x.md)");

    private static readonly Gen<string> _texts = Gen.Select(
        Gen.OneOf("", "\uFEFF"), Gen.Bool, _status, _field.Array[0, 6], Gen.Int[0, 6], _prose.Array[0, 6], _lineEnd.Array[16], Gen.Bool,
        (mark, hasFront, status, fields, at, prose, ends, isMixed) =>
        {
            List<string> front = [.. fields];
            front.Insert(Math.Min(at, front.Count), status);
            string[] lines = [.. hasFront ? front.Prepend("---").Append("---") : [], .. prose];
            return mark + string.Concat(lines.Select((line, i) => line + ends[isMixed ? i % ends.Length : 0]));
        });

    [Fact]
    public void To_accept() => Check(
        before => before.Status != DecisionStatus.Accepted,
        file => StatusChange.Accept(file, _today),
        (before, after) =>
        {
            Assert.Equal(DecisionStatus.Accepted, after.Status);
            Assert.Equal(before with { Status = after.Status, Date = after.Date }, after);
            Assert.True(after.Date == before.Date || after.Date == new DateOnly(2026, 11, 26));
        },
        mostLines: 2);

    [Fact]
    public void To_deprecate() => Check(
        before => before.Status != DecisionStatus.Deprecated,
        StatusChange.Deprecate,
        (before, after) => Assert.Equal(before with { Status = DecisionStatus.Deprecated }, after),
        mostLines: 1);

    [Fact]
    public void To_supersede() => Check(
        _ => true,
        file => StatusChange.Supersede(file, "ADR-0009", "docs/adr/0009-x.md"),
        (before, after) =>
        {
            Assert.Equal(before with { Status = DecisionStatus.Superseded, SupersededBy = after.SupersededBy }, after);
            Assert.Contains("ADR-0009", after.SupersededBy);
            Assert.Empty(before.Status == DecisionStatus.Superseded ? before.SupersededBy.Except(after.SupersededBy) : []);
        },
        mostLines: 1);

    [Fact]
    public void To_amend() => Check(
        _ => true,
        file => StatusChange.Amend(file, _today, "Cites \"B\": and C,\u2028too. # é"),
        (before, after) => Assert.Equal(
            before with { Amendments = before.Amendments.Append(new Amendment(new(2026, 11, 26), "Cites \"B\": and C,\u2028too. # é")).ToValueList() }, after),
        mostLines: 2);

    private static void Check(
        Func<DecisionPolicy, bool> applies, Func<LogFile, RecordEdit> edit, Action<DecisionPolicy, DecisionPolicy> assert, int mostLines)
    {
        var (done, all) = (0, 0);
        Law.CheckWhere(_texts, 1500, text =>
        {
            var file = LogFile.Of("/r/docs/adr/0001-x.md", "docs/adr/0001-x.md", text, RecordConventions.None);
            if (file.Content.Record is not { } before || !applies(before.Decision)) return false;
            all++;
            if (Edited(edit, file) is not { } edited) return true;
            done++;
            var after = RecordReader.Read(file.Content.Path, edited.Text).Record!;
            assert(before.Decision, after.Decision);
            Assert.Equal(before with { Decision = after.Decision }, after);
            AssertOnlyLinesMeant(text, edited.Text, mostLines);
            return true;
        });
        Assert.InRange(done, all / LeastShare, all - 1);
    }

    private static RecordEdit? Edited(Func<LogFile, RecordEdit> edit, LogFile file)
    {
        try
        {
            return edit(file);
        }
        catch (ToolException refusal)
        {
            Assert.Matches(@"^docs/adr/0001-x\.md\(\d+,\d+\): .* by hand\. Nothing was written\.$", refusal.Message);
            return null;
        }
    }

    // Each line of the one text is in the other, in the same order and with the same line end, but for those that are meant.
    private static void AssertOnlyLinesMeant(string before, string after, int mostLines)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        var kept = new int[old.Count + 1, now.Count + 1];
        for (var i = 1; i <= old.Count; i++)
        {
            for (var j = 1; j <= now.Count; j++) kept[i, j] = old[i - 1] == now[j - 1] ? kept[i - 1, j - 1] + 1 : Math.Max(kept[i - 1, j], kept[i, j - 1]);
        }
        Assert.InRange(now.Count - kept[old.Count, now.Count], 1, mostLines);
        Assert.InRange(old.Count - kept[old.Count, now.Count], 0, mostLines);
    }

    private static List<string> LinesOf(string text) => TextLine.Of(text, 0, 1).Select(line => text[line.Start..line.Next]).ToList();
}
