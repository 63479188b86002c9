using CsCheck;

namespace DecisionPolicies.Records.Tests;

/// <summary>What holds for every record and for every text.</summary>
[Trait("Category", "Law")]
public sealed class PropertyTests
{
    [Fact]
    public void No_text_makes_the_reader_throw_and_none_is_passed_over_silently() =>
        Check(Gen.Select(RecordGen.Paths, RecordGen.Texts), AssertNotSilent, 3000);

    [Fact]
    public void No_broken_record_makes_the_reader_throw_or_is_passed_over_silently() =>
        Check(Gen.Select(RecordGen.Paths, RecordGen.Mutated), AssertNotSilent, 600);

    [Fact]
    public void No_set_of_texts_makes_the_set_throw_and_its_order_makes_no_difference() => Check(
        Gen.Select(RecordGen.Paths, Gen.OneOf(RecordGen.Texts, RecordGen.Mutated)).Array[0, 12],
        files =>
        {
            var read = files.DistinctBy(file => file.Item1).Select(file => RecordReader.Read(file.Item1, file.Item2)).ToList();

            Assert.Equal(RecordSet.Of(read), RecordSet.Of(read.AsEnumerable().Reverse()));
        },
        200);

    [Fact]
    public void A_set_of_records_is_the_same_whatever_order_they_come_in() => Check(
        Gen.Select(RecordGen.Records.Array[1, 10], Gen.Int[0, 9]),
        pair =>
        {
            var read = pair.Item1.DistinctBy(record => record.Path).Select(record => RecordReader.Read(record.Path, RecordWriter.Write(record))).ToList();
            var cut = pair.Item2 % read.Count;

            Assert.Equal(RecordSet.Of(read), RecordSet.Of(read[cut..].Concat(read[..cut])));
        },
        100);

    [Fact]
    public void A_record_that_was_written_is_read_as_it_was() => Check(
        RecordGen.Records,
        record =>
        {
            var file = RecordReader.Read(record.Path, RecordWriter.Write(record));

            Assert.Empty(Reading.Told(file));
            Assert.Equal(record, file.Record);
        },
        500);

    [Fact]
    public void Line_ends_make_no_difference() => Check(
        Gen.Select(RecordGen.Paths, Gen.OneOf(RecordGen.Texts, RecordGen.Mutated).Select(text => text.Replace("\r", ""))),
        file => Assert.Equal(RecordReader.Read(file.Item1, file.Item2), RecordReader.Read(file.Item1, file.Item2.Replace("\n", "\r\n"))),
        800);

    [Fact]
    public void A_byte_order_mark_makes_no_difference() => Check(
        RecordGen.Records.Select(RecordWriter.Write),
        text => Assert.Equal(RecordReader.Read(Reading.Path, text), RecordReader.Read(Reading.Path, "\uFEFF" + text)),
        200);

    private static void AssertNotSilent((string Path, string Text) given)
    {
        var file = RecordReader.Read(given.Path, given.Text);

        Assert.Equal(1, (file.Record is null ? 0 : 1) + (file.IsSkipped ? 1 : 0) + (file.Record is null && !file.IsSkipped && file.Faults.Count > 0 ? 1 : 0));
        Assert.All(file.Faults, fault => Assert.True(fault.Place is { Line: >= 1, Column: >= 1 }));
    }

    private static void Check<T>(Gen<T> gen, Action<T> assert, int times) => Law.Check(gen, times, assert);
}
