namespace DecisionPolicies.Records.Tests;

/// <summary>What shows only when one looks at more than one record.</summary>
public sealed class RecordSetTests
{
    private static RecordFile File(string path, string frontMatter = "status: accepted") => RecordReader.Read(path, $"---\n{frontMatter}\n---\n");

    private static string[] Told(RecordSet set) => [.. set.Faults.Select(fault => $"{fault.Path}: {Reading.Told(fault.Fault)}")];

    [Fact]
    public void Records_are_in_the_order_of_their_paths_whatever_order_the_files_come_in()
    {
        RecordFile[] files = [File("b/0003-c.md"), File("a/0002-b.md"), File("B/0001-a.md"), File("a/0010-d.md")];

        Assert.Equal(["B/0001-a.md", "a/0002-b.md", "a/0010-d.md", "b/0003-c.md"], RecordSet.Of(files).Records.Select(record => record.Path));
    }

    [Fact]
    public void A_set_is_the_same_whatever_order_the_files_come_in()
    {
        RecordFile[] files =
        [
            File("0001-a.md"), File("0001-b.md"), File("0002-a.md"), File("0003-x.md", "name: A"), File("README.md"), File("0004-y.md", "- x"),
            File("0005-z.md"), File("0006-w.md", "id: adr-0005"),
        ];
        var expected = RecordSet.Of(files);

        Assert.Equal(4, expected.Faults.Count);
        Assert.All(Enumerable.Range(1, files.Length - 1), n => Assert.Equal(expected, RecordSet.Of(files[n..].Concat(files[..n]).Reverse())));
    }

    [Fact]
    public void Files_that_are_no_records_are_left_out() =>
        Assert.Equal(new RecordSet(ValueList<AdrRecord>.Empty, ValueList<FaultInFile>.Empty), RecordSet.Of([File("README.md"), File("0001-x.md", "- x")]));

    [Theory]
    [InlineData("id: ADR-0001", "2,5: ADR-0001")]
    [InlineData("status: accepted\nid: adr-0001", "3,5: adr-0001")]
    public void Two_records_with_one_id_are_a_fault_in_the_later(string frontMatter, string told)
    {
        var set = RecordSet.Of([File("0002-b.md", frontMatter), File("0001-a.md")]);

        Assert.Equal([$"0002-b.md: DP1009 {told} is also the id of 0001-a.md. Give one of them another number."], Told(set));
        Assert.Equal(["0001-a.md"], set.Records.Select(record => record.Path));
    }

    [Fact]
    public void Two_files_with_one_number_are_a_fault_at_the_start_of_the_later() => Assert.Equal(
        ["0001-b.md: DP1009 1,1: ADR-0001 is also the id of 0001-a.md. Give one of them another number."],
        Told(RecordSet.Of([File("0001-b.md"), File("0001-a.md")])));

    [Theory]
    [InlineData("0002-no-dcr.md", "status: accepted", "1,1: 'NoDcr'")]
    [InlineData("0002-b.md", "name: NoDcr", "2,7: 'NoDcr'")]
    [InlineData("0002-b.md", "id: ADR-0002\nname: NODCR", "3,7: 'NODCR'")]
    public void Two_records_with_one_name_are_a_fault_in_the_later(string path, string frontMatter, string told)
    {
        var set = RecordSet.Of([File(path, frontMatter), File("0001-no-dcr.md")]);

        Assert.Equal([$"{path}: DP1009 {told} is also the C# name of 0001-no-dcr.md. Give one of them another, as in 'name: NoDcr'."], Told(set));
        Assert.Equal(["0001-no-dcr.md"], set.Records.Select(record => record.Path));
    }

    [Fact]
    public void Each_of_three_records_with_one_id_is_compared_with_the_first() => Assert.Equal(
        [
            "0001-b.md: DP1009 1,1: ADR-0001 is also the id of 0001-a.md. Give one of them another number.",
            "0001-c.md: DP1009 1,1: ADR-0001 is also the id of 0001-a.md. Give one of them another number.",
        ],
        Told(RecordSet.Of([File("0001-c.md"), File("0001-b.md"), File("0001-a.md")])));

    [Fact]
    public void A_record_that_is_left_out_takes_no_name_from_another()
    {
        var set = RecordSet.Of([File("0001-a.md"), File("0001-b.md"), File("0002-b.md")]);

        Assert.Equal(["0001-a.md", "0002-b.md"], set.Records.Select(record => record.Path));
    }
}
