namespace Package.Tests;

/// <summary>docs/start.md in a new web application: its own commands, record and code, run as they are.</summary>
public sealed class StartPageTests(FiveMinutes start) : IClassFixture<FiveMinutes>
{
    [Fact]
    public void The_page_shows_the_decision() => Assert.Equal(DocumentedPage.Start.Blocks("")[0].Trim(), start.Page);

    [Fact]
    public void A_broken_decision_ends_the_start_with_exit_code_78() => Assert.Equal(78, start.Rejected.Code);

    [Fact]
    public void A_broken_decision_is_reported_as_shown() =>
        Assert.Equal(DocumentedPage.Start.Shown(1), start.Rejected.Error.ReplaceLineEndings("\n").Trim('\n'));

    [Fact]
    public void The_readme_shows_what_its_record_and_its_program_print() =>
        Assert.Equal(DocumentedPage.Readme.Shown(1), start.RejectedByReadme.Error.ReplaceLineEndings("\n").Trim('\n'));

    [Fact]
    public void A_misspelled_rule_fails_the_build_in_the_record_as_shown()
    {
        Assert.NotEqual(0, start.Misspelled.Code);
        Assert.Contains(DocumentedPage.Start.Blocks("")[1].Trim(), start.Misspelled.Output);
    }
}

/// <summary>What docs/start.md does, done once for all tests.</summary>
public sealed class FiveMinutes(PackedPackage package) : IAsyncLifetime
{
    /// <summary>The page that the finished application serves.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The run that breaks the decision.</summary>
    public Outcome Rejected { get; private set; } = null!;

    /// <summary>The run that breaks the decision of the README, with its record and code.</summary>
    public Outcome RejectedByReadme { get; private set; } = null!;

    /// <summary>The build with a misspelled rule.</summary>
    public Outcome Misspelled { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = package.Root;
        // The first command packed the package.
        foreach (var command in DocumentedPage.Start.Commands(0).Skip(1))
        {
            if (command.StartsWith("cd ", StringComparison.Ordinal)) folder = Path.Combine(folder, command[3..]);
            else (await Run(folder, command)).Succeeded();
        }

        var record = Path.Combine(folder, DocumentedPage.Start.RecordPath);
        Directory.CreateDirectory(Path.GetDirectoryName(record)!);
        await File.WriteAllTextAsync(record, DocumentedPage.Start.Blocks("markdown")[0]);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), DocumentedPage.Start.Blocks("csharp")[0]);

        // The port that the template picks may be taken.
        await using (var application = Command.Start(folder, package.Variables, "dotnet", "run", "--", "--urls", "http://127.0.0.1:0"))
        {
            using var http = new HttpClient { BaseAddress = new(await application.LineAfter("Now listening on: ")) };
            Page = await http.GetStringAsync("/");
        }

        Rejected = await Run(folder, DocumentedPage.Start.Commands(1)[0]);

        await File.WriteAllTextAsync(record, DocumentedPage.Start.Blocks("markdown")[0].Replace("forbid:", "forbids:", StringComparison.Ordinal));
        Misspelled = await Run(folder, "dotnet build");

        await File.WriteAllTextAsync(record, DocumentedPage.Readme.Blocks("markdown")[0]);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), DocumentedPage.Readme.Blocks("csharp")[0]);
        RejectedByReadme = await Run(folder, DocumentedPage.Readme.Commands(1)[0]);
    }

    public ValueTask DisposeAsync() => default;

    private Task<Outcome> Run(string folder, string command)
    {
        var words = command.Split(' ');
        return Command.Run(folder, package.Variables, words[0], words[1..]);
    }
}
