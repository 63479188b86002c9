namespace DecisionPolicies.Records.Tests;

/// <summary>How a record gets its id, its C# name and its title.</summary>
public sealed class IdentityTests
{
    [Theory]
    [InlineData("docs/adr/0001-no-dcr.md", "ADR-0001", "NoDcr")]
    [InlineData("0001-no-dcr.md", "ADR-0001", "NoDcr")]
    [InlineData("docs/adr/27-x.md", "ADR-27", "X")]
    [InlineData("docs/adr/00027-use-of-yaml.md", "ADR-00027", "UseOfYaml")]
    [InlineData("docs/adr/ADR-012-some_thing else.md", "ADR-012", "SomeThingElse")]
    [InlineData("docs/adr/adr_0003_snake.md", "ADR-0003", "Snake")]
    [InlineData("docs/adr/adr0004-glued.md", "ADR-0004", "Glued")]
    [InlineData("docs/adr/20260802-log4brains.md", "20260802-log4brains", "Log4brains")]
    [InlineData("docs/adr/0005-OAuth2-and-HTTP.md", "ADR-0005", "OAuth2AndHTTP")]
    [InlineData("docs/adr/0006-2fa-for-all.md", "ADR-0006", "_2faForAll")]
    [InlineData("docs/adr/0007-über-größe.md", "ADR-0007", "ÜberGröße")]
    [InlineData("docs/adr/0007-u\u0308ber.md", "ADR-0007", "Über")]
    [InlineData("docs/adr/0008-c#-and-f#.md", "ADR-0008", "CAndF")]
    [InlineData("docs/adr/0009-v1.2.md", "ADR-0009", "V12")]
    [InlineData("docs/adr/0010-日本語.md", "ADR-0010", "日本語")]
    public void Id_and_name_come_from_the_file_name(string path, string id, string name)
    {
        var record = Reading.Whole("status: accepted", path);

        Assert.Equal((id, name), (record.Decision.Id, record.Name));
    }

    [Theory]
    [InlineData("id: ADR-07", "ADR-07")]
    [InlineData("id: adr-7", "adr-7")]
    [InlineData("id: 0007", "ADR-0007")]
    [InlineData("id: \" ADR-7 \"", "ADR-7")]
    [InlineData("adr: ADR-7", "ADR-7")]
    [InlineData("number: 7", "ADR-0007")]
    [InlineData("adr: \"0007\"", "ADR-0007")]
    [InlineData("id: use-mail", "use-mail")]
    [InlineData("ID: ADR-7", "ADR-7")]
    [InlineData("number: 7\nadr: adr-7\nid: ADR-7", "ADR-7")]
    [InlineData("id:", "ADR-0007")]
    [InlineData("id: null", "ADR-0007")]
    [InlineData("id: \"\"", "ADR-0007")]
    public void The_id_that_a_record_gives_goes_before_its_file_name(string line, string id) =>
        Assert.Equal(id, Reading.Record(line + "\nstatus: accepted").Id);

    [Theory]
    [InlineData("id: ADR-0042", "DP1021 2,5: The id is ADR-0042, but the file name says ADR-0007. Change one of them.")]
    [InlineData("id: 0027", "DP1021 2,5: The id is ADR-0027, but the file name says ADR-0007. Change one of them.")]
    [InlineData("number: 27", "DP1021 2,9: The id is ADR-0027, but the file name says ADR-0007. Change one of them.")]
    [InlineData("id: SEC-8", "DP1021 2,5: The id is SEC-8, but the file name says ADR-0007. Change one of them.")]
    public void An_id_that_is_not_the_number_in_the_file_name_is_reported(string line, string fault)
    {
        var file = Reading.Of(line + "\nstatus: accepted");

        Assert.Equal([fault], Reading.Told(file));
        Assert.Contains(file.Record!.Decision.Id, fault, StringComparison.Ordinal);
    }

    // "number: 7" in ARCH-007 says the same thing twice.
    [Theory]
    [InlineData("number: 7")]
    [InlineData("id: 007")]
    public void A_number_without_a_prefix_agrees_with_a_file_name_that_has_one(string line) =>
        Assert.Empty(Reading.Told(Reading.Of(line + "\nstatus: accepted", "docs/adr/ARCH-007-x.md")));

    [Theory]
    [InlineData("docs/adr/no-dcr.md")]
    [InlineData("docs/adr/20240531-no-dcr.md")]
    [InlineData("docs/adr/00NN-no-dcr.md")]
    public void A_file_name_without_a_number_disagrees_with_no_id(string path) =>
        Assert.Equal("SEC-7", Reading.Record("id: SEC-7\nstatus: accepted", path).Id);

    [Theory]
    [InlineData("name: NoDcr", "NoDcr")]
    [InlineData("name: _x1", "_x1")]
    [InlineData("name: class", "class")]
    [InlineData("name: Größe", "Größe")]
    [InlineData("name:", "AChoice")]
    [InlineData("name: \"\"", "AChoice")]
    public void The_name_that_a_record_gives_goes_before_its_file_name(string line, string name) =>
        Assert.Equal(name, Reading.Whole(line + "\nstatus: accepted").Name);

    [Theory]
    [InlineData("adroit-choice.md", "AdroitChoice")]
    [InlineData("adrenaline.md", "Adrenaline")]
    public void A_word_that_only_begins_like_adr_is_not_cut(string path, string name) =>
        Assert.Equal(name, Reading.Whole("id: ADR-0007\nstatus: accepted", path).Name);

    [Theory]
    [InlineData("# A choice\n", "A choice")]
    [InlineData("\n\nSome text.\n\n#   A choice   \n# Another\n", "A choice")]
    [InlineData("# A choice ##\n", "A choice")]
    [InlineData("## Context\n# A choice\n", "A choice")]
    [InlineData("#NoSpace\n# A choice\r\n", "A choice")]
    [InlineData("# Über größere Dinge", "Über größere Dinge")]
    [InlineData("## Context only\n", "no-dcr")]
    [InlineData("", "no-dcr")]
    public void The_title_comes_from_the_first_heading_else_from_the_file_name(string body, string title) =>
        Assert.Equal(title, RecordReader.Read("docs/adr/0001-no-dcr.md", "---\nstatus: accepted\n---\n" + body).Record!.Decision.Title);

    // CommonMark: a closing run of # needs a space before it.
    [Theory]
    [InlineData("# Write the gateway in C#\n", "Write the gateway in C#")]
    [InlineData("# Write the rules in F# #\n", "Write the rules in F#")]
    public void A_sharp_that_belongs_to_the_last_word_of_the_heading_stays(string body, string title) =>
        Assert.Equal(title, RecordReader.Read("docs/adr/0001-no-dcr.md", "---\nstatus: accepted\n---\n" + body).Record!.Decision.Title);

    [Theory]
    [InlineData("title: \"\"")]
    [InlineData("title: \"  \"")]
    [InlineData("title:")]
    [InlineData("title: ~")]
    public void A_title_that_says_nothing_gives_way_to_the_heading(string line) =>
        Assert.Equal("A choice", Reading.Record(line + "\nstatus: accepted").Title);

    [Fact]
    public void A_heading_that_says_nothing_gives_way_to_the_file_name() =>
        Assert.Equal("no-dcr", RecordReader.Read("docs/adr/0001-no-dcr.md", "---\nstatus: accepted\n---\n# \n").Record!.Decision.Title);

    [Fact]
    public void A_heading_within_the_front_matter_is_a_comment() =>
        Assert.Equal("A choice", Reading.Record("# Not the title\nstatus: accepted").Title);

    [Theory]
    [InlineData("0027", "0027")]
    [InlineData("true", "true")]
    [InlineData("\"null\"", "null")]
    [InlineData("1.0", "1.0")]
    [InlineData("2026-08-02", "2026-08-02")]
    [InlineData("'it''s'", "it's")]
    [InlineData("|\n  Two\n  lines", "Two\nlines")]
    [InlineData(">\n  One\n  line", "One line")]
    [InlineData("plain text # with a comment", "plain text")]
    [InlineData("!!str tagged", "tagged")]
    public void A_scalar_is_the_raw_text(string yaml, string title) => Assert.Equal(title, Reading.Record($"title: {yaml}\nstatus: accepted").Title);

    [Theory]
    [InlineData("", "DP1002 1,1: The file does not have an id, so it is not read as a decision.")]
    [InlineData("\nrules:\n  - { configuration: A, forbid: true }", "DP1003 1,1: The file has rules but does not have an id.")]
    public void A_file_without_an_id_is_not_a_record_and_an_error_if_it_has_rules(string rules, string told)
    {
        var file = Reading.Of("name: NoDcr\nstatus: accepted" + rules, "docs/adr/no-dcr.md");

        Assert.Equal([told + " Start the file name with a number, as in 0001-title.md, or write 'id: ADR-0001'."], Reading.Told(file));
        Assert.Null(file.Record);
    }

    // archgate's flag says whether there is a rules file beside the record; it does not hold our rules.
    [Theory]
    [InlineData("rules: false")]
    [InlineData("rules: true")]
    [InlineData("rules: []")]
    public void A_file_without_an_id_that_has_no_rules_of_ours_is_not_an_error(string line) =>
        Assert.Equal([FaultKind.NotARecord], Reading.Of(line, "docs/adr/no-dcr.md").Faults.Select(fault => fault.Kind));

    [Theory]
    [InlineData("# ADR-0007: Use one queue", "ADR-0007", "Use one queue")]
    [InlineData("# ADR 7 - Use one queue", "ADR-7", "Use one queue")]
    [InlineData("# adr_12 \u2014 Use one queue", "ADR-12", "Use one queue")]
    [InlineData("# 7. Use one queue", "ADR-7", "Use one queue")]
    [InlineData("# 0007) Use one queue #", "ADR-0007", "Use one queue")]
    public void The_heading_gives_the_id_where_the_file_name_does_not(string heading, string id, string title)
    {
        var record = RecordReader.Read("docs/adr/one-queue.md", $"---\nstatus: accepted\n---\n{heading}\n").Record!;

        Assert.Equal((id, title, "OneQueue"), (record.Decision.Id, record.Decision.Title, record.Name));
    }

    [Theory]
    [InlineData("# 7. Use one queue", "Use one queue")]
    [InlineData("# 3.1 is out", "3.1 is out")]
    [InlineData("# 2FA for all", "2FA for all")]
    [InlineData("# 2024-05-31 was a day", "2024-05-31 was a day")]
    [InlineData("# Adrenaline", "Adrenaline")]
    [InlineData("# ADR: the format", "ADR: the format")]
    public void The_file_name_goes_before_the_number_in_the_heading(string heading, string title)
    {
        var record = RecordReader.Read(Reading.Path, $"---\nstatus: accepted\n---\n{heading}\n").Record!;

        Assert.Equal(("ADR-0007", title), (record.Decision.Id, record.Decision.Title));
    }

    [Fact]
    public void A_comment_in_a_code_block_is_not_a_heading() => Assert.Equal(
        "A choice", RecordReader.Read(Reading.Path, "---\nstatus: accepted\n---\n```sh\n# install it\n```\n# A choice\n").Record!.Decision.Title);

    [Theory]
    [InlineData("docs/adr/0001.md", "# A choice", "AChoice")]
    [InlineData("docs/adr/0001-+++.md", "# A choice", "AChoice")]
    [InlineData("docs/adr/adr_0001.md", "# 1. A choice", "AChoice")]
    [InlineData("docs/adr/0001.md", "", "ADR0001")]
    public void A_file_name_without_words_takes_the_C_sharp_name_from_the_heading_else_from_the_id(string path, string heading, string name) =>
        Assert.Equal(name, RecordReader.Read(path, $"---\nstatus: accepted\n---\n{heading}\n").Record!.Name);

    [Theory]
    [InlineData(
        "docs/adr/0001-x.md",
        "status: accepted\nname:  ids",
        "DP1008 3,8: The generated class reserves the name 'ids'. Write another name, as in 'name: NoDcr'. Until then it is 'X'.")]
    [InlineData(
        "docs/adr/0001-x.md",
        "status: accepted\nname: GetHashCode",
        "DP1008 3,7: The generated class reserves the name 'GetHashCode'. Write another name, as in 'name: NoDcr'. Until then it is 'X'.")]
    [InlineData(
        "docs/adr/0001-x.md",
        "status: accepted\nname: no-dcr",
        "DP1008 3,7: 'no-dcr' is not a valid C# name. Use letters, digits and '_', as in 'name: NoDcr'. Until then it is 'NoDcr'.")]
    [InlineData(
        "docs/adr/0001-x.md",
        "status: accepted\nname: 2fa",
        "DP1008 3,7: '2fa' is not a valid C# name. Use letters, digits and '_', as in 'name: NoDcr'. Until then it is '_2fa'.")]
    [InlineData(
        "docs/adr/0001-x.md",
        "status: accepted\nname: A;Evil",
        "DP1008 3,7: 'A;Evil' is not a valid C# name. Use letters, digits and '_', as in 'name: NoDcr'. Until then it is 'AEvil'.")]
    public void A_name_that_cannot_be_used_is_a_fault_and_another_is_used(string path, string frontMatter, string fault)
    {
        var file = Reading.Of(frontMatter, path);

        Assert.Equal([fault], Reading.Told(file));
        Assert.NotNull(file.Record);
    }

    // Other tools keep a title there.
    [Fact]
    public void A_name_of_several_words_is_not_a_C_sharp_name() =>
        Assert.Equal("X", Reading.Whole("status: accepted\nname: Use one queue", "docs/adr/0001-x.md").Name);

    [Theory]
    [InlineData("id: ADR-1\nname: X", 3, 7)]
    [InlineData("id: ADR-1", 2, 5)]
    [InlineData("status: accepted", 1, 1)]
    public void A_record_is_named_at_its_name_else_at_its_id_else_at_its_start(string frontMatter, int line, int column)
    {
        var place = Reading.Of(frontMatter).Places.Name;

        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Theory]
    [InlineData("docs/adr/0001-all.md", "All0001")]
    [InlineData("docs/adr/0007-links.md", "Links0007")]
    public void A_file_name_that_gives_a_taken_name_gets_its_number(string path, string name)
    {
        var file = Reading.Of("status: accepted", path);

        Assert.Equal(name, file.Record!.Name);
        Assert.Equal([FaultKind.RenamedConstant], file.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void A_name_is_never_longer_than_a_compiler_can_take()
    {
        var derived = RecordReader.Read("docs/adr/0004.md", $"---\nstatus: accepted\n---\n# {new string('x', 10_000)}\n");
        var given = Reading.Of($"status: accepted\nname: {new string('X', 10_000)}");

        Assert.Equal(100, derived.Record!.Name.Length);
        Assert.Equal([FaultKind.InvalidName], given.Faults.Select(fault => fault.Kind));
    }
}
