namespace DecisionPolicies.Records.Tests;

/// <summary>The forms of file names in the wild, and what each says of its record.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("0012-use-x", "ADR-0012")]
    [InlineData("012-use-x", "ADR-012")]
    [InlineData("12-use-x", "ADR-12")]
    [InlineData("00012-use-x", "ADR-00012")]
    [InlineData("0012_use_x", "ADR-0012")]
    [InlineData("0012 use x", "ADR-0012")]
    [InlineData("0012.use.x", "ADR-0012")]
    [InlineData("ADR-012-use-x", "ADR-012")]
    [InlineData("adr-0012-use-x", "ADR-0012")]
    [InlineData("Adr-12-use-x", "ADR-12")]
    [InlineData("adr_0012_use_x", "ADR-0012")]
    [InlineData("adr0012-use-x", "ADR-0012")]
    [InlineData("ARCH-001-use-x", "ARCH-001")]
    [InlineData("SEC_7_use_x", "SEC-7")]
    [InlineData("20240531-use-x", "20240531-use-x")]
    [InlineData("2024-05-31_012-use-x", "ADR-012")]
    [InlineData("2024-05-31-012-use-x", "ADR-012")]
    [InlineData("2024-05-31-use-x", "2024-05-31-use-x")]
    [InlineData("00NN-use-x", "00NN-use-x")]
    [InlineData("NNNN-use-x", "NNNN-use-x")]
    [InlineData("XXXX-use-x", "XXXX-use-x")]
    [InlineData("2024-001-use-x", "2024-001")]
    [InlineData("2026-01-use-x", "2026-01")]
    [InlineData("1.2-use-x", "1.2")]
    [InlineData("01.03-use-x", "01.03")]
    [InlineData("2023_04_17_use_x", "2023_04_17_use_x")]
    [InlineData("ADR-BE-013-use-x", "ADR-BE-013")]
    [InlineData("ODH-ADR-MS-0001-use-x", "ODH-ADR-MS-0001")]
    [InlineData("ODH-ADR-Operator-0014-use-x", "ODH-ADR-Operator-0014")]
    [InlineData("ADR-20230413-use-x", "ADR-20230413")]
    [InlineData("D025-use-x", "D025")]
    [InlineData("d026-use-x", "D026")]
    [InlineData("DR-027-use-x", "DR-027")]
    [InlineData("decision-028-use-x", "DECISION-028")]
    [InlineData("0040a-use-x", "ADR-0040a")]
    [InlineData("#0034-use-x", "ADR-0034")]
    [InlineData("[0035]-use-x", "ADR-0035")]
    [InlineData("(0037) use x", "ADR-0037")]
    [InlineData("RED-use-x", "RED")]
    public void A_file_name_gives_an_id_and_the_words(string name, string id)
    {
        var record = Reading.Whole("status: accepted", $"docs/adr/{name}.md");

        Assert.Equal((id, "UseX"), (record.Decision.Id, record.Name));
    }

    [Theory]
    [InlineData("adr_0001", "ADR-0001")]
    [InlineData("ADR-1", "ADR-1")]
    [InlineData("0001", "ADR-0001")]
    public void A_file_name_may_be_a_number_alone(string name, string id) =>
        Assert.Equal((id, "AChoice"), (Reading.Whole("status: accepted", $"{name}.md") is var record ? record.Decision.Id : "", record.Name));

    [Theory]
    [InlineData("20240531-use-x")]
    [InlineData("2024-05-31_012-use-x")]
    [InlineData("2024-05-31-use-x")]
    public void A_file_name_may_give_the_date(string name) =>
        Assert.Equal(new DateOnly(2024, 5, 31), Reading.Record("status: accepted", $"{name}.md").Date);

    [Theory]
    [InlineData("0012-2024-05-31")]
    [InlineData("00NN-use-x")]
    [InlineData("ARCH-001-use-x")]
    public void Other_file_names_give_none(string name) => Assert.Null(Reading.Record("status: accepted", $"{name}.md").Date);

    [Theory]
    [InlineData("use-x")]
    [InlineData("use-2-x")]
    [InlineData("adroit-12-x")]
    [InlineData("arch-001-use-x")]
    [InlineData("12th-choice")]
    [InlineData("1234567-use-x")]
    [InlineData("20241331-use-x")]
    [InlineData("-12-x")]
    public void A_file_name_in_no_form_gives_no_id(string name) =>
        Assert.Equal([FaultKind.NotARecord], Reading.Of("status: accepted", $"docs/adr/{name}.md").Faults.Select(fault => fault.Kind));

    [Theory]
    [InlineData("docs/adr/0001-x.MD")]
    [InlineData("0001-x.md")]
    [InlineData("docs/2024-01-01/ADR-9/0001-x.md")]
    public void Only_the_last_part_of_a_path_is_the_file_name(string path) => Assert.Equal("ADR-0001", Reading.Record("status: accepted", path).Id);

    // Records of log4brains lack a status until they are no longer accepted.
    [Fact]
    public void A_file_named_by_log4brains_is_accepted_unless_it_says_otherwise() => Assert.Equal(
        [DecisionStatus.Accepted, DecisionStatus.Proposed],
        new[] { "title: x", "status: draft" }.Select(line => Reading.Record(line, "docs/adr/20240531-use-x.md").Status));
}
