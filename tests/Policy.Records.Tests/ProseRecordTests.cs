namespace DecisionPolicies.Records.Tests;

/// <summary>Records without front matter: Nygard's (adr-tools), those of MADR 2 and those of log4brains.</summary>
public sealed class ProseRecordTests
{
    private const string Nygard = """
        # 7. Queue the mails

        Date: 2016-02-12

        ## Status

        Accepted

        Supersedes [3. Send the mails at once](0003-send-the-mails-at-once.md)

        ## Context

        Grüße an alle: sending takes a while. Status: nobody knows.

        ## Decision

        We queue them.
        """;

    private const string Madr2 = """
        # Queue the mails

        * Status: superseded by [ADR-0009](0009-stream.md)
        * Deciders: Ann, Jürgen
        * Date: 2020-03-04

        Technical Story: Ticket 12

        ## Context and Problem Statement

        * Status: unclear
        """;

    private const string Log4brains = """
        # Queue the mails

        - Status: draft
        - Deciders: Ann, Jürgen
        - Date: 2021-05-06
        - Tags: mail, queue

        ## Context and Problem Statement

        Mails.
        """;

    [Fact]
    public void A_record_of_Nygards_format_is_read() => Assert.Equal(
        Record("doc/adr/0007-queue-the-mails.md", "QueueTheMails", new()
        {
            Id = "ADR-0007", Title = "Queue the mails",
            Status = DecisionStatus.Accepted, Date = new DateOnly(2016, 2, 12), Supersedes = ValueList.Of("ADR-0003"), Link = "doc/adr/0007-queue-the-mails.md",
        }),
        Read("doc/adr/0007-queue-the-mails.md", Nygard));

    [Fact]
    public void A_record_of_MADR_2_is_read() => Assert.Equal(
        Record("docs/adr/0007-queue-the-mails.md", "QueueTheMails", new()
        {
            Id = "ADR-0007", Title = "Queue the mails",
            Status = DecisionStatus.Superseded, Date = new DateOnly(2020, 3, 4), DecisionMakers = ValueList.Of("Ann", "Jürgen"),
            SupersededBy = ValueList.Of("ADR-0009"), Link = "docs/adr/0007-queue-the-mails.md",
        }),
        Read("docs/adr/0007-queue-the-mails.md", Madr2));

    [Fact]
    public void A_record_of_log4brains_is_read() => Assert.Equal(
        Record("docs/adr/20210506-queue-the-mails.md", "QueueTheMails", new()
        {
            Id = "20210506-queue-the-mails", Title = "Queue the mails",
            Status = DecisionStatus.Proposed, Date = new DateOnly(2021, 5, 6), DecisionMakers = ValueList.Of("Ann", "Jürgen"),
            Tags = ValueList.Of("mail", "queue"), Link = "docs/adr/20210506-queue-the-mails.md",
        }),
        Read("docs/adr/20210506-queue-the-mails.md", Log4brains));

    [Theory]
    [InlineData(Nygard)]
    [InlineData(Madr2)]
    [InlineData(Log4brains)]
    public void Line_ends_and_a_byte_order_mark_make_no_difference(string text)
    {
        var expected = RecordReader.Read(Reading.Path, text);
        var n = 0;
        var mixed = string.Concat(text.Select(c => c == '\n' ? (n++ % 3) switch { 0 => "\n", 1 => "\r", _ => "\r\n" } : c.ToString()));

        Assert.Equal(
            [expected, expected, expected, expected],
            new[] { text.Replace("\n", "\r\n"), text.Replace('\n', '\r'), mixed, "\uFEFF" + text }.Select(t => RecordReader.Read(Reading.Path, t)));
    }

    [Theory]
    [InlineData("- Status: accepted")]
    [InlineData("* Status: accepted")]
    [InlineData("  * status:accepted")]
    [InlineData("Status: Accepted")]
    [InlineData("**Status:** accepted")]
    [InlineData("**Status**: accepted")]
    [InlineData("- **Status**: ✅ Accepted")]
    [InlineData("* STATUS: _accepted_")]
    [InlineData("## Status\n\nAccepted")]
    [InlineData("## status\nAccepted  ")]
    [InlineData("## Status\n\n**Accepted**")]
    [InlineData("## Context\n\nx\n\n## Status\n\nAccepted\n\nProposed in May.\n\n## Decision\n\nRejected")]
    public void A_status_in_every_shape(string prose) => Assert.Equal(DecisionStatus.Accepted, Read(Reading.Path, "# T\n\n" + prose + "\n").Decision.Status);

    [Theory]
    [InlineData("## Status\n\nApprovable", "DP1004 5,1: 'Approvable'")]
    [InlineData("- Status: in progress", "DP1004 3,11: 'in progress'")]
    public void A_status_that_is_not_known_is_reported_at_its_place(string prose, string fault)
    {
        var file = RecordReader.Read(Reading.Path, "# T\n\n" + prose + "\n");

        Assert.StartsWith(fault + " is not a known status.", Assert.Single(Reading.Told(file)));
        Assert.Equal(DecisionStatus.Unknown, file.Record!.Decision.Status);
    }

    [Fact]
    public void A_date_that_is_none_is_reported_at_its_place() => Assert.Equal(
        ["DP1006 3,7: 'in May' in 'date' is not a date. Write it in the form 2026-08-02."],
        Reading.Told(RecordReader.Read(Reading.Path, "# T\n\nDate: in May\n\n## Status\n\nAccepted\n")));

    [Fact]
    public void A_code_block_says_nothing_of_the_record() => Assert.Equal(
        DecisionStatus.Rejected, Read(
            Reading.Path, "# T\n\n```md\n- Status: accepted\n```\n\n~~~\n## Status\n\nAccepted\n~~~\n\n- Status: rejected\n").Decision.Status);

    [Fact]
    public void A_field_counts_only_before_the_first_section() =>
        Assert.Equal(
            [FaultKind.UnknownStatus], RecordReader.Read(Reading.Path, "# T\n\n## Options\n\n- Status: accepted\n").Faults.Select(fault => fault.Kind));

    // Front matter may be there for a site generator alone.
    [Fact]
    public void Front_matter_without_a_status_leaves_it_to_the_prose()
    {
        var record = Read(Reading.Path, "---\nnav_order: 3\ndate: 2024-01-01\n---\n# T\n\n- Status: accepted\n- Date: 2023-01-01\n");

        Assert.Equal((DecisionStatus.Accepted, new DateOnly(2024, 1, 1)), (record.Decision.Status, record.Decision.Date));
    }

    [Fact]
    public void Front_matter_with_a_status_does_not_ask_the_prose() =>
        Assert.Equal(DecisionStatus.Proposed, Read(Reading.Path, "---\nstatus: proposed\n---\n# T\n\n## Status\n\nAccepted\n").Decision.Status);

    [Fact]
    public void A_file_without_a_number_that_has_a_status_is_reported_to_lack_an_id() =>
        Assert.Equal([FaultKind.NotARecord], RecordReader.Read("docs/adr/x.md", "# T\n\n- Status: accepted\n").Faults.Select(fault => fault.Kind));

    [Fact]
    public void A_file_without_a_number_may_have_it_in_its_heading() => Assert.Equal("ADR-7", Read("docs/adr/x.md", Nygard).Decision.Id);

    // adr-tools writes one line for each record that is superseded, with a blank line between.
    [Theory]
    [InlineData("Accepted\n\nSupersedes [3. X](0003-x.md)\n\nSupersedes [4. Y](0004-y.md)", "")]
    [InlineData("Superceded by [3. X](0003-x.md)\n\nSuperceded by [4. Y](0004-y.md)", "by ")]
    public void Each_of_several_links_under_the_status_is_read(string status, string by)
    {
        var record = Read(Reading.Path, $"# 7. T\n\n## Status\n\n{status}\n");

        Assert.Equal(ValueList.Of("ADR-0003", "ADR-0004"), by.Length == 0 ? record.Decision.Supersedes : record.Decision.SupersededBy);
    }

    // What comes after "Accepted" by hand, and after "Proposed" by adr-tools, ends the decision.
    [Theory]
    [InlineData("Accepted")]
    [InlineData("Proposed")]
    public void A_successor_under_the_first_status_is_not_lost_silently(string first)
    {
        var file = RecordReader.Read(Reading.Path, $"# 7. T\n\n## Status\n\n{first}\n\nSuperceded by [9. X](0009-x.md)\n");

        Assert.True(file.Record!.Decision.SupersededBy.Count == 1 || file.Faults.Count > 0);
    }

    private static AdrRecord Record(string path, string name, DecisionPolicy decision) => new(decision, path, name);

    private static AdrRecord Read(string path, string text)
    {
        var file = RecordReader.Read(path, text);
        Assert.Empty(Reading.Told(file));
        return Assert.IsType<AdrRecord>(file.Record);
    }

    [Theory]
    [InlineData("Accepted. It stays until it is\nsuperseded by something better.", DecisionStatus.Unknown, "")]
    [InlineData("Supersedes [3. X](0003-x.md)\n\nAccepted", DecisionStatus.Accepted, "")]
    [InlineData("Superseded by [4. Use Y](0004-y.md), see there", DecisionStatus.Superseded, "ADR-0004")]
    [InlineData("Superseded by ADR-0008: Another title", DecisionStatus.Superseded, "ADR-0008")]
    [InlineData("Superseded by [ADR-0004]", DecisionStatus.Superseded, "ADR-0004")]
    [InlineData("2020-01-01 proposed\n\n2020-02-01 accepted", DecisionStatus.Accepted, "")]
    public void A_status_section_is_read_as_a_person_would(string section, DecisionStatus status, string successor)
    {
        var record = RecordReader.Read("docs/adr/0007-x.md", $"# 7. X\n\n## Status\n\n{section}\n\n## Context\n").Record!;

        Assert.Equal(status, record.Decision.Status);
        Assert.Equal(successor, string.Join(",", record.Decision.SupersededBy));
    }

    [Fact]
    public void Comments_that_a_template_left_behind_are_passed_over()
    {
        var record = RecordReader.Read("docs/adr/0007-x.md",
            "# X\n\n* Status: accepted <!-- optional -->\n* Date: 2020-01-02 <!-- optional -->\n* Deciders: Ann, Bob <!-- all -->\n").Record!;

        Assert.Equal((DecisionStatus.Accepted, new DateOnly(2020, 1, 2)), (record.Decision.Status, record.Decision.Date));
        Assert.Equal(ValueList.Of("Ann", "Bob"), record.Decision.DecisionMakers);
    }

    [Fact]
    public void What_log4brains_puts_among_the_links_is_read() => Assert.Equal(
        ValueList.Of("20240101-old"),
        RecordReader.Read(
            "docs/adr/20240531-new.md", "# New\n\n- Status: accepted\n\n## Links\n\n- Supersedes [Old](20240101-old.md)\n").Record!.Decision.Supersedes);

    [Theory]
    [InlineData("Rules: every team keeps these.\n\n- Status: accepted", true)]
    [InlineData("rules:\n  - configuration: A:B", false)]
    [InlineData("<!-- SPDX -->\n---\nstatus: accepted\nbecause: x\n---", false)]
    [InlineData("Title\n---\nDate: 2020-01-02", true)]
    public void Prose_is_distinguished_from_front_matter_in_the_wrong_place(string head, bool isProse)
    {
        var file = RecordReader.Read("docs/adr/0007-x.md", head + "\n");

        Assert.Equal(isProse, file.Faults.All(fault => fault.Kind != FaultKind.UnreadableFrontMatter));
    }
}
