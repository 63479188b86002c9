namespace DecisionPolicies.Tool.Tests.Write;

/// <summary>A new record has a number of its own and is named like the others.</summary>
public sealed class NewTests : IDisposable
{
    private readonly ToolFolder _folder = new ToolFolder().On("2026-11-26");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_folder_already_has_is_not_reported_as_new()
    {
        _folder.WithRecord("0001-a", "status: wip").WithRecord("0002-b", "status: wip").WithRecord("0003-c", "status: proposed");
        Assert.Equal("", _folder.Run("accept", "3").Error);
        var run = _folder.Run("new", "Use one queue");
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Fact]
    public void The_first_record_goes_to_docs_adr_in_our_own_shape()
    {
        var run = _folder.Run("new", "Use one queue: always");
        Assert.Equal(0, run.Exit);
        Assert.Equal("docs/adr/0001-use-one-queue-always.md\n", run.Output);
        Assert.Empty(run.Error);
        Assert.Equal(
            """
            ---
            title: "Use one queue: always"
            status: proposed
            date: 2026-11-26
            because:
            instead:
            ---
            # Use one queue: always

            What is decided, in a sentence or two.

            ## Why

            ## What this does not rule out

            ## Consequences

            """,
            _folder.Read("docs/adr/0001-use-one-queue-always.md"));
        Assert.Empty(_folder.Run("lint").Output);
    }

    [Fact]
    public void Of_several_usual_folders_the_first_of_the_list_takes_the_record()
    {
        _folder.With("adr/0001-one.md", "---\nstatus: accepted\n---\n").With("doc/adr/0002-two.md", "---\nstatus: accepted\n---\n");
        Assert.Equal("doc/adr/0003-three.md\n", _folder.Run("new", "Three").Output);
    }

    [Theory]
    [InlineData("0001-a|0002-b|0007-c", "0008-use-one-queue")]
    [InlineData("001-a|099-b|100-c", "101-use-one-queue")]
    [InlineData("1-a|2-b", "3-use-one-queue")]
    [InlineData("ADR-001-a|ADR-002-b", "ADR-003-use-one-queue")]
    [InlineData("ARCH-001-a", "ARCH-002-use-one-queue")]
    [InlineData("adr_0001|adr_0002", "adr_0003")]
    [InlineData("0001_a_few_words", "0002_use_one_queue")]
    [InlineData("20260105-a|20260106-b", "20261126-use-one-queue")]
    [InlineData("2026-01-05_012-a", "2026-11-26_013-use-one-queue")]
    [InlineData("0001-a|0002-b|00003-c|notes|README", "0004-use-one-queue")]
    [InlineData("sub/0001-a|0003-b", "0004-use-one-queue")]
    [InlineData("ADR-BE-013-a|ADR-BE-014-b", "ADR-BE-015-use-one-queue")]
    [InlineData("ODH-ADR-MS-0001-a|ODH-ADR-MS-0002-b|ODH-ADR-UI-0009-c", "ODH-ADR-MS-0003-use-one-queue")]
    [InlineData("2024-001-a|2025-001-b|2025-002-c", "2026-001-use-one-queue")]
    [InlineData("2026-001-a|2026-002-b", "2026-003-use-one-queue")]
    [InlineData("D025-a|D026-b", "D027-use-one-queue")]
    [InlineData("ADR-20230413-a|ADR-20230414-b", "ADR-20261126-use-one-queue")]
    [InlineData("2023_04_17_a|2023_05_17_b", "2026_11_26_use-one-queue")]
    [InlineData("[0012]-a|[0013]-b", "[0014]-use-one-queue")]
    [InlineData("0001-a/README|0002-b/README", "0003-use-one-queue/README")]
    [InlineData("0001-a/index|0001-a/notes|0002-b/index", "0003-use-one-queue/index")]
    public void The_file_is_named_like_the_others(string others, string name)
    {
        foreach (var other in others.Split('|')) _folder.WithRecord(other, "status: accepted", "# T\n");
        Assert.Equal($"docs/adr/{name}.md\n", _folder.Run("new", "Use one queue").Output);
        Assert.True(File.Exists(_folder.Full($"docs/adr/{name}.md")));
    }

    // What counts up is not certain, or which of two names to continue.
    [Theory]
    [InlineData("RED-a", "docs/adr are named like 'RED-a.md'")]
    [InlineData("1.2-a", "docs/adr are named like '1.2-a.md'")]
    [InlineData("2026-01-a", "docs/adr are named like '2026-01-a.md'")]
    [InlineData("ADR-BE-001-a|ADR-BE-002-a|ADR-FE-001-a|ADR-FE-002-b", "docs/adr are named like 'ADR-FE-002-b.md' and 'ADR-BE-002-a.md'")]
    public void Where_the_next_name_is_not_certain_it_is_asked_for(string others, string named)
    {
        foreach (var other in others.Split('|')) _folder.WithRecord(other, "status: accepted", "# T\n");

        var run = _folder.Run("new", "Use one queue");

        Assert.Equal(2, run.Exit);
        Assert.Equal($"decisions: The records in {named}, so the next name is not certain. Name the file, as in '--file 0012-use-x.md'.\n", run.Error);
        Assert.Equal("docs/adr/RED-7-use-one-queue.md\n", _folder.Run("new", "Use one queue", "--file", "RED-7-use-one-queue").Output);
    }

    [Fact]
    public void Records_of_several_components_need_the_name_of_one()
    {
        _folder.WithRecord("api/0001-a", "status: accepted").WithRecord("web/0001-b", "status: accepted");

        Assert.Equal("decisions: The records are in folders below docs/adr. Name the one for the new record with --records docs/adr/api.\n",
            _folder.Run("new", "X").Error);
        Assert.Equal("docs/adr/api/0002-x.md\n", _folder.Run("new", "X", "--records", "docs/adr/api").Output);
    }

    [Theory]
    [InlineData("../0001-x.md", "--file '../0001-x.md' is not in docs/adr. Name another folder with --records.")]
    [InlineData("notes.md", "'docs/adr/notes.md' does not give the record an id.")]
    [InlineData("0001-a.md", "docs/adr/0001-a.md: The file already exists. Choose another title, or edit the file.")]
    public void A_file_that_cannot_be_the_record_is_refused(string file, string refusal)
    {
        _folder.WithRecord("0001-a", "status: accepted");

        var run = _folder.Run("new", "X", "--file", file);

        Assert.Equal((2, $"decisions: {refusal}\n"), (run.Exit, run.Error));
    }

    [Fact]
    public void Conventions_of_the_folder_are_continued()
    {
        _folder.With("docs/adr/decisions.yml", "ids: [\"T{number}\"]\nstatuses: { done: accepted }\n").WithRecord("T09-a", "status: done");

        Assert.Equal("docs/adr/T10-x.md\n", _folder.Run("new", "X").Output);
        Assert.Contains("T09  accepted", _folder.Run("list").Output, StringComparison.Ordinal);
        Assert.Equal("docs/adr/T09-a.md\n", _folder.Run("deprecate", "T09").Output);
    }

    [Fact]
    public void The_id_in_front_matter_takes_a_number_too()
    {
        _folder.WithRecord("a", "id: ADR-0041\nstatus: accepted");
        Assert.Equal("docs/adr/0042-x.md\n", _folder.Run("new", "X").Output);
    }

    [Theory]
    [InlineData("null", "title: \"null\"")]
    [InlineData("C# is it", "title: C# is it")]
    [InlineData("Ein größeres \"Tor\" — für alle", "title: \"Ein größeres \\\"Tor\\\" — für alle\"")]
    [InlineData("7. Use one queue", "title: \"7. Use one queue\"")]
    [InlineData("- a [b](c) # d", "title: \"- a [b](c) # d\"")]
    [InlineData("日本語", "title: 日本語")]
    [InlineData("../../etc/passwd", "title: \"../../etc/passwd\"")]
    [InlineData("two\nlines\u001b[2J", "title: \"two lines[2J\"")]
    public void A_title_is_read_as_it_was_given(string title, string written)
    {
        var run = _folder.Run("new", title);
        Assert.Empty(run.Error);
        Assert.Equal(0, run.Exit);
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
        Assert.StartsWith(_folder.Full("docs/adr") + "/0001-", file);
        Assert.Equal(written, File.ReadAllText(file).Split('\n')[1]);
        Assert.Empty(_folder.Run("lint").Output);
    }

    [Fact]
    public void A_title_without_words_is_refused()
    {
        var run = _folder.Run("new", "?!");
        Assert.Equal(2, run.Exit);
        Assert.Equal("decisions: The title '?!' has neither letters nor digits, which the name of the file needs.\n", run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_long_title_is_cut_between_two_words()
    {
        var run = _folder.Run("new", string.Join(' ', Enumerable.Repeat("word", 40)));
        Assert.Equal($"docs/adr/0001-{string.Join('-', Enumerable.Repeat("word", 12))}.md\n", run.Output);
    }

    [Theory]
    [InlineData("Use one queue", "name: UseOneQueue0002\n")]
    [InlineData("All", "name: All0002\n")]
    public void A_name_that_is_taken_is_given_another(string title, string written)
    {
        _folder.WithRecord("0001-use-one-queue", "status: accepted");
        _folder.Run("new", title);
        Assert.Contains(written, _folder.Read($"docs/adr/0002-{title.ToLowerInvariant().Replace(' ', '-')}.md"));
        Assert.Empty(_folder.Run("lint").Output);
    }

    [Fact]
    public void A_file_that_is_there_is_never_written_over()
    {
        _folder.With("docs/adr/20261126-use-one-queue.md", "# Mine\n\n- Status: accepted\n");
        var run = _folder.Run("new", "Use one queue");
        Assert.Equal(2, run.Exit);
        Assert.Equal("decisions: docs/adr/20261126-use-one-queue.md: The file already exists. Choose another title, or edit the file.\n", run.Error);
        Assert.StartsWith("# Mine", _folder.Read("docs/adr/20261126-use-one-queue.md"));
    }

    [Fact]
    public void Line_ends_are_those_of_the_last_record()
    {
        _folder.With("docs/adr/0001-a.md", "---\r\nstatus: accepted\r\n---\r\n");
        _folder.Run("new", "B", "--status", "accepted");
        Assert.StartsWith("---\r\ntitle: B\r\nstatus: accepted\r\n", _folder.Read("docs/adr/0002-b.md"));
        Assert.DoesNotContain("\n", _folder.Read("docs/adr/0002-b.md").Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_named_folder_is_written_to_and_no_other()
    {
        _folder.WithRecord("0001-a", "status: accepted").With("other/0005-b.md", "---\nstatus: accepted\n---\n");
        Assert.Equal("other/0006-c.md\n", _folder.Run("new", "C", "--records", "other").Output);
    }
}
