namespace DecisionPolicies.Records.Tests;

/// <summary>Days of the calendar as records write them.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("2026-08-02")]
    [InlineData("2026-8-2")]
    [InlineData("\"2026-08-02\"")]
    [InlineData("' 2026-08-02 '")]
    [InlineData("2026-08-02 # a Sunday")]
    [InlineData("2026-08-02T10:00:00")]
    [InlineData("2026-08-02 10:00:00")]
    [InlineData("2026/08/02")]
    [InlineData("2026/8/2")]
    [InlineData("2026.08.02")]
    [InlineData("August 2, 2026")]
    [InlineData("Aug 2, 2026")]
    [InlineData("August 2 2026")]
    [InlineData("2 August 2026")]
    [InlineData("2 Aug 2026")]
    [InlineData("20260802")]
    [InlineData("02.08.2026")]
    [InlineData("2.8.2026")]
    [InlineData("2. August 2026")]
    [InlineData("Aug 2nd, 2026")]
    [InlineData("2nd August 2026")]
    [InlineData("02-Aug-2026")]
    [InlineData("2026\u5E748\u67082\u65E5")]
    [InlineData("{2026-08-02}")]
    [InlineData("{ 2026-8-2 }")]
    public void A_date_is_read(string text) => Assert.Equal(new DateOnly(2026, 8, 2), Reading.Record("status: accepted\ndate: " + text).Date);

    // 03/04/2024 is two days; the thirteenth month does not exist.
    [Theory]
    [InlineData("28/06/2018", 28)]
    [InlineData("06/28/2018", 28)]
    [InlineData("28-06-2018", 28)]
    [InlineData("06/06/2018", 6)]
    public void A_date_with_slashes_is_read_if_it_is_one_day(string text, int day) =>
        Assert.Equal(new DateOnly(2018, 6, day), Reading.Record("status: accepted\ndate: " + text).Date);

    // Whatever the machine's own zone is, one of these is another day there.
    [Theory]
    [InlineData("2026-08-02T23:59:59-12:00")]
    [InlineData("2026-08-02T00:00:00+14:00")]
    [InlineData("2026-08-02T23:59:59Z")]
    [InlineData("2026-08-02T00:00:00Z")]
    public void A_time_after_a_date_does_not_move_it_to_another_day(string text) =>
        Assert.Equal(new DateOnly(2026, 8, 2), Reading.Record("status: accepted\ndate: " + text).Date);

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("\"\"")]
    public void A_date_may_be_left_open(string text) => Assert.Null(Reading.Record("status: accepted\ndate: " + text).Date);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("2024-023-2706")]
    [InlineData("08/02/2026")]
    [InlineData("03/04/2024")]
    [InlineData("August 2026")]
    [InlineData("05-04-2026")]
    [InlineData("Q3 2026")]
    [InlineData("2026-08")]
    [InlineData("soon")]
    public void Anything_else_is_not_a_date(string text)
    {
        var file = Reading.Of("status: accepted\ndate: " + text);

        Assert.Equal([$"DP1006 3,7: '{text}' in 'date' is not a date. Write it in the form 2026-08-02."], Reading.Told(file));
        Assert.Null(file.Record!.Decision.Date);
    }

    [Theory]
    [InlineData("date")]
    [InlineData("created")]
    [InlineData("updated")]
    [InlineData("Date")]
    public void A_date_may_be_under_the_names_that_other_tools_use(string key) =>
        Assert.Equal(new DateOnly(2024, 9, 20), Reading.Record($"status: accepted\n{key}: September 20, 2024").Date);

    [Fact]
    public void The_day_of_the_decision_goes_before_the_day_of_the_last_edit() =>
        Assert.Equal(new DateOnly(2024, 1, 1), Reading.Record("updated: 2024-03-03\ncreated: 2024-02-02\ndate: 2024-01-01\nstatus: accepted").Date);

    [Theory]
    [InlineData("date: 2024-01-01", 1)]
    [InlineData("title: x", 31)]
    public void The_date_that_a_record_gives_goes_before_its_file_name(string line, int day) => Assert.Equal(
        day, Reading.Record("status: accepted\n" + line, "docs/adr/2024-01-31_007-x.md").Date!.Value.Day);

    [Fact]
    public void The_day_of_the_next_look_may_be_the_only_value() => Assert.Equal(
        new Revisit(new DateOnly(2027, 8, 2), ValueList<string>.Empty), Reading.Record("status: accepted\nrevisit: 2027-08-02").Revisit);

    [Fact]
    public void A_next_look_that_is_not_a_day_is_reported() => Assert.Equal(
        ["DP1006 3,10: 'soon' in 'revisit' is not a date. Write it in the form 2026-08-02."], Reading.Told(Reading.Of("status: accepted\nrevisit: soon")));

    [Theory]
    [InlineData("revisit:\n  by: soon", "DP1006 4,7: 'soon' in 'by' is not a date. Write it in the form 2026-08-02.")]
    [InlineData("amendments:\n  - date: soon\n    change: x", "DP1006 4,11: 'soon' in 'date' is not a date. Write it in the form 2026-08-02.")]
    public void A_date_within_a_mapping_is_reported_at_its_own_place(string frontMatter, string fault) =>
        Assert.Equal([fault], Reading.Told(Reading.Of("status: accepted\n" + frontMatter)));

    [Fact]
    public void A_date_is_written_as_it_is_read() => Assert.Equal("2026-08-02", new DateOnly(2026, 8, 2).InWords());
}
