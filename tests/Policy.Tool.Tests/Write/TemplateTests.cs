using DecisionPolicies.Records;

namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>A repository's own template is filled in where it has a place, and kept everywhere else.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26").WithRecord("0006-a", "status: accepted", "# A\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    // MADR 4
    [InlineData("adr-template.md",
        "---\n# These are optional.\nstatus: \"{proposed | rejected | … | superseded by ADR-0123}\"\n"
            + "date: {YYYY-MM-DD when it was last updated}\ndecision-makers: {list everyone}\n---\n\n# {short title}\n\n## Context\n\n{Describe}\n",
        "---\n# These are optional.\nstatus: proposed\ndate: 2026-11-26\ndecision-makers: {list everyone}\n---\n\n"
            + "# Use one queue\n\n## Context\n\n{Describe}\n")]
    // adr-tools
    [InlineData("templates/template.md",
        "# NUMBER. TITLE\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n## Context\n\n# Not this\n",
        "# 7. Use one queue\n\nDate: 2026-11-26\n\n## Status\n\nProposed\n\n## Context\n\n# Not this\n")]
    // MADR 2 and log4brains
    [InlineData("template.md",
        "# [short title]\r\n\r\n* Status: [proposed | superseded by [ADR-0005](0005-example.md)] <!-- optional -->\r\n"
            + "* Date: [YYYY-MM-DD] <!-- optional -->\r\n",
        "# Use one queue\r\n\r\n* Status: proposed <!-- optional -->\r\n* Date: 2026-11-26 <!-- optional -->\r\n")]
    // archgate, and others with an id
    [InlineData("0000-template.md",
        "---\nid: ADR-0000 # the number\ntitle: 'Title'\nstatus: proposed # or accepted\nnumber: 0\n---\n# ADR-0000: Title\n",
        "---\nid: ADR-0007 # the number\ntitle: Use one queue\nstatus: proposed # or accepted\nnumber: 7\n---\n# ADR-0007: Use one queue\n")]
    // A status without a word, and none at all
    [InlineData("template.md", "# Title\n\n## Status\n\n## Context\n", "# Use one queue\n\n## Status\n\nProposed\n\n## Context\n")]
    [InlineData("template.md", "# Title\n\nText\n", "---\nstatus: proposed\ndate: 2026-11-26\n---\n# Use one queue\n\nText\n")]
    [InlineData("template.md", "---\ntags: []\n---\n# Title\n", "---\nstatus: proposed\ntags: []\n---\n# Use one queue\n")]
    // Headings in every spelling; a template that explains itself in comments and code
    [InlineData("template.md", "ADR-NNNN: Title\n===\n\nStatus\n------\n\nx\n", "ADR-0007: Use one queue\n===\n\nStatus\n------\n\nProposed\n")]
    [InlineData("template.md", "  # **Title** #\n\n ## *Status* ##\n", "# Use one queue\n\n ## *Status* ##\n\nProposed\n")]
    [InlineData("template.md",
        "<!--\n# How to\n\n## Status\n\nOne word.\n-->\n\n```\n# Not this\nStatus: x\n```\n\n# Title\n\n## Status\n\n<!-- one of\n- Status: y\n-->\nz\n",
        "<!--\n# How to\n\n## Status\n\nOne word.\n-->\n\n```\n# Not this\nStatus: x\n```\n\n"
            + "# Use one queue\n\n## Status\n\n<!-- one of\n- Status: y\n-->\nProposed\n")]
    public void It_is_filled_in(string name, string template, string filled)
    {
        _folder.With($"docs/adr/{name}", template);
        var run = _folder.Run("new", "Use one queue");
        Assert.Equal("", run.Error);
        Assert.Equal(filled, _folder.Read("docs/adr/0007-use-one-queue.md"));
    }

    [Theory]
    [InlineData("Use `one` *queue*", "\\`one\\` \\*queue\\*")]
    [InlineData("Use [one](a.md) #", "\\[one\\](a.md) \\#")]
    [InlineData("Use one_queue and List<T>", "one_queue and List<T>")]
    public void A_title_with_marks_is_escaped_and_read_as_it_was_given(string title, string written)
    {
        _folder.With("docs/adr/template.md", "# Title\n\n## Status\n\nx\n");
        var run = _folder.Run("new", title);
        Assert.Equal("", run.Error);
        var file = Assert.Single(Directory.GetFiles(_folder.Full("docs/adr"), "0007-*"));
        Assert.Equal($"# Use {written}", File.ReadLines(file).First());
        Assert.Equal(title, RecordReader.Read("0007-x.md", File.ReadAllText(file)).Record!.Decision.Title);
    }

    [Fact]
    public void Another_template_can_be_named()
    {
        _folder.With("docs/adr/template.md", "# Title\n").With("short.md", "---\nstatus: proposed\n---\n# Short\n");
        _folder.Run("new", "Use one queue", "--template", "short.md");
        Assert.Equal("---\nstatus: proposed\n---\n# Use one queue\n", _folder.Read("docs/adr/0007-use-one-queue.md"));
    }

    [Fact]
    public void In_front_matter_what_is_superseded_has_a_key()
    {
        _folder.With("docs/adr/template.md", "---\nstatus: proposed\ndate: x\ntags: []\n---\n# Title\n");
        _folder.Run("supersede", "6", "Use one queue");
        Assert.Equal("---\nstatus: proposed\ndate: 2026-11-26\nsupersedes: [ADR-0006]\ntags: []\n---\n# Use one queue\n",
            _folder.Read("docs/adr/0007-use-one-queue.md"));
    }

    [Fact]
    public void A_template_that_cannot_become_a_record_is_refused()
    {
        _folder.With("docs/adr/template.md", "---\nstatus: proposed\ntitle: x\nby: a: b\n---\n");
        var run = _folder.Run("new", "Use one queue");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith(
            "decisions: docs/adr/template.md: The template cannot be used: The front matter cannot be read: A value that contains ': ' needs quotes",
            run.Error);
        Assert.False(File.Exists(_folder.Full("docs/adr/0007-use-one-queue.md")));
    }

    // What the lint skips as a template is what a new record is written from.
    [Theory]
    [InlineData("template.md|adr-template-short.md", "template.md")]
    [InlineData("0000-adr-template.md|short-adr-template.md|0006-a.md", "0000-adr-template.md")]
    [InlineData("templates/nygard.md", "templates/nygard.md")]
    [InlineData("templates/0000-nygard.md|README.md", "templates/0000-nygard.md")]
    public void It_is_the_file_that_is_skipped_as_one(string files, string used)
    {
        foreach (var file in files.Split('|')) _folder.With($"docs/adr/{file}", $"---\nstatus: proposed\nfrom: {file}\n---\n# T\n");

        _folder.Run("new", "Use one queue");

        Assert.Contains($"from: {used}\n", _folder.Read("docs/adr/0007-use-one-queue.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_must_be_named()
    {
        _folder.With("docs/adr/templates/madr.md", "# T\n").With("docs/adr/templates/nygard.md", "# T\n");

        Assert.Equal("decisions: There are several templates: docs/adr/templates/madr.md, docs/adr/templates/nygard.md. Name one with --template.\n",
            _folder.Run("new", "Use one queue").Error);
    }

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        var run = _folder.Run("new", "Use one queue", "--template", "nowhere.md");
        Assert.Equal(2, run.Exit);
        Assert.Equal("decisions: nowhere.md: The template does not exist.\n", run.Error);
    }
}
