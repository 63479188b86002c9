namespace Package.Tests;

/// <summary>Which files the build takes for records, wherever they are and whatever they are called.</summary>
public sealed class RecordsFolderTests(RecordsFolders projects) : IClassFixture<RecordsFolders>
{
    [Theory]
    [InlineData("ADR-0001: Use C# <docs/adr/0001-use-c#.md>")]
    [InlineData("ADR-0002: Queues; topics <docs/adr/0002-queues;topics.md>")]
    [InlineData("ADR-0003: Plain words, only <docs/adr/0003-plain words, only.md>")]
    public async Task A_file_name_may_hold_what_build_files_and_compilers_set_apart(string listed) =>
        Assert.Contains(listed, await projects.ListOf("OddNames"));

    [Fact]
    public async Task A_record_that_the_project_lists_too_is_there_once() =>
        Assert.Single(await projects.ListOf("ListsItself"), line => line.StartsWith("ADR-0001:", StringComparison.Ordinal));

    [Fact]
    public async Task A_record_that_the_project_removes_is_none() =>
        Assert.DoesNotContain(await projects.ListOf("ListsItself"), line => line.StartsWith("ADR-0002:", StringComparison.Ordinal));

    [Fact]
    public async Task Records_are_found_in_another_usual_folder() =>
        Assert.Contains("ADR-0001: Listed <docs/decisions/0001-listed.md>", await projects.ListOf("ListsItself"));

    [Fact]
    public async Task A_relative_folder_with_a_trailing_backslash_is_found_above_the_project() =>
        Assert.Equal(["ADR-0001: In the log <architecture/log/0001-in-the-log.md>"], await projects.ListOf("Relative"));

    [Fact]
    public async Task A_folder_may_be_named_from_the_project_upwards() =>
        Assert.Equal(["ADR-0001: In the log <log/0001-in-the-log.md>"], await projects.ListOf("Upwards"));

    [Fact]
    public async Task A_folder_beside_the_project_may_begin_with_its_name() =>
        Assert.Equal(["ADR-0001: Beside <log/0001-beside.md>"], await projects.ListOf("Beside"));

    [Fact]
    public async Task An_absolute_folder_is_taken_as_it_is() =>
        Assert.Equal(["ADR-0001: In the log <log/0001-in-the-log.md>"], await projects.ListOf("Absolute"));

    [Theory]
    [InlineData("GitHub", "https://github.com/example/shop/blob/HEAD/docs/adr/0001-use-c%23.md")]
    [InlineData("GitLab", "https://gitlab.com/example/group/shop/-/blob/HEAD/docs/adr/0001-use-c%23.md")]
    public async Task Links_lead_to_the_repository_that_the_project_names(string project, string link) =>
        Assert.Equal([$"ADR-0001: Use C# <{link}>"], await projects.ListOf(project));

    [Fact]
    public void A_folder_that_does_not_exist_fails_the_build() =>
        Assert.Contains(projects.FaultsOf("WrongFolder"), line => line.Contains("error DP0001: The folder 'docs/adrr' does not exist in "));

    [Fact]
    public void A_visibility_that_does_not_exist_fails_the_build() =>
        Assert.Contains(projects.FaultsOf("WrongVisibility"), line => line.Contains("error DP0002: 'pubilc' is not a valid value for DecisionsVisibility."));
}

/// <summary>Projects whose records lie in various places. Two of them fail, as they should.</summary>
public sealed class RecordsFolders(PackedPackage package) : IAsyncLifetime
{
    private const string Odd = "odd # names; it's all";

    private BuiltConsumers _built = null!;

    /// <summary>What a project prints: its decisions and where each can be read.</summary>
    public async Task<string[]> ListOf(string name)
    {
        Assert.Empty(FaultsOf(name));
        return (await _built.Run(name)).Succeeded().Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The errors and warnings that the build has reported for a project.</summary>
    public string[] FaultsOf(string name) => _built.FaultsOf(name);

    public async ValueTask InitializeAsync() => _built = await package.Built;

    public ValueTask DisposeAsync() => default;

    internal static void Write(Consumers folder)
    {
        folder.Write($"{Odd}/OddNames/docs/adr/0001-use-c#.md", RecordText.Accepted("Use C#"));
        folder.Write($"{Odd}/OddNames/docs/adr/0002-queues;topics.md", RecordText.Accepted("Queues; topics"));
        folder.Write($"{Odd}/OddNames/docs/adr/0003-plain words, only.md", RecordText.Accepted("Plain words, only"));
        folder.WriteProgram($"{Odd}/OddNames/OddNames.csproj");

        folder.Write("ListsItself/docs/decisions/0001-listed.md", RecordText.Accepted("Listed"));
        folder.Write("ListsItself/docs/decisions/0002-removed.md", RecordText.Accepted("Removed"));
        folder.WriteProgram("ListsItself/ListsItself.csproj", """
            <ItemGroup>
              <AdditionalFiles Include="docs/decisions/0001-listed.md" />
              <AdditionalFiles Remove="docs/decisions/0002-removed.md" />
            </ItemGroup>
            """);

        folder.Write("architecture/log/0001-in-the-log.md", RecordText.Accepted("In the log"));
        With($"{Odd}/Relative/Relative.csproj", @"<DecisionRecordsPath>architecture\log\</DecisionRecordsPath>");
        With($"{Odd}/Upwards/Upwards.csproj", "<DecisionRecordsPath>../../architecture/log</DecisionRecordsPath>");
        With($"{Odd}/Absolute/Absolute.csproj",
            "<DecisionRecordsPath>$(MSBuildThisFileDirectory)../../architecture/log/</DecisionRecordsPath>");
        folder.Write($"{Odd}/Beside.Records/log/0001-beside.md", RecordText.Accepted("Beside"));
        With($"{Odd}/Beside/Beside.csproj", "<DecisionRecordsPath>../Beside.Records/log</DecisionRecordsPath>");

        folder.Write("linked/docs/adr/0001-use-c#.md", RecordText.Accepted("Use C#"));
        With("linked/GitHub/GitHub.csproj", "<RepositoryUrl>git@github.com:example/shop.git</RepositoryUrl>");
        With("linked/GitLab/GitLab.csproj", "<RepositoryUrl>https://gitlab.com/example/group/shop.git</RepositoryUrl>");

        With("WrongFolder/WrongFolder.csproj", "<DecisionRecordsPath>docs/adrr</DecisionRecordsPath>");
        With("WrongVisibility/WrongVisibility.csproj", "<DecisionsVisibility>pubilc</DecisionsVisibility>");

        void With(string path, string property) => folder.WriteProgram(path, $"<PropertyGroup>{property}</PropertyGroup>");
    }
}
