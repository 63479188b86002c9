namespace DecisionPolicies.Records.Tests;

/// <summary>Finding the front matter, and saying what cannot be read of it.</summary>
public sealed class FrontMatterTests
{
    private const string None = "DP1002 1,1: The file has no front matter, so it is no decision yet. Start it with '---', 'status: …', '---'.";
    private const string NeverClosed = "DP1001 1,1: The front matter is opened with '---' and never closed; put a line '---' after it.";

    [Theory]
    [InlineData("---\nstatus: accepted\n---\n# T\n")]
    [InlineData("---\r\nstatus: accepted\r\n---\r\n# T\r\n")]
    [InlineData("---\r\nstatus: accepted\n---\n# T")]
    [InlineData("\uFEFF---\nstatus: accepted\n---\n# T\n")]
    [InlineData("\uFEFF---\r\nstatus: accepted\r\n---\r\n# T\r\n")]
    [InlineData("--- \t\nstatus: accepted\n---  \n# T\n")]
    [InlineData("---\nstatus: accepted\n---\n# T\n\n---\nstatus: rejected\n---\n")]
    [InlineData("---\n\n# comment\nstatus: accepted\n\n---\n# T\n")]
    public void Front_matter_is_found_whatever_the_line_ends(string text)
    {
        var file = RecordReader.Read(Reading.Path, text);

        Assert.Empty(Reading.Told(file));
        Assert.Equal((DecisionStatus.Accepted, "T"), (file.Record!.Status, file.Record.Title));
    }

    [Theory]
    [InlineData("---\nstatus: accepted\n---")]
    [InlineData("---\nstatus: accepted\n---\n")]
    public void Front_matter_may_be_all_there_is(string text) => Assert.Equal(DecisionStatus.Accepted, RecordReader.Read(Reading.Path, text).Record!.Status);

    [Theory]
    [InlineData("---\r\nid: ADR-1\r\ndate: soon\r\nstatus: accepted\r\n---\r\n", 3, 7)]
    [InlineData("\uFEFF---\nid: ADR-1\ndate: soon\nstatus: accepted\n---\n", 3, 7)]
    [InlineData("---\n\n\nid: ADR-1\nstatus: accepted\n\ndate:   soon\n---\n", 7, 9)]
    [InlineData("---\nstatus: accepted\ntitle: Größe 🎉\ndate: 'soon'\n---\n", 4, 7)]
    public void A_place_is_the_line_and_column_of_the_file(string text, int line, int column)
    {
        var fault = Assert.Single(RecordReader.Read(Reading.Path, text).Faults);

        Assert.Equal((line, column), (fault.Place.Line, fault.Place.Column));
    }

    [Theory]
    [InlineData("date: soon", 3, 7, 3, 11)]
    [InlineData("title:\n  - a\n  - b", 4, 3, 4, 3)]
    public void A_place_covers_what_is_wrong_and_stays_on_its_line(string yaml, int line, int column, int endLine, int endColumn) =>
        Assert.Equal(new Place(line, column, endLine, endColumn), Assert.Single(Reading.Of("status: accepted\n" + yaml).Faults).Place);

    // The parser's mark for the end of a list or mapping in brackets stands before the closing bracket.
    [Theory]
    [InlineData("date: [a, b]")]
    [InlineData("date: {a, b}")]
    public void A_place_in_brackets_ends_after_the_closing_one(string yaml) =>
        Assert.Equal(new Place(3, 7, 3, 13), Assert.Single(Reading.Of("status: accepted\n" + yaml).Faults).Place);

    [Theory]
    [InlineData("", None)]
    [InlineData("\uFEFF", None)]
    [InlineData("# A choice\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n", None)]
    [InlineData("\n---\nstatus: accepted\n---\n", None)]
    [InlineData(" ---\nstatus: accepted\n---\n", None)]
    [InlineData("--\nstatus: accepted\n--\n", None)]
    [InlineData("----\nstatus: accepted\n----\n", None)]
    [InlineData("---", NeverClosed)]
    [InlineData("---\nstatus: accepted\n", NeverClosed)]
    [InlineData("---\nstatus: accepted\n ---\n", NeverClosed)]
    [InlineData("\uFEFF---\r\nstatus: accepted\r\n----\r\n", NeverClosed)]
    public void A_file_without_whole_front_matter_is_told_so(string text, string fault)
    {
        var file = RecordReader.Read(Reading.Path, text);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Null(file.Record);
    }

    [Theory]
    [InlineData("docs/adr/README.md")]
    [InlineData("docs/adr/readme.md")]
    [InlineData("docs/adr/index.md")]
    [InlineData("docs/adr/template.md")]
    [InlineData("docs/adr/adr-template.md")]
    [InlineData("docs/adr/0000-template.md")]
    [InlineData("README.md")]
    public void An_index_a_readme_and_a_template_are_skipped(string path) =>
        Assert.Equal(new RecordFile(path, null, true, ValueList<Fault>.Empty, Place.Start), RecordReader.Read(path, "---\nstatus: [\n---\n"));

    // MADR 4 ships the first three, Semantic Kernel has the last.
    [Theory]
    [InlineData("docs/adr/adr-template-minimal.md")]
    [InlineData("docs/adr/adr-template-bare.md")]
    [InlineData("docs/adr/adr-template-bare-minimal.md")]
    [InlineData("docs/adr/adr-short-template.md")]
    public void The_templates_that_people_have_are_skipped(string path) => Assert.True(RecordReader.Read(path, "---\nstatus: [\n---\n").IsSkipped);

    [Theory]
    [InlineData("docs/adr/0012-template-engine.md")]
    [InlineData("docs/adr/0013-index-of-servers.md")]
    [InlineData("docs/readme/0014-x.md")]
    public void A_record_about_templates_or_indexes_is_a_record(string path) => Assert.NotNull(Reading.Record("status: accepted", path));

    [Theory]
    [InlineData("- a\n- b", "DP1001 2,1: The front matter is a list; write 'key: value' lines.")]
    [InlineData("just text", "DP1001 2,1: The front matter is text; write 'key: value' lines.")]
    public void Front_matter_that_is_no_mapping_is_told_so(string yaml, string fault)
    {
        var file = Reading.Of(yaml);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Null(file.Record);
    }

    [Theory]
    [InlineData("status: accepted\ntags: *t", "DP1001 3,7: The front matter cannot be read: Aliases are not supported in front matter; write the value out.")]
    [InlineData("a: &t [x]\ntags: [*t]", "DP1001 3,8: The front matter cannot be read: Aliases are not supported in front matter; write the value out.")]
    [InlineData("a: &a\n  b: c\n<<: *a", "DP1001 4,5: The front matter cannot be read: Aliases are not supported in front matter; write the value out.")]
    [InlineData("status: accepted\nstatus: proposed", "DP1001 3,1: The front matter cannot be read: The key 'status' stands here twice.")]
    [InlineData("revisit:\n  by: 2027-01-01\n  'by': 2028-01-01", "DP1001 4,3: The front matter cannot be read: The key 'by' stands here twice.")]
    [InlineData("? [a, b]\n: c", "DP1001 2,3: The front matter cannot be read: A key must be text.")]
    [InlineData("{ {a: b}: c }", "DP1001 2,3: The front matter cannot be read: A key must be text.")]
    [InlineData("because: It says: no", "DP1001 2,17: The front matter cannot be read: While scanning a plain scalar value, found invalid mapping.")]
    [InlineData("title: 'never closed", "DP1001 2,8: The front matter cannot be read: While scanning a quoted scalar, found unexpected end of stream.")]
    public void Yaml_that_cannot_be_read_is_told_at_its_place(string yaml, string fault)
    {
        var file = Reading.Of(yaml);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Null(file.Record);
    }

    [Fact]
    public void An_anchor_that_nothing_refers_to_is_harmless() => Assert.Equal("x", Reading.Record("status: accepted\ntitle: &t x").Title);

    [Fact]
    public void Values_nested_deeper_than_any_record_are_refused() => Assert.Equal(
        ["DP1001 2,36: The front matter cannot be read: Values are nested more than 32 deep."],
        Reading.Told(Reading.Of("a: " + new string('[', 5000) + new string(']', 5000))));

    [Fact]
    public void Values_nested_a_little_are_read() =>
        Assert.Empty(Reading.Told(Reading.Of("status: accepted\na: " + new string('[', 30) + new string(']', 30))));

    // YAML would go on to a second document, and the rules in it would be lost.
    [Theory]
    [InlineData("status: accepted\n...\nrules: wrong")]
    [InlineData("status: accepted\n--- # and then\nrules: wrong")]
    public void What_follows_the_end_of_the_yaml_document_is_not_lost_in_silence(string yaml) => Assert.NotEmpty(Reading.Of(yaml).Faults);

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

    // Such a name exists on Windows; a file name need not be valid Unicode.
    [Fact]
    public void A_path_with_half_a_surrogate_does_not_make_the_reader_throw() =>
        Assert.Equal("ADR-0001", RecordReader.Read("0001-a\uD800b.md", "---\nstatus: accepted\n---\n").Record?.Id);
}
