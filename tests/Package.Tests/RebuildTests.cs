namespace Package.Tests;

/// <summary>What the next plain <c>dotnet build</c> makes of an edited folder of records, the code staying as it is.</summary>
public sealed class RebuildTests(EditedRecords edits) : IClassFixture<EditedRecords>
{
    [Fact]
    public void Nothing_is_compiled_again_where_nothing_was_edited() => Assert.Equal(edits.Compiled, edits.CompiledAfterNoEdit);

    [Fact]
    public void An_edited_title_is_in_the_next_build()
    {
        Assert.Contains("ADR-0001: First title ", edits.AtFirst);
        Assert.Contains("ADR-0001: Second title ", edits.WithEditedTitle);
    }

    [Fact]
    public void An_added_record_with_an_old_time_stamp_is_in_the_next_build() =>
        Assert.Contains("ADR-0003: From long ago ", edits.WithOldRecord);

    [Fact]
    public void A_deleted_record_fails_the_next_build_where_code_refers_to_it()
    {
        Assert.NotEqual(0, edits.WithoutRecord.Code);
        Assert.Contains("Program.cs(5,36): error CS0117: 'Decisions' does not contain a definition for 'Kept'", edits.WithoutRecord.Output);
    }
}

/// <summary>One project, whose records are edited and built step by step.</summary>
public sealed class EditedRecords(PackedPackage package) : IAsyncLifetime
{
    private const string Project = "Edited.csproj";

    private readonly Consumers _folder = new(package, "built/edited");

    /// <summary>What the program lists after each build. The first built it along with other projects.</summary>
    public string AtFirst { get; private set; } = "";

    /// <summary>When the compiler last wrote the program: after the first build, and after one more.</summary>
    public DateTime Compiled { get; private set; }

    public DateTime CompiledAfterNoEdit { get; private set; }

    public string WithEditedTitle { get; private set; } = "";

    public string WithOldRecord { get; private set; } = "";

    /// <summary>The last build, without a record that the code refers to.</summary>
    public Outcome WithoutRecord { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        AtFirst = (await (await package.Built).Run("Edited")).Succeeded().Output;
        Compiled = LastCompiled();

        (await _folder.Dotnet("build")).Succeeded();
        CompiledAfterNoEdit = LastCompiled();

        _folder.Write("docs/adr/0001-title.md", RecordText.Accepted("Second title"));
        WithEditedTitle = await BuildAndList();

        _folder.Write("docs/adr/0003-old.md", RecordText.Accepted("From long ago"));
        File.SetLastWriteTimeUtc(_folder.PathOf("docs/adr/0003-old.md"), new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        WithOldRecord = await BuildAndList();

        File.Delete(_folder.PathOf("docs/adr/0002-kept.md"));
        WithoutRecord = await _folder.Dotnet("build");
    }

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder)
    {
        folder.Write("docs/adr/0001-title.md", RecordText.Accepted("First title"));
        folder.Write("docs/adr/0002-kept.md", RecordText.Accepted("Kept"));
        folder.WriteProgram(Project, program: Consumers.ListDecisions + "\nSystem.Console.WriteLine(Decisions.Kept);\n");
    }

    private DateTime LastCompiled() => File.GetLastWriteTimeUtc(_folder.PathOf("obj/Debug/net10.0/Edited.dll"));

    private async Task<string> BuildAndList()
    {
        (await _folder.Dotnet("build")).Succeeded();
        return (await _folder.Run(Project)).Succeeded().Output;
    }
}
