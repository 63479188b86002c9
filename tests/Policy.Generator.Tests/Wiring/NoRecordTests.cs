namespace DecisionPolicies.Generator.Tests.Wiring;

/// <summary>A project that relies on decisions and has none is warned once.</summary>
public sealed class NoRecordTests
{
    private const string Path = "/machine/checkout/Program.cs";
    private const string Usings = "using DecisionPolicies; using Microsoft.Extensions.DependencyInjection; ";
    private const string Call = Usings + "new ServiceCollection().AddDecisionPolicies([]); new ServiceCollection().AddDecisionPolicies([]);";

    [Theory]
    [InlineData(Call, true)]
    [InlineData(Usings + "new ServiceCollection().AddDecisionPolicies(Decisions.All);", true)]
    [InlineData("new Unknown().AddDecisionPolicies();", true)]
    [InlineData("static void AddDecisionPolicies() { } AddDecisionPolicies();", false)]
    [InlineData("new Mine().AddDecisionPolicies(1); class Mine { public void AddDecisionPolicies(int x) { } }", false)]
    [InlineData("System.Console.WriteLine(Decisions.All);", true)]
    [InlineData("System.Console.WriteLine(Shop.Decisions.All);", true)]
    [InlineData("System.Console.WriteLine(Decisions.All); class Decisions { public const int All = 1; }", false)]
    [InlineData("System.Console.WriteLine();", false)]
    public async Task A_project_that_relies_on_decisions_is_warned_once(string code, bool isWarned)
    {
        var told = await new Project().AsProgram().WithCode(code, Path).Analyzed();

        Assert.Equal(isWarned ? 1 : 0, told.Count(diagnostic => diagnostic.Id == "DP3005"));
    }

    [Fact]
    public async Task The_warning_is_at_the_first_place() => Assert.Equal(
        (0, Usings.Length + "new ServiceCollection().".Length),
        await new Project().AsProgram().WithCode(Call, Path).Analyzed() is [var only]
            ? (only.Location.GetLineSpan().StartLinePosition.Line, only.Location.GetLineSpan().StartLinePosition.Character)
            : default);

    [Theory]
    [InlineData("", "/shop", "from '/shop/src/App' up to '/shop', at most 8 levels.")]
    [InlineData("", "", "from '/shop/src/App' up to 8 levels above it.")]
    [InlineData("/shop/src", "/shop", "from '/shop/src/App' up to '/shop/src', where it found one without a record.")]
    public async Task The_warning_says_where_the_build_looked(string root, string repository, string expected)
    {
        var reported = await new Project().With("ProjectDir", "/shop/src/App/").With("_DecisionRecordsRoot", root)
            .With("_DecisionsRepositoryRoot", repository).AsProgram().WithCode(Call, Path).Analyzed();

        Assert.Contains(
            "The build looked for docs/adr, docs/adrs, docs/decisions and the other usual folders (docs/folders.md) " + expected,
            Assert.Single(reported).GetMessage(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_names_a_folder_is_warned_with_its_name()
    {
        var reported = await new Project().With("DecisionRecordsPath", "architecture/log").Analyzed();

        Assert.Contains("The build looked in 'architecture/log'.", Assert.Single(reported).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_wants_no_decisions_is_not_warned() =>
        Assert.Empty(await new Project().With("DecisionsVisibility", "none").AsProgram().WithCode(Call, Path).Analyzed());

    [Fact]
    public async Task One_record_is_enough() => Assert.DoesNotContain(
        await new Project(Records.Simple(1, "A choice", "accepted")).AsProgram().WithCode(Call, Path).Analyzed(),
        diagnostic => diagnostic.Id == "DP3005");

    [Fact]
    public async Task A_page_beside_the_records_is_not_one() => Assert.Contains(
        await new Project(new RecordText("docs/adr/README.md", "# Log")).AsProgram().WithCode(Call, Path).Analyzed(),
        diagnostic => diagnostic.Id == "DP3005");
}
