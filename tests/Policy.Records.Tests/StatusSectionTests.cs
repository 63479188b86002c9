namespace DecisionPolicies.Records.Tests;

/// <summary>What a section, list or table about the status means. A statement is understood whole, or it is not taken for one.</summary>
public sealed class StatusSectionTests
{
    [Theory]
    [InlineData("Accepted")]
    [InlineData("Accepted\n\nProposed in May.")]
    [InlineData("Accepted (2024-02-03)")]
    [InlineData("Accepted\n\n- Proposed by: Ann")]
    [InlineData("2020-01-01 proposed\n2020-02-01 accepted")]
    [InlineData("2020-02-01 accepted\n2020-01-01 proposed")]
    [InlineData("- 2020-02-01: accepted\n- 2020-02-01: proposed")]
    [InlineData("- 2020-02-01: Accepted\n- 2020-01-01: Proposed")]
    [InlineData("- proposed\n- accepted")]
    [InlineData("| Version | Status | Date |\n|---|---|---|\n| 1 | Proposed | 2020-01-01 |\n| 2 | Accepted | 2020-02-01 |")]
    [InlineData("| Status | Date |\n|---|---|\n| Accepted | 2020-01-01 |")]
    [InlineData("<b>Accepted</b>")]
    [InlineData("Accepted on 2024-02-03 by the board")]
    [InlineData("Accepted\n2024-01-01")]
    [InlineData("Accepted\n\nDate: 2024-01-01")]
    [InlineData("Accepted\n\nAmended by [7. X](0007-x.md): the framing was\nchanged later")]
    [InlineData("Implemented\n\nAccepted")]
    [InlineData("- [x] Accepted\n- [ ] Rejected")]
    [InlineData("Accepted by Ann and Bob")]
    public void A_section_that_says_accepted(string section) =>
        Assert.Equal(DecisionStatus.Accepted, StatusOf($"# 1. X\n\n## Status\n\n{section}\n\n## Context\n\nText.\n"));

    [Theory]
    [InlineData("Accepted (rescinded)")]
    [InlineData("Accepted (on hold)")]
    [InlineData("Accepted (not!)")]
    [InlineData("Accepted\nif the board agrees")]
    [InlineData("Accepted\n\n2022: Withdrawn")]
    [InlineData("2020-01-01 Accepted\n\n2022-01-01 Withdrawn")]
    [InlineData("~~Accepted~~")]
    [InlineData("<del>Accepted</del>")]
    [InlineData("- [-] Accepted")]
    [InlineData("- [] Accepted")]
    [InlineData("!= Accepted")]
    [InlineData("Accepted\n\n- Proposed by Ann")]
    [InlineData("Superseded by ADR-2 if approved")]
    [InlineData("Superseded by ADR-2 in part")]
    [InlineData("Superseded by: none")]
    [InlineData("- proposed\n- **accepted**\n- superseded")]
    [InlineData("- **proposed**\n- accepted")]
    [InlineData("- accepted\n- proposed")]
    [InlineData("- Accepted\n- Withdrawn")]
    [InlineData("| ADR | Status |\n|---|---|\n| ADR-2 | Accepted |")]
    [InlineData("Accepted?")]
    [InlineData("Accepted*\n\n\\* but for the API")]
    [InlineData("Accepted, mostly")]
    [InlineData("Accepted for the moment")]
    [InlineData("<Accepted>")]
    [InlineData("Accepted until 2025-01-01")]
    [InlineData("Accepted 2024-01-01 - 2025-01-01")]
    [InlineData("Accepted\n\nSuperseded in part by ADR-2")]
    [InlineData("Accepted\n\nDeprecated for new code.")]
    [InlineData("Superseded by ADR-0002\n\nAccepted")]
    [InlineData("Proposed on 2020-01-01, accepted on 2020-02-01")]
    [InlineData("- [ ] Accepted\n- [ ] Rejected")]
    [InlineData("Not accepted")]
    [InlineData("Accepted | Rejected")]
    [InlineData("Accepted by nobody")]
    [InlineData("Accepted (superseded)")]
    [InlineData("Accepted -> Rejected")]
    [InlineData("Accepted → Deprecated")]
    public void A_section_that_takes_its_status_back_or_can_be_read_in_two_ways(string section) =>
        Assert.Equal(DecisionStatus.Unknown, StatusOf($"# 1. X\n\n## Status\n\n{section}\n\n## Context\n\nText.\n"));

    [Theory]
    [InlineData("<s>Accepted</s> Superseded by ADR-0002")]
    [InlineData("Accepted (2020-01-01)\n\nSuperseded by [ADR 2](0002-x.md)")]
    [InlineData("Superseded by [ADR 2](0002-x.md)")]
    [InlineData("Accepted\n\nSuperseded by ADR-0002")]
    public void A_section_that_says_superseded(string section) =>
        Assert.Equal(DecisionStatus.Superseded, StatusOf($"# 1. X\n\n## Status\n\n{section}\n\n## Context\n\nText.\n"));

    [Theory]
    [InlineData("# X\n\n- Status: Accepted\n- Date: 2024-01-01", DecisionStatus.Accepted)]
    [InlineData("# X\n\n- Status: Accepted\n- Superseded by: ADR-0002", DecisionStatus.Accepted)]
    [InlineData("# X\n\nStatus: Proposed\n\n## Status\n\nAccepted", DecisionStatus.Accepted)]
    [InlineData("# X\n\n| Status | Accepted |\n|---|---|\n| Date | 2024-01-01 |", DecisionStatus.Accepted)]
    [InlineData("# X\n\n- Status: Accepted\n- Status: Rejected", DecisionStatus.Unknown)]
    [InlineData("# X\n\n- Status: Superseded\n- Superseded by: ADR-0002", DecisionStatus.Superseded)]
    [InlineData("# X\n\nStatus: Accepted | Superseded by: ADR-0002", DecisionStatus.Superseded)]
    [InlineData("# X\n\nStatus: Accepted\nif the board agrees", DecisionStatus.Unknown)]
    [InlineData("# X\n\n- Status: Accepted\n  if the board agrees", DecisionStatus.Unknown)]
    [InlineData("# X\n\nStatus:\nAccepted\nif the board agrees", DecisionStatus.Unknown)]
    [InlineData("# X\n\nDate: 2024-02-03, Status: Accepted\nRejected in May", DecisionStatus.Unknown)]
    [InlineData("# X\n\n**Status:** Accepted  \nWe met in May.", DecisionStatus.Accepted)]
    [InlineData("# X\n\nStatus: Accepted\\\nWe met in May.", DecisionStatus.Accepted)]
    [InlineData("# X\n\nStatus: Accepted\nTechnical Story: Ticket 12", DecisionStatus.Accepted)]
    [InlineData("# X\n\nStatus: Accepted\n\nWe met in May.", DecisionStatus.Accepted)]
    public void The_head_of_a_record_states_one_status(string head, DecisionStatus status) =>
        Assert.Equal(status, StatusOf(head + "\n\n## Context\n\nText.\n"));

    // To its author, a label alone in a paragraph is a heading.
    [Theory]
    [InlineData("**Status**\n\nAccepted\n\n**Context**\n\nIt was rejected once.")]
    [InlineData("**Status:**\n\nAccepted (2024-02-03)")]
    [InlineData("__Status__:\n\n- Proposed\n- Accepted\n\n__Context__\n\n- Rejected")]
    [InlineData("Status:\n\n- Accepted")]
    [InlineData("Status:\n  Accepted")]
    [InlineData("**Date**\n\n2024-02-03\n\n**Status**\n\nAccepted")]
    [InlineData("**Zustand**\n\nText.\n\n**Status**\n\n`Accepted`")]
    public void A_label_above_the_status_is_read_as_its_heading(string head) => Assert.Equal(DecisionStatus.Accepted, StatusOf($"# X\n\n{head}\n"));

    [Theory]
    [InlineData("Status Accepted")]
    [InlineData("Status - Accepted")]
    [InlineData("Status\n\nAccepted", "Accepted")]
    [InlineData("(Accepted)")]
    [InlineData("Current status: Accepted")]
    [InlineData("The status is accepted.")]
    [InlineData("Status (2024-01-01): Accepted")]
    [InlineData("`Status: Accepted`")]
    [InlineData("<table><tr><td>Status</td><td>Accepted</td></tr></table>")]
    [InlineData("## Status of this document\n\nAccepted", "Accepted")]
    [InlineData("> Status: Accepted")]
    public void Where_a_status_is_written_it_is_not_said_that_there_is_none(string head, string? quoted = null)
    {
        var file = RecordReader.Read("docs/adr/0001-x.md", $"# X\n\n{head}\n\n## Context\n\nText.\n");

        Assert.StartsWith(
            $"'{quoted ?? head}' is written where it does not state the status of the record,",
            Assert.Single(file.Faults, fault => fault.Kind == FaultKind.UnknownStatus).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text.")]
    [InlineData("We use statuses of HTTP.\n\n## Status codes\n\nThey are three digits.")]
    [InlineData("## Context\n\nThe status of an order is accepted or rejected.")]
    public void Where_none_is_written_it_is_said(string text)
    {
        var file = RecordReader.Read("docs/adr/0001-x.md", $"# X\n\n{text}\n");

        Assert.StartsWith("The record does not have a status.", Assert.Single(file.Faults).Message, StringComparison.Ordinal);
    }

    private static DecisionStatus StatusOf(string text) => RecordReader.Read("docs/adr/0001-x.md", text).Record!.Decision.Status;
}
