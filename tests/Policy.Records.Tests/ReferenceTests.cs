namespace DecisionPolicies.Records.Tests;

/// <summary>How records name one another. Put together, every form becomes the id of the record it means.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("ADR-0005")]
    [InlineData("adr-5")]
    [InlineData("ADR-00005")]
    [InlineData("ADR 5")]
    [InlineData("adr_0005")]
    [InlineData("5")]
    [InlineData("0005")]
    [InlineData("ADR-0005.")]
    [InlineData("0005-example")]
    [InlineData("0005-example.md")]
    [InlineData("[ADR-0005](0005-example.md)")]
    [InlineData("[the other one](0005-example.md)")]
    [InlineData("[5. An example](./0005-example.md)")]
    [InlineData("[ADR-0005](../adr/0005-example.md#decision)")]
    [InlineData("[ADR-0005](https://docs.example/adr/5)")]
    [InlineData("'ADR-0005#4'")]
    [InlineData("[9. Use X, and not Y](0005-example.md)")]
    [InlineData("[9. Use X and Y](0005-example.md)")]
    [InlineData("[9. Use X & Y](0005-example.md)")]
    public void A_reference_in_every_form(string reference) => Assert.Equal(
        [ValueList.Of("ADR-0005"), ValueList.Of("ADR-0005")],
        new[]
        {
            Resolved("0005-example.md", $"status: superseded by {reference.Trim('\'')}").Decision.SupersededBy,
            Resolved("0005-example.md", $"status: accepted; supersedes {reference.Trim('\'')}").Decision.Supersedes,
        });

    [Theory]
    [InlineData("ARCH-001-example.md", "ARCH-1", "ARCH-001")]
    [InlineData("ARCH-001-example.md", "[x](ARCH-001-example.md)", "ARCH-001")]
    [InlineData("20240531-example.md", "20240531-example", "20240531-example")]
    [InlineData("20240531-example.md", "[An example](20240531-example.md)", "20240531-example")]
    [InlineData("20240531-example.md", "[An example](20240531-example.md#decision)", "20240531-example")]
    [InlineData("20240531-example.md", "20240531-example.md", "20240531-example")]
    [InlineData("2024-05-31_012-example.md", "12", "ADR-012")]
    [InlineData("00NN-example.md", "00NN-example", "00NN-example")]
    public void A_reference_to_a_record_of_every_series(string path, string reference, string id) =>
        Assert.Equal(ValueList.Of(id), Resolved(path, "status: superseded by " + reference).Decision.SupersededBy);

    [Theory]
    [InlineData("ADR-5, ADR-0006")]
    [InlineData("ADR-5 and 6")]
    [InlineData("5 & 6")]
    [InlineData("\"[ADR-0005](0005-a.md), [ADR-0006](0006-b.md)\"")]
    [InlineData("[5, 0006]")]
    [InlineData("[ADR-5, ADR-0005, 6]")]
    [InlineData("\n  - \"[Example, the first](0005-a.md)\"\n  - ADR-0006")]
    public void Several_references_in_every_form(string yaml)
    {
        var set = RecordSet.Of(
        [
            Reading.Of("status: superseded\nsuperseded-by: " + yaml),
            Reading.Of("status: accepted", "0005-a.md"),
            Reading.Of("status: accepted", "0006-b.md"),
        ]);

        Assert.Equal(ValueList.Of("ADR-0005", "ADR-0006"), set.Records.Single(record => record.Path == Reading.Path).Decision.SupersededBy);
    }

    [Theory]
    [InlineData("ADR-0099")]
    [InlineData("ARCH-005")]
    [InlineData("next-one")]
    public void A_reference_to_nothing_stays_as_it_is_written(string reference) =>
        Assert.Equal(ValueList.Of(reference), Resolved("0005-example.md", "status: superseded by " + reference).Decision.SupersededBy);

    // adr-tools writes the title into the link, whatever the title contains.
    [Theory]
    [InlineData("9. Use X")]
    [InlineData("9. Use X and Y")]
    [InlineData("9. Use X, not Y")]
    [InlineData("9. Use X; Y is out")]
    [InlineData("9. Use [X]")]
    public void A_link_as_adr_tools_writes_it(string title) => Assert.Equal(
        ValueList.Of("ADR-0009"),
        RecordReader.Read(Reading.Path, $"# 7. T\n\n## Status\n\nSuperceded by [{title}](0009-use-x.md)\n").Record!.Decision.SupersededBy);

    private static AdrRecord Resolved(string path, string frontMatter) =>
        RecordSet.Of([Reading.Of(frontMatter), Reading.Of("status: accepted", path)]).Records.Single(record => record.Path == Reading.Path);
}
