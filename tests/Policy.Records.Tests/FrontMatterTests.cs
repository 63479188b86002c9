namespace DecisionPolicies.Records.Tests;

/// <summary>Finding the front matter, and saying what cannot be read of it.</summary>
public sealed class FrontMatterTests
{
    private const string Almost = ": Front matter must start with '---', alone on the first line of the file. Move it there, or remove this line.";
    private const string NeverClosed = "DP1001 1,1: The front matter starts with '---' but does not end. Add a line '---' after it.";

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
        Assert.Equal((DecisionStatus.Accepted, "T"), (file.Record!.Decision.Status, file.Record.Decision.Title));
    }

    [Theory]
    [InlineData("---\nstatus: accepted\n---")]
    [InlineData("---\nstatus: accepted\n---\n")]
    public void Front_matter_may_be_all_there_is(string text) =>
        Assert.Equal(DecisionStatus.Accepted, RecordReader.Read(Reading.Path, text).Record!.Decision.Status);

    [Theory]
    [InlineData("---\r\nid: ADR-7\r\ndate: soon\r\nstatus: accepted\r\n---\r\n", 3, 7)]
    [InlineData("\uFEFF---\nid: ADR-7\ndate: soon\nstatus: accepted\n---\n", 3, 7)]
    [InlineData("---\n\n\nid: ADR-7\nstatus: accepted\n\ndate:   soon\n---\n", 7, 9)]
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

    // The parser's mark for the end of a list or mapping in brackets is before the closing bracket.
    [Theory]
    [InlineData("date: [a, b]")]
    [InlineData("date: {a, b}")]
    public void A_place_in_brackets_ends_after_the_closing_one(string yaml) =>
        Assert.Equal(new Place(3, 7, 3, 13), Assert.Single(Reading.Of("status: accepted\n" + yaml).Faults).Place);

    // A page shows the status all the same, and there is nothing else to lose.
    [Theory]
    [InlineData("\n---\nstatus: accepted\n---\n")]
    [InlineData("\uFEFF\r\n \t\r\n---\r\nstatus: accepted\r\n---\r\n")]
    [InlineData(" ---\nstatus: accepted\n---\n")]
    [InlineData("----\nstatus: accepted\n----\n")]
    [InlineData("<!-- markdownlint-disable -->\n---\nstatus: accepted\n---\n")]
    [InlineData("# T\n\n---\nstatus: accepted\n---\n")]
    [InlineData("---\nstatus: accepted\n...\n# T\n")]
    [InlineData("---\n\n# T\n\nStatus: Accepted\n\n---\n\n## Context\n")]
    [InlineData("---\n\n# T\n\n## Status\n\nAccepted\n\n---\n\n## Context\n")]
    [InlineData("---\n# T\n\nStatus: Accepted\n")]
    public void A_line_of_dashes_is_not_always_front_matter(string text)
    {
        var file = RecordReader.Read(Reading.Path, text);

        Assert.Equal(DecisionStatus.Accepted, file.Record?.Decision.Status);
        Assert.Empty(Reading.Told(file));
    }

    [Theory]
    [InlineData("---", NeverClosed)]
    [InlineData("---\nstatus: accepted\n", NeverClosed)]
    [InlineData("---\nstatus: accepted\n ---\n", NeverClosed)]
    [InlineData("\uFEFF---\r\nstatus: accepted\r\n----\r\n", NeverClosed)]
    [InlineData("\n---\nbecause: x\n---\n", "DP1001 3,1" + Almost)]
    [InlineData("+++\ntitle = \"x\"\n+++\n", "DP1001 1,1: Front matter in TOML is not read. Write it in YAML, between two lines '---'.")]
    public void A_file_without_whole_front_matter_is_warned_about(string text, string fault)
    {
        var file = RecordReader.Read(Reading.Path, text);

        Assert.Contains(fault, Reading.Told(file));
        Assert.All(file.Faults, each => Assert.True(each.Severity < Severity.Error, Reading.Told(each)));
        Assert.NotNull(file.Record);
    }

    // It has the name of a record, so it would not be missed if it were skipped.
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# A choice\n\nWe talked.\n")]
    [InlineData("---\n---\n")]
    [InlineData("---\nnav_order: 3\n---\n# A choice\n")]
    public void A_numbered_file_that_says_nothing_is_a_record_of_unknown_status(string text)
    {
        var file = RecordReader.Read(Reading.Path, text);

        Assert.Equal([FaultKind.UnknownStatus], file.Faults.Select(fault => fault.Kind));
        Assert.Equal(("ADR-0007", DecisionStatus.Unknown), (file.Record!.Decision.Id, file.Record.Decision.Status));
    }

    [Fact]
    public void A_file_that_says_nothing_and_has_no_number_is_reported_not_to_be_a_record()
    {
        var file = RecordReader.Read("docs/adr/notes.md", "# Glossary\n\nWords.\n");

        Assert.Equal(
            ["DP1002 1,1: The file has neither front matter, nor a status, nor a number in its name, so it is not read as a decision. "
                + "Start it with '---', 'status: …', '---'."],
            Reading.Told(file));
        Assert.Null(file.Record);
    }

    // The status is taken from such a block as if it were prose, and the decision looks kept while nothing keeps it.
    [Theory]
    [InlineData("--- # the decision\n{0}\n---\n# A choice\n")]
    [InlineData("{0}\n\n# A choice\n")]
    [InlineData("# A choice\n\n---\n{0}\n---\n")]
    [InlineData("\u2014\n{0}\n\u2014\n# A choice\n")]
    public void Rules_outside_of_front_matter_are_not_lost_silently(string text)
    {
        var file = RecordReader.Read(Reading.Path, text.Replace("{0}", "status: accepted\nrules:\n  - { configuration: \"A:B\", forbid: true }"));

        Assert.Contains(file.Faults, fault => fault.Severity == Severity.Error);
    }

    [Fact]
    public void Front_matter_longer_than_any_record_is_refused() => Assert.Equal(
        ["DP1001 1,1: The front matter is longer than 256 KiB. Move the text below it."],
        Reading.Told(Reading.Of("status: accepted\nbecause: " + new string('x', 256 * 1024))));

    [Theory]
    [InlineData("docs/adr/README.md")]
    [InlineData("docs/adr/readme.md")]
    [InlineData("docs/adr/index.md")]
    [InlineData("docs/adr/template.md")]
    [InlineData("docs/adr/adr-template.md")]
    [InlineData("docs/adr/0000-template.md")]
    [InlineData("README.md")]
    public void An_index_a_readme_and_a_template_are_skipped_by_name(string path)
    {
        var file = RecordReader.Read(path, "---\nstatus: [\n---\n");

        Assert.True(file.IsSkipped);
        Assert.Null(file.Record);
        Assert.Equal(
            ["DP1022 1,1: The file is named like a page beside the records, such as an index, a README or a template, so it is not read as a decision."],
            Reading.Told(file));
    }

    [Theory]
    [InlineData("docs/adr/AGENTS.md")]
    [InlineData("docs/adr/CLAUDE.md")]
    [InlineData("docs/adr/SUMMARY.md")]
    [InlineData("docs/adr/CHANGELOG.md")]
    [InlineData("docs/adr/_index.md")]
    [InlineData("docs/adr/00-index.md")]
    [InlineData("docs/adr/adr-log.md")]
    [InlineData("docs/adr/index_adrs.md")]
    [InlineData("docs/adr/how-to-write-adrs.md")]
    [InlineData("docs/adr/NNNN-adr-template.md")]
    [InlineData("docs/adr/adr-template-de.md")]
    [InlineData("docs/adr/TEMPLATE_v2.md")]
    [InlineData("docs/adr/templates/madr.md")]
    [InlineData("docs/adr/images/notes.md")]
    [InlineData("docs/adr/0009-x/before-after.md")]
    public void A_page_beside_the_records_is_skipped(string path) => Assert.True(RecordReader.Read(path, "# A page\n").IsSkipped);

    [Theory]
    [InlineData("docs/adr/0001-use-one/README.md", "ADR-0001", "UseOne")]
    [InlineData("docs/adr/ADR-002-use-two/index.md", "ADR-002", "UseTwo")]
    [InlineData("docs/adr/2022-02-03-use-three/README.md", "2022-02-03-use-three", "UseThree")]
    public void A_record_can_have_a_folder_of_its_own(string path, string id, string name)
    {
        var record = RecordReader.Read(path, "# A title\n\n## Status\n\nAccepted\n").Record!;

        Assert.Equal((id, name), (record.Decision.Id, record.Name));
    }

    // The compiler and the command both put this character where bytes cannot be decoded.
    [Theory]
    [InlineData("status: accepted", Severity.Warning)]
    [InlineData("status: accepted\nrules: [{ symbol: T:A }]", Severity.Error)]
    public void Text_that_could_not_be_decoded_is_a_fault_at_its_place(string frontMatter, object severity)
    {
        var fault = Assert.Single(Reading.Of(frontMatter + "\nbecause: Gr\uFFFDn").Faults);

        Assert.Equal((FaultKind.NotText, severity), (fault.Kind, (object)fault.Severity));
        Assert.Equal((frontMatter.Split('\n').Length + 2, 12), (fault.Place.Line, fault.Place.Column));
    }

    // The compiler and the command both decode a file without a byte order mark as UTF-8.
    [Theory]
    [InlineData("utf-16", "", Severity.Warning)]
    [InlineData("utf-16", "rules:\n  - { symbol: T:A }\n", Severity.Error)]
    [InlineData("utf-16BE", "rules:\n  - { symbol: T:A }\n", Severity.Error)]
    [InlineData("utf-32", "rules:\n  - { symbol: T:A }\n", Severity.Error)]
    public void Text_whose_letters_have_zero_bytes_between_them_is_not_read(string encoding, string rules, object severity)
    {
        var bytes = System.Text.Encoding.GetEncoding(encoding).GetBytes($"---\nstatus: accepted\n{rules}---\n# Title\n");

        var file = RecordReader.Read("docs/adr/0001-a.md", System.Text.Encoding.UTF8.GetString(bytes));

        Assert.Null(file.Record);
        var fault = Assert.Single(file.Faults);
        Assert.Equal((FaultKind.NotText, severity, 1), (fault.Kind, (object)fault.Severity, fault.Place.Line));
    }

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
    [InlineData("docs/adr/20240531-search-index.md")]
    [InlineData("docs/adr/2024-05-31-template-engine.md")]
    [InlineData("docs/adr/2024-05-31_012-template-engine.md")]
    [InlineData("docs/adr/ARCH-001-index.md")]
    public void A_record_about_templates_or_indexes_is_a_record(string path) => Assert.NotNull(Reading.Record("status: accepted", path));

    [Theory]
    [InlineData("- a\n- b", "DP1001 2,1: The front matter is a list, not a mapping. Write lines of the form 'key: value'.")]
    [InlineData("'text: x'", "DP1001 2,1: The front matter is text, not a mapping. Write lines of the form 'key: value'.")]
    public void Front_matter_that_is_not_a_mapping_is_reported(string yaml, string fault)
    {
        var file = Reading.Of(yaml);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Equal(Severity.Warning, file.Faults[0].Severity);
        Assert.NotNull(file.Record);
    }

    [Theory]
    [InlineData("status: accepted\ntags: *t", "DP1001 3,7: The front matter cannot be read: Front matter does not support aliases. Write the value out.")]
    [InlineData("a: &t [x]\ntags: [*t]", "DP1001 3,8: The front matter cannot be read: Front matter does not support aliases. Write the value out.")]
    [InlineData("a: &a\n  b: c\n<<: *a", "DP1001 4,5: The front matter cannot be read: Front matter does not support aliases. Write the value out.")]
    [InlineData("status: accepted\nstatus: proposed", "DP1001 3,1: The front matter cannot be read: Duplicate key 'status'.")]
    [InlineData("revisit:\n  by: 2027-01-01\n  'by': 2028-01-01", "DP1001 4,3: The front matter cannot be read: Duplicate key 'by'.")]
    [InlineData("? [a, b]\n: c", "DP1001 2,3: The front matter cannot be read: A key must be text.")]
    [InlineData("{ {a: b}: c }", "DP1001 2,3: The front matter cannot be read: A key must be text.")]
    [InlineData(
        "because: It says: no",
        "DP1001 2,17: The front matter cannot be read: A value that contains ': ' needs quotes, as in because: \"One rule: always\".")]
    [InlineData("title: 'never closed", "DP1001 2,8: The front matter cannot be read: While scanning a quoted scalar, found unexpected end of stream.")]
    public void Yaml_that_cannot_be_read_is_reported_at_its_place(string yaml, string fault)
    {
        var file = Reading.Of(yaml);

        Assert.Equal([fault], Reading.Told(file));
        Assert.Equal(Severity.Warning, file.Faults[0].Severity);
        Assert.NotNull(file.Record);
    }

    // A rule is never read by guessing.
    [Theory]
    [InlineData("title: Queues: one\nstatus: accepted\nrules:\n  - configuration: A:B\n    forbid: 1")]
    [InlineData("title: Queues: one\nstatus: accepted\nrules: [{ configuration: A:B, forbid: 1 }]")]
    [InlineData("status: accepted\nstatus: accepted\nrules:\n- symbol: T:A")]
    [InlineData("tags: *t\nRules:\n  - { \"endpoint\": POST /a }")]
    [InlineData("tags: *t\nrulse:\n  - literal: x")]
    public void Rules_in_front_matter_that_cannot_be_read_are_an_error(string yaml)
    {
        var file = Reading.Of(yaml);

        Assert.Contains(file.Faults, fault => fault is { Severity: Severity.Error, KeepsFromEmitting: true });
        Assert.Null(file.Record);
    }

    // Wherever an accepted record has them.
    [Theory]
    [InlineData("---\nstatus: accepted\n...\n{0}---\n")]
    [InlineData("---\nstatus: accepted\n---\n---\n{0}---\n")]
    [InlineData("---\nstatus: accepted\n---\n\n---\n{0}---\n")]
    [InlineData("---\nstatus: accepted\nx: &r\n  - { configuration: A:B, forbid: 1 }\nrules: *r\n---\n")]
    [InlineData("---\nstatus: accepted\nrules: |\n  - configuration: A:B\n    forbid: 1\n---\n")]
    [InlineData("---\nstatus: accepted\nrules:\n  - - { symbol: T:A }\n---\n")]
    [InlineData("---\nstatus: accepted\nrules:\n\u00A0\u00A0- configuration: A:B\n\u00A0\u00A0\u00A0\u00A0forbid: 1\n---\n")]
    [InlineData("---\nstatus: accepted\nrules:\n  first: { configuration: A:B, forbid: 1 }\n---\n")]
    [InlineData("---\nstatus: accepted\nrules:\n  - 'configuration: A:B'\n---\n")]
    [InlineData("---\nrules:[{symbol: \"T:A\"}]\nstatus: accepted\n---\n")]
    [InlineData("---\nstatus: accepted\nbecause: |\n  Of this.\n  rules:\n    - configuration: A:B\n      forbid: 1\n---\n")]
    [InlineData("---\nstatus: accepted\nrule: { configuration: A:B, forbid: 1 }\n---\n")]
    [InlineData("---\nstatus: accepted\nmore-rules:\n  - package: A\n---\n")]
    [InlineData("---\nstatus: accepted\npolicies: [{ symbol: T:A }]\n---\n")]
    [InlineData("---\nstatus: accepted\na: [{ b: { c: { d: { rules: [{ configuration: A:B, forbid: 1 }] } } } }]\n---\n")]
    [InlineData("---\n{ \"status\": \"accepted\", \"x\": *y, \"rules\": [{ \"configuration\": \"A:B\", \"forbid\": 1 }] }\n---\n")]
    [InlineData("+++\nstatus = \"accepted\"\n[[rules]]\nconfiguration = \"A:B\"\n+++\n")]
    public void Rules_that_are_not_read_are_an_error(string text)
    {
        var file = RecordReader.Read(Reading.Path, text.Replace("{0}", "rules:\n  - { configuration: A:B, forbid: 1 }\n") + "# T\n");

        Assert.Contains(file.Faults, fault => fault.KeepsFromEmitting);
    }

    // Other tools keep rules and packages, too.
    [Theory]
    [InlineData("rules: strict")]
    [InlineData("rules: true")]
    [InlineData("rules:\n  - Every queue has an owner: the team that reads it.")]
    [InlineData("rules:\n  - no-console\npackage: npm")]
    [InlineData("ruleset: base\npackages:\n  - package: npm\n    version: 1")]
    [InlineData("config: { symbol: x, literal: y }")]
    [InlineData("description: |\n  The rules of this package: one queue.")]
    public void What_other_tools_keep_in_front_matter_is_no_error(string yaml) =>
        Assert.DoesNotContain(Reading.Of("status: accepted\n" + yaml).Faults, fault => fault.Severity == Severity.Error);

    // The name of the file keeps its rules from being read.
    [Theory]
    [InlineData("---\nstatus: accepted\n{0}---\n", "DP1023")]
    [InlineData("---\n{0}---\n# 1. T\n\n## Status\n\nAccepted\n", "DP1023")]
    [InlineData("---\nstatus: accepted\ntags: *t\n{0}---\n", "DP1023")]
    [InlineData("---\nstatus: proposed\n{0}---\n", "DP1022")]
    [InlineData("---\nstatus: \"{proposed | accepted}\"\n{0}---\n", "DP1022")]
    [InlineData("---\n{0}---\n", "DP1022")]
    public void Rules_in_a_page_beside_the_records_are_an_error_where_it_says_accepted(string text, string id)
    {
        var file = RecordReader.Read("docs/adr/README.md", text.Replace("{0}", "rules:\n  - { configuration: A:B, forbid: 1 }\n"));

        Assert.Equal([id], file.Faults.Select(fault => fault.Kind.Id));
    }

    [Fact]
    public void What_can_be_read_of_bad_front_matter_without_rules_is_read()
    {
        var file = Reading.Of("title: Queues: one is enough\nstatus: accepted\ndate: 2024-02-03\ntags: [a&b, *c]");

        Assert.Equal(("Queues: one is enough", DecisionStatus.Accepted, new DateOnly(2024, 2, 3)),
            (file.Record!.Decision.Title, file.Record.Decision.Status, file.Record.Decision.Date));
        Assert.Equal([(FaultKind.UnreadableFrontMatter, Severity.Warning)], file.Faults.Select(fault => (fault.Kind, fault.Severity)));
    }

    [Fact]
    public void An_anchor_that_nothing_refers_to_is_harmless() => Assert.Equal("x", Reading.Record("status: accepted\ntitle: &t x").Title);

    [Fact]
    public void Values_nested_deeper_than_any_record_are_refused() => Assert.Equal(
        ["DP1001 2,36: The front matter cannot be read: Values are nested more than 32 levels deep."],
        Reading.Told(Reading.Of("a: " + new string('[', 5000) + new string(']', 5000))));

    [Fact]
    public void Values_nested_a_little_are_read() =>
        Assert.Empty(Reading.Told(Reading.Of("status: accepted\na: " + new string('[', 30) + new string(']', 30))));

    // YAML would go on to a second document, and the rules in it would be lost.
    [Theory]
    [InlineData("status: accepted\n...\nrules:\n  - { configuration: A, forbid: 1 }")]
    [InlineData("status: accepted\n--- # and then\nrules: wrong")]
    public void What_follows_the_end_of_the_yaml_document_is_not_lost_silently(string yaml) => Assert.NotEmpty(Reading.Of(yaml).Faults);
}
