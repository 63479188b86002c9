using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Tests.Repository;

/// <summary>A record is found by every way in which people name it.</summary>
public sealed class RecordLookupTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder()
        .WithRecord("0001-no-dcr", "name: NoDcr\nstatus: accepted\naliases: [Dynamic Client Registration]", "# No DCR\n")
        .WithRecord("0002-one-queue", "status: accepted", "# One queue\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1")]
    [InlineData("0001")]
    [InlineData("ADR-0001")]
    [InlineData("adr-1")]
    [InlineData("NoDcr")]
    [InlineData("nodcr")]
    [InlineData("0001-no-dcr")]
    [InlineData("0001-no-dcr.md")]
    [InlineData("dynamic client registration")]
    [InlineData("docs/adr/0001-no-dcr.md")]
    [InlineData("./docs/../docs/adr/0001-no-dcr.md")]
    public void A_record_is_named_by(string text) => Assert.Equal("docs/adr/0001-no-dcr.md", Find(text).File.Content.Path);

    [Fact]
    public void A_number_alone_means_a_record_of_another_prefix()
    {
        _folder.WithRecord("ARCH-007-cells", "status: accepted");
        Assert.Equal("ARCH-007", Find("7").Record.Decision.Id);
    }

    [Fact]
    public void A_site_generators_id_does_not_hide_the_number_in_the_file_name()
    {
        _folder.WithRecord("0007-cells", "id: cells\nstatus: accepted");
        Assert.Equal("cells", Find("7").Record.Decision.Id);
        Assert.Equal("cells", Find("cells").Record.Decision.Id);
    }

    [Fact]
    public void A_name_that_was_taken_is_found_with_its_number()
    {
        _folder.WithRecord("0003-one-queue", "status: accepted");
        Assert.Equal("ADR-0002", Find("OneQueue").Record.Decision.Id);
        Assert.Equal("ADR-0003", Find("OneQueue0003").Record.Decision.Id);
    }

    [Theory]
    [InlineData("NoDrc", "There is no record 'NoDrc'. Did you mean ADR-0001 (No DCR)?")]
    [InlineData("9", "There is no record '9'. Did you mean ADR-0002 (One queue) or ADR-0001 (No DCR)?")]
    [InlineData("queue", "There is no record 'queue'. Did you mean ADR-0002 (One queue)?")]
    [InlineData("0001-other-words", "There is no record '0001-other-words'. Did you mean ADR-0001 (No DCR) or ADR-0002 (One queue)?")]
    [InlineData("zebra", "There is no record 'zebra'. 'decisions list' shows all records.")]
    [InlineData("", "There is no record ''. 'decisions list' shows all records.")]
    [InlineData("\0", "There is no record '\0'. 'decisions list' shows all records.")]
    public void Without_a_match_the_nearest_records_are_named(string text, string expected) => Assert.Equal(expected, Refusal(text));

    [Fact]
    public void For_two_records_with_one_number_the_files_are_named()
    {
        _folder.WithRecord("0001-another", "status: proposed");
        Assert.Equal("'ADR-1' matches more than one record: docs/adr/0001-another.md, docs/adr/0001-no-dcr.md. Name the file.", Refusal("ADR-1"));
        Assert.Equal("docs/adr/0001-another.md", Find("0001-another").File.Content.Path);
    }

    [Fact]
    public void An_alias_of_two_records_means_neither()
    {
        _folder.WithRecord("0003-cimd", "status: accepted\naliases: [dynamic client registration]");
        Assert.StartsWith("'Dynamic Client Registration' matches more than one record: docs/adr/0001-no-dcr.md, docs/adr/0003-cimd.md.",
            Refusal("Dynamic Client Registration"));
    }

    [Fact]
    public void A_name_comes_before_an_alias()
    {
        _folder.WithRecord("0003-cimd", "status: accepted\naliases: [NoDcr]");
        Assert.Equal("ADR-0001", Find("NoDcr").Record.Decision.Id);
    }

    [Fact]
    public void For_a_record_that_cannot_be_read_the_place_is_reported()
    {
        _folder.WithRecord("0003-broken", "status: accepted\ntitle: a: b\nrules:\n  - symbol: T:A");
        Assert.StartsWith("docs/adr/0003-broken.md(3,9): The front matter cannot be read:", Refusal("3"));
    }

    private FoundRecord Find(string text)
    {
        var context = new ToolContext { Output = TextWriter.Null, Error = TextWriter.Null, Folder = _folder.Path };
        return DecisionLog.Read(RecordsFolder.Find([], context)).Find(text, context);
    }

    private string Refusal(string text) => Assert.Throws<ToolException>(() => Find(text)).Message;
}
