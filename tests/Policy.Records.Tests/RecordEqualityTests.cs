namespace DecisionPolicies.Records.Tests;

/// <summary>Records are compared by value, so that an edit which changes nothing regenerates nothing.</summary>
public sealed class RecordEqualityTests
{
    private const string Text = """
        ---
        status: accepted
        date: 2026-08-02
        tags: [a, b]
        instead: Do that.
        revisit: { by: 2027-08-02, when: [It changes.] }
        amendments: [{ date: 2026-11-23, change: x }]
        waivers: [{ rule: "A:*", until: 2027-01-31, because: x, environments: [Staging] }]
        rules:
          - { configuration: "A:*", forbid: [true, 1, x], when: { "B:*": { like: [a, b] } }, environments: [Production], because: y }
          - { configuration: "C", require: { at-least: 1, present: true } }
          - { configuration: "D", forbid: { starts-with: x } }
        ---
        # A choice

        Some prose.
        """;

    private static readonly RecordFile _file = RecordReader.Read(Reading.Path, Text);

    private static RecordFile Edited(string old, string with)
    {
        Assert.Contains(old, Text);
        return RecordReader.Read(Reading.Path, Text.Replace(old, with));
    }

    [Fact]
    public void A_record_read_twice_is_equal() => Assert.Equal(_file, RecordReader.Read(Reading.Path, Text));

    [Fact]
    public void A_record_read_twice_hashes_alike() => Assert.Equal(_file.GetHashCode(), RecordReader.Read(Reading.Path, Text).GetHashCode());

    [Fact]
    public void An_edit_of_the_prose_leaves_all_equal() => Assert.Equal(_file, Edited("Some prose.", "Other prose.\n\n---\nstatus: rejected\n---\n"));

    [Fact]
    public void Line_ends_make_no_difference() => Assert.Equal(_file, Edited("\n", "\r\n"));

    [Theory]
    [InlineData("status: accepted", "\n# a comment\nstatus:   'accepted'")]
    [InlineData("tags: [a, b]", "tags:\n  - a\n  - b\nnav_order: 3")]
    public void An_edit_that_only_moves_text_leaves_the_record_equal(string old, string with) => Assert.Equal(_file.Record, Edited(old, with).Record);

    [Fact]
    public void A_fault_that_moved_is_another() => Assert.NotEqual(_file.Faults, Edited("tags: [a, b]", "tags:\n  - a\n  - b").Faults);

    [Theory]
    [InlineData("# A choice", "# Another choice")]
    [InlineData("status: accepted", "status: proposed")]
    [InlineData("date: 2026-08-02", "date: 2026-08-03")]
    [InlineData("tags: [a, b]", "tags: [b, a]")]
    [InlineData("Do that.", "Do this.")]
    [InlineData("by: 2027-08-02", "by: 2027-08-03")]
    [InlineData("It changes.", "It stays.")]
    [InlineData("change: x", "change: y")]
    [InlineData("[Staging]", "[Test]")]
    [InlineData("until: 2027-01-31", "until: 2027-01-30")]
    [InlineData("forbid: [true, 1, x]", "forbid: [true, 1, \"x y\"]")]
    [InlineData("forbid: [true, 1, x]", "forbid: [true, \"1\", x]")]
    [InlineData("like: [a, b]", "like: [a]")]
    [InlineData("[Production]", "[]")]
    [InlineData("because: y", "because: z")]
    [InlineData("require: {", "forbid: {")]
    [InlineData("at-least: 1", "at-least: 2")]
    public void An_edit_of_what_it_says_makes_the_record_another(string old, string with) => Assert.NotEqual(_file.Record, Edited(old, with).Record);
}
