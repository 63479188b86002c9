using System.Runtime.Versioning;
using DecisionPolicies.Records;
using DecisionPolicies.Rules;

namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>A status is written in its place, and nothing else is touched.</summary>
public sealed class StatusCommandTests : IDisposable
{
    private const string Path = "docs/adr/0001-queue.md";

    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26");

    public void Dispose() => _folder.Dispose();

    // In front matter, whatever its spelling; in the section of adr-tools; in the bullets of MADR 2 and log4brains.
    [Theory]
    [InlineData("---\nstatus: proposed\ndate: 2026-01-05\n---\n# Q\n", "---\nstatus: accepted\ndate: 2026-11-26\n---\n# Q\n")]
    [InlineData("---\nStatus:   Proposed   # not yet\ndate: '2026-01-05'\n---\n", "---\nStatus:   Accepted   # not yet\ndate: '2026-11-26'\n---\n")]
    [InlineData("---\nstatus: \"proposed\"\ndate: {2026-01-05}\n---\n", "---\nstatus: \"accepted\"\ndate: 2026-11-26\n---\n")]
    [InlineData("---\nstatus: {proposed}\n---\n", "---\nstatus: accepted\ndate: 2026-11-26\n---\n")]
    [InlineData("---\nstatus: 'proposed; supersedes ADR-0045'\ndate:\n---\n", "---\nstatus: 'accepted; supersedes ADR-0045'\ndate: 2026-11-26\n---\n")]
    [InlineData("---\nstatus: # open\ncreated: 2026-01-05\n---\n", "---\nstatus: accepted # open\ncreated: 2026-01-05\n---\n")]
    [InlineData("---\ntitle: Q\ndate: 2026-01-05\n---\n", "---\ntitle: Q\nstatus: accepted\ndate: 2026-11-26\n---\n")]
    [InlineData("---\n---\n# Q\n", "---\nstatus: accepted\ndate: 2026-11-26\n---\n# Q\n")]
    [InlineData(
        "\uFEFF---\r\nstatus: proposed\r\ndate: 2026-01-05\r\n---\n# Q\r\nText",
        "\uFEFF---\r\nstatus: accepted\r\ndate: 2026-11-26\r\n---\n# Q\r\nText")]
    [InlineData(
        "---\nnav_order: 3\n---\n# 1. Q\n\nDate: 2026-01-05\n\n## Status\n\nProposed\n",
        "---\nnav_order: 3\n---\n# 1. Q\n\nDate: 2026-11-26\n\n## Status\n\nAccepted\n")]
    [InlineData(
        "# 1. Q\n\nDate: 2026-01-05\n\n## Status\n\nProposed\n\n## Context\n\nProposed\n",
        "# 1. Q\n\nDate: 2026-11-26\n\n## Status\n\nAccepted\n\n## Context\n\nProposed\n")]
    [InlineData("# Q\n\n- Status: proposed <!-- or else -->\n- Date: 2026-01-05\n", "# Q\n\n- Status: accepted <!-- or else -->\n- Date: 2026-11-26\n")]
    [InlineData("# Q\n\n* **Status:** Proposed\n* **Date:** 2026-01-05\n", "# Q\n\n* **Status:** Accepted\n* **Date:** 2026-11-26\n")]
    [InlineData(
        "# Q\n\n<!--\nStatus: accepted\nDate: 2020-01-01\n-->\n\n- Date: 2026-01-05\n\n## Status\n\n<!-- one word -->\nProposed\n",
        "# Q\n\n<!--\nStatus: accepted\nDate: 2020-01-01\n-->\n\n- Date: 2026-11-26\n\n## Status\n\n<!-- one word -->\nAccepted\n")]
    [InlineData(
        "Q\n===\n\n```\nStatus: accepted\n```\n\nStatus\n------\n\nProposed <!-- so far -->\n",
        "Q\n===\n\n```\nStatus: accepted\n```\n\nStatus\n------\n\nAccepted <!-- so far -->\n")]
    // Beside its date, in a table, in a heading.
    [InlineData(
        "# Q\n\n**Status:** Proposed  **Date:** 2024-02-03\n\nText\n",
        "# Q\n\n**Status:** Accepted  **Date:** 2026-11-26\n\nText\n")]
    [InlineData(
        "# Q\r\n\r\n| Status   | Date       | Owner |\r\n|----------|:----------:|-------|\r\n| Proposed | 2024-02-03 | Ann   |\r\n",
        "# Q\r\n\r\n| Status   | Date       | Owner |\r\n|----------|:----------:|-------|\r\n| Accepted | 2026-11-26 | Ann   |\r\n")]
    [InlineData("# Q\n\n| Status | **Proposed** |\n|--|--|\n| Date | 2024-02-03 |\n", "# Q\n\n| Status | **Accepted** |\n|--|--|\n| Date | 2026-11-26 |\n")]
    [InlineData("# Q\n\n## Status: Proposed\n\nText\n", "# Q\n\n## Status: Accepted\n\nText\n")]
    [InlineData("# Q\n\n## Status\n\n**Proposed**\n", "# Q\n\n## Status\n\n**Accepted**\n")]
    // A comment, also one that looks like a status, and the front matter of a site generator keep every byte.
    [InlineData(
        "# Q\n\n<!--\nStatus: accepted\n-->\n## Status\n\nProposed\n",
        "# Q\n\n<!--\nStatus: accepted\n-->\n## Status\n\nAccepted\n")]
    [InlineData(
        "---\nlayout: default\ntitle:  \"Q\"\nnav_order: 3 # third\nparent: Decisions\n---\n\n# Q\n\n## Status\n\nProposed\n\n## Context\n\nText",
        "---\nlayout: default\ntitle:  \"Q\"\nnav_order: 3 # third\nparent: Decisions\n---\n\n# Q\n\n## Status\n\nAccepted\n\n## Context\n\nText")]
    // The date of a site generator is that of the page.
    [InlineData(
        "---\nlayout: default\ndate: 2026-01-05\n---\n# Q\n\n## Status\n\nProposed\n",
        "---\nlayout: default\ndate: 2026-11-26\n---\n# Q\n\n## Status\n\nAccepted\n")]
    public void To_accept_changes_the_status_and_its_day(string before, string after)
    {
        _folder.With(Path, before);
        var run = _folder.Run("accept", "1");
        Assert.Equal("", run.Error);
        Assert.Equal($"{Path}\n", run.Output);
        Assert.Equal(0, run.Exit);
        var written = System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder.Full(Path)));
        Assert.Equal(after, written);
        Assert.Equal(DecisionStatus.Accepted, RecordReader.Read(Path, written).Record!.Decision.Status);
    }

    [Theory]
    [InlineData(
        "---\nstatus: >\n  proposed\n---\n",
        "(2,9): The status spans several lines, or is not text. Write 'status: accepted' by hand. Nothing was written.")]
    [InlineData(
        "---\nstatus: [proposed]\n---\n",
        "(2,9): The status spans several lines, or is not text. Write 'status: accepted' by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\n| Status | Date |\n|--|--|\n| Draft | 2024-01-01 |\n| Proposed | 2024-02-03 |\n",
        "(8,3): The status is the latest entry of a history, to which an entry must be added. "
            + "The line is '| Proposed | 2024-02-03 |', and would have become '| Accepted | 2024-02-03 |'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\n- Draft (2024-01-01)\n- Proposed (2024-02-03)\n",
        "(6,3): The status is the latest entry of a history, to which an entry must be added. "
            + "The line is '- Proposed (2024-02-03)', and would have become '- Accepted (2024-02-03)'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\n- [x] Proposed\n- [ ] Accepted\n",
        "(5,7): The status is a ticked box among others. The line is '- [x] Proposed', and would have become '- [x] Accepted'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\n![Proposed](https://img.shields.io/badge/status-proposed-blue)\n",
        "(5,1): The status is an image. The line is '![Proposed](https://img.shields.io/badge/status-proposed-blue)', "
            + "and would have become '![Accepted](https://img.shields.io/badge/status-proposed-blue)'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\nProposed (2024-01-01)\n",
        "(5,1): A date or a remark beside the status belongs to the old one. "
            + "The line is 'Proposed (2024-01-01)', and would have become 'Accepted (2024-01-01)'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "---\nstatus: proposed (2024-01-01)\n---\n",
        "(2,9): A date or a remark beside the status belongs to the old one. "
            + "The line is 'status: proposed (2024-01-01)', and would have become 'status: accepted (2024-01-01)'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\n> Proposed\n",
        "(5,1): The status is in a place where it is not read. The line is '> Proposed'. Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\nPending review by Ann\n",
        "(5,1): The status is not one of the known words. The line is 'Pending review by Ann'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "---\ntitle: Q: one\nstatus: proposed\n---\n",
        "(3,9): The front matter cannot be read as YAML. Write 'status: accepted' by hand. Nothing was written.")]
    [InlineData(
        "---\n  - item\ntitle: Q\n---\n",
        "(1,1): The front matter cannot be read as YAML. Write 'status: accepted' by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n## Status\n\nProposed\n\n2024-01-01\n",
        "(5,1): The status is the latest entry of a history, to which an entry must be added. "
            + "The line is 'Proposed', and would have become 'Accepted'. Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n| Date | Status |\n|--|--|\n| 2024-02-03 | Proposed |\n",
        "(5,16): The status is the latest entry of a history, to which an entry must be added. "
            + "The line is '| 2024-02-03 | Proposed |', and would have become '| 2024-02-03 | Accepted |'. "
            + "Write the status 'accepted' there by hand. Nothing was written.")]
    [InlineData(
        "# Q\n\n- Status: Proposed\n- Date: 2024-01-05, confirmed by Ann\n",
        "(4,9): The date '2024-01-05, confirmed by Ann' is more than a date, or cannot be read. "
            + "Write the date '2026-11-26' there by hand. Nothing was written.")]
    [InlineData("# Q\n", "(1,1): The record does not state a status. Write '## Status' and below it 'accepted' by hand. Nothing was written.")]
    [InlineData(
        "---\n{ status: proposed }\n---\n",
        "(2,11): The record has a form that cannot be edited safely. Write 'status: accepted' and 'date: 2026-11-26' by hand. Nothing was written.")]
    [InlineData(
        "---\nstatus: proposed\ndate: |\n  2026-01-05\n---\n",
        "(3,7): The date spans several lines, or is not text. Write 'date: 2026-11-26' by hand. Nothing was written.")]
    public void What_is_not_safe_to_edit_is_refused_with_the_place_and_what_to_write(string text, string refusal)
    {
        _folder.With(Path, text);
        var run = _folder.Run("accept", "1");
        Assert.Equal(2, run.Exit);
        Assert.Equal($"decisions: {Path}{refusal}\n", run.Error);
        Assert.Empty(run.Output);
        Assert.Equal(text, _folder.Read(Path));
    }

    [Theory]
    [InlineData("accept", "accepted", "ADR-0001 is already accepted. Nothing was written.\n")]
    [InlineData("deprecate", "deprecated", "ADR-0001 is already deprecated. Nothing was written.\n")]
    public void What_is_already_done_is_reported_and_left(string command, string status, string expected)
    {
        _folder.WithRecord("0001-queue", $"status: {status}");
        var written = File.GetLastWriteTimeUtc(_folder.Full(Path));
        var run = _folder.Run(command, "1");
        Assert.Equal(0, run.Exit);
        Assert.Equal(expected, run.Error);
        Assert.Empty(run.Output);
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.Full(Path)));
    }

    [Theory]
    [InlineData("accept", "rejected")]
    [InlineData("accept", "deprecated")]
    [InlineData("accept", "superseded by ADR-0002")]
    [InlineData("deprecate", "rejected")]
    [InlineData("deprecate", "superseded by ADR-0002")]
    public void What_is_decided_otherwise_stays(string command, string status)
    {
        _folder.WithRecord("0001-queue", $"status: {status}").WithRecord("0002-b", "status: accepted\nsupersedes: [ADR-0001]");
        var run = _folder.Run(command, "1");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith(
            $"decisions: ADR-0001 is {status.Split(' ')[0]}, {(command == "accept" ? "which is final. Write a new record" : "so it is not in force")}",
            run.Error);
    }

    [Fact]
    public void To_deprecate_changes_the_status_alone()
    {
        _folder.WithRecord("0001-queue", "status: accepted # for now\ndate: 2026-01-05");
        Assert.Equal(0, _folder.Run("deprecate", "Queue").Exit);
        Assert.Equal("---\nstatus: deprecated # for now\ndate: 2026-01-05\n---\n", _folder.Read(Path));
    }

    [Fact]
    public void What_is_wrong_only_since_then_is_said_at_once()
    {
        _folder.WithRecord("0001-queue", "status: superseded by ADR-0002").WithRecord("0002-b", "status: accepted\nsupersedes: [ADR-0001]");
        var run = _folder.Run("deprecate", "2");
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            "docs/adr/0001-queue.md(2,9): warning DP1017: ADR-0001 is superseded by ADR-0002, which is deprecated. "
                + "Neither decision is enforced. Name the record that replaces ADR-0001, or write 'status: deprecated' if nothing does.\n",
            run.Error);
    }

    public static TheoryData<byte[]> NotInUtf8 => new(
        [.. "---\nstatus: proposed\n---\nf"u8, 0xFC, .. "r\n"u8],
        [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("---\nstatus: proposed\n---\n")]);

    [Theory]
    [MemberData(nameof(NotInUtf8))]
    public void A_file_that_is_not_UTF8_is_left_as_it_is(byte[] bytes)
    {
        _folder.With(Path, "");
        File.WriteAllBytes(_folder.Full(Path), bytes);
        var run = _folder.Run("accept", "1");
        Assert.Equal(2, run.Exit);
        Assert.Equal($"decisions: {Path}: The file was not written: It has changed in the meantime, or is not UTF-8.\n", run.Error);
        Assert.Equal(bytes, File.ReadAllBytes(_folder.Full(Path)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_mode_of_the_file_stays_and_nothing_is_left_beside_it()
    {
        _folder.WithRecord("0001-queue", "status: proposed");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_folder.Full(Path), mode);
        _folder.Run("accept", "1");
        Assert.Equal(mode, File.GetUnixFileMode(_folder.Full(Path)));
        Assert.Equal([_folder.Full(Path)], Directory.GetFiles(_folder.Full("docs/adr")));
    }
}
