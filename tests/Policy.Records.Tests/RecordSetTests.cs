namespace DecisionPolicies.Records.Tests;

/// <summary>What shows only when one looks at more than one record: its order, its ids and its C# names.</summary>
public sealed class RecordSetTests
{
    private static RecordFile File(string path, string frontMatter = "status: accepted") => RecordReader.Read(path, $"---\n{frontMatter}\n---\n");

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
            File("0005-z.md"), File("0006-w.md", "id: adr-0005"), File("0007-v.md", "status: superseded by 8"), File("0008-u.md", "supersedes: 9"),
        ];
        var expected = RecordSet.Of(files);

        // Two pairs of ids give two faults each, one name is taken, one changed, three supersessions are invalid, and one folder is read in part.
        Assert.Equal(10, expected.Faults.Count);
        Assert.All(Enumerable.Range(1, files.Length - 1), n => Assert.Equal(expected, RecordSet.Of(files[n..].Concat(files[..n]).Reverse())));
    }

    [Fact]
    public void Files_that_are_not_records_are_left_out() =>
        Assert.Equal(
            new RecordSet(ValueList<AdrRecord>.Empty, ValueList<FaultInFile>.Empty),
            RecordSet.Of([File("README.md"), File("0001-x.md", "a: *x\nrules:\n  - symbol: T:A")]));

    [Theory]
    [InlineData("id: ADR-0001\nstatus: accepted", "2,5: ADR-0001", 2)]
    [InlineData("status: accepted\nid: adr-1", "3,5: adr-1", 3)]
    [InlineData("number: 1\nstatus: accepted", "2,9: ADR-0001", 2)]
    public void Two_records_with_one_id_are_reported_at_both_places_and_both_stay(string frontMatter, string told, int line)
    {
        var set = RecordSet.Of([File("b.md", frontMatter), File("0001-a.md")]);

        Assert.Equal(
            [
                $"0001-a.md: DP1009 1,1: ADR-0001 is also the id of b.md, line {line}. Give one of them another number.",
                $"b.md: DP1009 {told} is also the id of 0001-a.md. Give one of them another number.",
            ],
            Reading.Told(set));
        Assert.Equal(["0001-a.md", "b.md"], set.Records.Select(record => record.Path));
    }

    [Fact]
    public void Two_records_with_one_id_are_a_warning() => Assert.Equal(
        [false, false], RecordSet.Of([File("0001-b.md"), File("0001-a.md")]).Faults.Select(fault => fault.Fault.Kind.Severity == Severity.Error));

    [Fact]
    public void Each_of_three_records_with_one_id_is_compared_with_the_first() => Assert.Equal(
        [
            "0001-a.md: DP1009 1,1: ADR-0001 is also the id of 0001-b.md. Give one of them another number.",
            "0001-a.md: DP1009 1,1: ADR-0001 is also the id of 0001-c.md. Give one of them another number.",
            "0001-b.md: DP1009 1,1: ADR-0001 is also the id of 0001-a.md. Give one of them another number.",
            "0001-c.md: DP1009 1,1: ADR-0001 is also the id of 0001-a.md. Give one of them another number.",
        ],
        Reading.Told(RecordSet.Of([File("0001-c.md"), File("0001-b.md"), File("0001-a.md")])));

    [Fact]
    public void Records_of_different_series_may_have_the_same_number() =>
        Assert.Empty(RecordSet.Of([File("0001-a.md"), File("ARCH-001-b.md"), File("SEC-1-c.md")]).Faults);

    [Theory]
    [InlineData("name: NoDcr\nstatus: accepted", "2,7: 'NoDcr'", "NoDcr0002")]
    [InlineData("id: ADR-0002\nname: NODCR\nstatus: accepted", "3,7: 'NODCR'", "NODCR0002")]
    public void A_record_that_states_a_name_that_is_taken_gets_another(string frontMatter, string told, string name)
    {
        var set = RecordSet.Of([File("0002-b.md", frontMatter), File("0001-no-dcr.md")]);

        Assert.Equal(
            [$"0002-b.md: DP1013 {told} is also the C# name of 0001-no-dcr.md, so this decision is '{name}'. "
                + "Give one of them another name, as in 'name: NoDcr'."],
            Reading.Told(set));
        Assert.Equal(["NoDcr", name], set.Records.Select(record => record.Name));
    }

    [Theory]
    [InlineData("0001-use-x.md", "0002-use-x.md", "UseX0002")]
    [InlineData("0001-use-x.md", "0002-use-X.md", "UseX0002")]
    [InlineData("0001-use-x.md", "ARCH-012-use-x.md", "UseX012")]
    [InlineData("20240531-use-x.md", "20250101-use-x.md", "UseX20250101")]
    public void A_name_from_a_file_name_that_is_taken_gets_the_number_appended(string first, string second, string name)
    {
        var set = RecordSet.Of([File(second), File(first)]);

        Assert.Equal(["UseX", name], set.Records.Select(record => record.Name));
        Assert.Equal((second, FaultKind.RenamedConstant), Assert.Single(set.Faults.Select(fault => (fault.Path, fault.Fault.Kind))));
    }

    [Fact]
    public void A_name_that_had_to_change_is_reported_with_the_record_that_has_it() => Assert.Equal(
        ["0002-no-dcr.md: DP1014 1,1: 'NoDcr' is also the C# name of 0001-no-dcr.md, so this decision is 'NoDcr0002'. "
            + "Write a better name, as in 'name: NoDcr'."],
        Reading.Told(RecordSet.Of([File("0002-no-dcr.md"), File("0001-no-dcr.md")])));

    // The same number taken on two branches, in the same words.
    [Fact]
    public void Two_files_of_one_name_in_two_folders_both_stay() => Assert.Equal(
        ["AX", "BX"], RecordSet.Of([File("a/0001-x.md"), File("b/0001-x.md")]).Records.Select(record => record.Name));

    // A log for each component, as adr-tools recommends.
    [Theory]
    [InlineData(new[] { "docs/adr/api/0001-x.md", "docs/adr/web/0001-x.md", "docs/adr/back-end/0001-x.md" }, new[] { "ApiX", "BackEndX", "WebX" })]
    [InlineData(new[] { "docs/adr/0001-x.md", "docs/adr/web/0001-x.md" }, new[] { "X", "WebX" })]
    [InlineData(new[] { "a/docs/adr/0001-x.md", "b/docs/adr/0002-x.md" }, new[] { "ADocsAdrX", "BDocsAdrX" })]
    [InlineData(new[] { "docs/adr/a/0001-x.md", "docs/adr/a/0002-x.md", "docs/adr/b/0001-x.md" }, new[] { "AX", "AX0002", "BX" })]
    public void Records_of_one_name_in_several_folders_are_named_by_their_folders(string[] paths, string[] names)
    {
        var set = RecordSet.Of(paths.Select(path => File(path)));

        Assert.Equal(names, set.Records.Select(record => record.Name));
        Assert.DoesNotContain(set.Faults, fault => fault.Fault.Severity == Severity.Error);
        Assert.DoesNotContain(set.Faults, fault => fault.Fault.Kind == FaultKind.DuplicateId);
    }

    [Fact]
    public void A_reference_means_the_record_in_its_own_folder() => Assert.Equal(
        [("docs/a/0001-x.md", "ADR-0002"), ("docs/b/0001-x.md", "ADR-0002")],
        RecordSet.Of(
            [
                File("docs/a/0001-x.md", "status: superseded by 2"), File("docs/a/0002-y.md", "status: accepted\nsupersedes: [1]"),
                File("docs/b/0001-x.md", "status: superseded by 2"), File("docs/b/0002-y.md", "status: accepted\nsupersedes: [1]"),
            ])
            .Records.Where(record => record.Decision.SupersededBy.Count == 1).Select(record => (record.Path, record.Decision.SupersededBy[0])));

    [Fact]
    public void Records_without_rules_that_are_not_understood_are_one_warning_for_each_folder()
    {
        var set = RecordSet.Of(
            [
                File("a/0001-x.md", "status: maybe"), File("a/0002-y.md", "status: perhaps\ndate: soon"),
                File("b/0001-z.md", "status: never"), File("b/0002-u.md"),
            ]);

        Assert.Equal(
            [
                "a/0001-x.md: DP1024 2,9: In the records of this folder, 2 statuses and 1 date cannot be read, the first of them here: 'maybe' is not a "
                    + "known status. Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009. "
                    + "The editor and 'decisions lint' show each as info.",
                "b/0001-z.md: DP1024 2,9: 'never' is not a known status. Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009.",
            ],
            Reading.Told(set));
    }

    [Fact]
    public void Faults_are_in_the_order_of_their_files_and_lines() => Assert.Equal(
        [("0001-a.md", 2), ("0001-a.md", 3), ("0002-b.md", 2)],
        RecordSet.Of([File("0002-b.md", "status: superseded"), File("0001-a.md", "supersedes: [8]\nsuperseded-by: [9]\nstatus: accepted")])
            .Faults.Select(fault => (fault.Path, fault.Fault.Place.Line)));
}
