namespace DecisionPolicies.Records.Tests;

/// <summary>Texts and paths that are never written by accident. None makes the reader throw.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [MemberData(nameof(NastyTexts))]
    public void No_text_makes_the_reader_throw(string name, string text)
    {
        var file = RecordReader.Read(Reading.Path, text);

        Assert.True(file.Record is not null || file.Faults.Count > 0, name);
        Assert.All(file.Faults, fault => Assert.True(fault.Place is { Line: >= 1, Column: >= 1 }));
    }

    public static TheoryData<string, string> NastyTexts
    {
        get
        {
            var texts = new TheoryData<string, string>
            {
                { "nothing", "" },
                { "a fence", "---" },
                { "two fences", "---\n---" },
                { "null characters", "\0\0\0" },
                { "half a surrogate in the prose", "---\nstatus: accepted\n---\n# \uD800\n" },
            };
            foreach (var (name, yaml) in NastyYaml) texts.Add(name, $"---\n{yaml}\n---\n");
            return texts;
        }
    }

    private static IEnumerable<(string Name, string Yaml)> NastyYaml =>
    [
        ("half a surrogate", "title: \uD800"),
        ("an escape beyond Unicode", "title: \"\\U00110000\""),
        ("an escaped surrogate", "title: \"\\uD800\""),
        ("a cut escape", "title: \"\\x\""),
        ("an escape that is none", "title: \"\\q\""),
        ("a null character", "title: \0"),
        ("control characters", "title: \u0001\u001b[31m"),
        ("a line separator", "title: a\u2028b: c"),
        ("a next line", "title: a\u0085b: c"),
        ("a byte order mark", "\uFEFFstatus: accepted"),
        ("tabs", "\tstatus:\taccepted"),
        ("only a colon", ":"),
        ("only a question mark", "?"),
        ("only a dash", "-"),
        ("only braces", "{}"),
        ("a reserved character", "@status: accepted"),
        ("a directive", "%YAML 9.9"),
        ("a directive and no document", "%TAG ! x"),
        ("a cut tag", "status: !<"),
        ("an unknown tag", "status: !!python/object:os.system x"),
        ("a cut anchor", "status: &"),
        ("a cut alias", "status: *"),
        ("a block scalar with a wrong indent", "title: |99\n x"),
        ("a block scalar that ends at once", "title: >-"),
        ("an unclosed list", "tags: [a, b"),
        ("an unclosed mapping", "revisit: {"),
        ("a closing bracket", "]"),
        ("commas", "tags: [,,,]"),
        ("only carriage returns", "a: b\rc: d\r"),
        ("a mapping in braces that goes on at the start of a line", "waivers:\n  - {\nrule"),
        ("a list in brackets that goes on at the start of a line", "waivers:\n  - [\nrule"),
        ("a mapping of one dot", "- {\n."),
        ("text after the end of the document", "... ."),
        ("many opening brackets", new string('[', 100_000)),
        ("many opening braces", "a: " + new string('{', 100_000)),
        ("many dashes", string.Concat(Enumerable.Repeat("- ", 20_000))),
        ("many question marks", string.Concat(Enumerable.Repeat("? ", 20_000))),
        ("many colons", string.Concat(Enumerable.Repeat("a: ", 20_000))),
        ("a long line", "title: " + new string('x', 200_000)),
        ("a long key", new string('x', 200_000) + ": a"),
        ("a long number", "rules: [{ configuration: A, forbid: " + new string('9', 10_000) + " }]"),
        ("a number with a long exponent", "rules: [{ configuration: A, forbid: 1e999999999999 }]"),
        ("empty rules", "rules: [{}, {}, ~, []]"),
        ("null everywhere", "id: ~\nname: ~\ntitle: ~\nstatus: ~\ndate: ~\nrevisit: ~\nrules: ~\nwaivers: ~\namendments: ~\ntags: ~"),
        ("lists everywhere", "id: []\nname: []\ntitle: []\nstatus: []\ndate: []\nrevisit: []\nrules: []\nwaivers: []\namendments: []\ntags: []"),
        ("mappings everywhere", "id: {}\nname: {}\ntitle: {}\nstatus: {}\ndate: {}\nrevisit: {}\nrules: {}\nwaivers: {}\namendments: {}\ntags: {}"),
        ("empty mappings in lists", "waivers: [{}]\namendments: [{}]\nrules: [{}]"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData(".md")]
    [InlineData("/")]
    [InlineData("docs/adr/")]
    [InlineData("0001")]
    [InlineData("0001-\0.md")]
    [InlineData("adr")]
    [InlineData("docs\\adr\\0001-x.md")]
    public void No_path_makes_the_reader_throw(string path) =>
        Assert.Equal(path, RecordReader.Read(path, "---\nstatus: accepted\n---\n").Path);

    // Text without letters or digits does not give a C# name, which is a fault like any other.
    [Theory]
    [InlineData("docs/adr/+++.md", "+")]
    [InlineData("docs/adr/\U0001F389.md", "\U0001F389")]
    public void A_file_whose_name_and_id_have_no_letter_does_not_make_the_reader_throw(string path, string id) =>
        Assert.Equal(
            [FaultKind.InvalidId, FaultKind.InvalidName],
            RecordReader.Read(path, $"---\nid: '{id}'\nstatus: accepted\n---\n").Faults.Select(fault => fault.Kind));

    // Not half a character, but not a character either.
    [Theory]
    [InlineData("docs/adr/0001-a\uFFFEb.md", "# T")]
    [InlineData("docs/adr/0001.md", "# a\uFFFEb")]
    public void A_character_that_is_none_does_not_make_the_reader_throw(string path, string body) =>
        Assert.Equal("ADR-0001", RecordReader.Read(path, $"---\nstatus: accepted\n---\n{body}\n").Record?.Decision.Id);

    // Such a name exists on Windows; a file name need not be valid Unicode.
    [Fact]
    public void A_path_with_half_a_surrogate_does_not_make_the_reader_throw() =>
        Assert.Equal("ADR-0001", RecordReader.Read("0001-a\uD800b.md", "---\nstatus: accepted\n---\n").Record?.Decision.Id);

    [Theory]
    [InlineData("rules:\n- { configuration: A, forbid: true }\n", true)]
    [InlineData("", false)]
    public void A_file_of_more_than_8_megabytes_is_refused_unread(string rules, bool isError)
    {
        var file = RecordReader.Read(Reading.Path, $"---\nstatus: accepted\n{rules}---\n# A choice\n{new string('x', RecordReader.LargestFile)}");

        Assert.Equal(["DP1001 1,1: The file is larger than 8 MB, which is the limit, so it is not read."], Reading.Told(file));
        Assert.Equal(isError, Assert.Single(file.Faults).Severity == Severity.Error);
    }

    [Fact]
    public void Seven_megabytes_of_front_matter_are_refused_unread() => Assert.Equal(
        ["DP1001 1,1: The front matter is longer than 256 KiB. Move the text below it."],
        Reading.Told(Reading.Of("status: accepted\nbecause: " + new string('x', 7_000_000))));

    [Fact]
    public void Anchors_that_would_expand_without_bound_are_refused_at_the_first_alias()
    {
        var laughs = string.Concat(
            Enumerable.Range(1, 50).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "ha" : $"*a{i - 1}", 10))}]\n"));

        Assert.StartsWith(
            "DP1001 3,10: The front matter cannot be read: Front matter does not support aliases", Assert.Single(Reading.Told(Reading.Of(laughs))));
    }

    [Fact]
    public void Ten_thousand_levels_are_refused_where_they_get_too_deep() => Assert.StartsWith(
        "DP1001 2,36: The front matter cannot be read: Values are nested more than 32 levels deep",
        Assert.Single(Reading.Told(Reading.Of("a: " + new string('[', 10_000) + new string(']', 10_000)))));

    // To YAML's reader it is the end of the text: what follows would be lost in silence.
    [Fact]
    public void A_null_character_in_front_matter_is_a_fault_at_its_line() => Assert.Equal(
        ["DP1001 3,1: This line of the front matter contains a NUL character. Remove it."],
        Reading.Told(Reading.Of("status: accepted\ntitle: a\0\nrules:\n  - { configuration: \"A:B\", forbid: true }")));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_read_as_what_the_compiler_makes_of_them()
    {
        byte[] bytes = [.. "---\nstatus: accepted\nbecause: caf"u8, 0xE9, 0xFF, .. "\n---\n# T\n"u8];

        var record = RecordReader.Read(Reading.Path, System.Text.Encoding.UTF8.GetString(bytes)).Record;

        Assert.Equal("caf\uFFFD\uFFFD", record?.Decision.Because);
    }

    // Looking for the end of a link from each bracket would take minutes.
    [Theory]
    [InlineData("")]
    [InlineData("](")]
    [InlineData(")")]
    [InlineData("](x)")]
    public void Brackets_that_open_no_link_do_not_make_the_reader_slow(string end) =>
        Assert.NotNull(Reading.Of($"status: accepted\nsupersedes: \"{new string('[', 200_000)}{end}\"").Record);
}
