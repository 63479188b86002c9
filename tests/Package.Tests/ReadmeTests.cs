namespace Package.Tests;

/// <summary>The README's five minutes in a new web application: its own commands, record and code, run as they stand there.</summary>
public sealed class ReadmeTests(FiveMinutes start) : IClassFixture<FiveMinutes>
{
    [Fact]
    public void The_page_shows_the_decision() => Assert.Equal(FiveMinutes.Readme.Blocks("")[0].Trim(), start.Page);

    [Fact]
    public void A_broken_decision_ends_the_start_with_exit_code_78() => Assert.Equal(78, start.Rejected.Code);

    [Fact]
    public void A_broken_decision_is_reported_as_shown() =>
        Assert.Equal(FiveMinutes.Readme.Shown(1), start.Rejected.Error.ReplaceLineEndings("\n").Trim('\n'));

    [Fact]
    public void A_misspelled_rule_fails_the_build_in_the_record_as_shown()
    {
        Assert.NotEqual(0, start.Misspelled.Code);
        Assert.Contains(FiveMinutes.Readme.Blocks("")[1].Trim(), start.Misspelled.Output);
    }
}

/// <summary>The README's five minutes, spent once for all tests.</summary>
public sealed class FiveMinutes(PackedPackage package) : IAsyncLifetime
{
    internal static ReadmeSection Readme { get; } = new Readme().FiveMinutes;

    /// <summary>The page that the finished application serves.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The run that breaks the decision.</summary>
    public Outcome Rejected { get; private set; } = null!;

    /// <summary>The build with a misspelled rule.</summary>
    public Outcome Misspelled { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = package.Root;
        // The first command packed the package.
        foreach (var command in Readme.Commands(0).Skip(1))
        {
            if (command.StartsWith("cd ", StringComparison.Ordinal)) folder = Path.Combine(folder, command[3..]);
            else (await Run(folder, command)).Succeeded();
        }

        var record = Path.Combine(folder, Readme.RecordPath);
        Directory.CreateDirectory(Path.GetDirectoryName(record)!);
        await File.WriteAllTextAsync(record, Readme.Blocks("markdown")[0]);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Readme.Blocks("csharp")[0]);

        // The port that the template picks may be taken.
        await using (var application = Command.Start(folder, package.Variables, "dotnet", "run", "--", "--urls", "http://127.0.0.1:0"))
        {
            using var http = new HttpClient { BaseAddress = new(await application.LineAfter("Now listening on: ")) };
            Page = await http.GetStringAsync("/");
        }

        Rejected = await Run(folder, Readme.Commands(1)[0]);

        await File.WriteAllTextAsync(record, Readme.Blocks("markdown")[0].Replace("forbid:", "forbids:", StringComparison.Ordinal));
        Misspelled = await Run(folder, "dotnet build");
    }

    public ValueTask DisposeAsync() => default;

    private Task<Outcome> Run(string folder, string command)
    {
        var words = command.Split(' ');
        return Command.Run(folder, package.Variables, words[0], words[1..]);
    }
}
