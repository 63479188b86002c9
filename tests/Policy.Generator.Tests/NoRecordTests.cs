namespace DecisionPolicies.Generator.Tests;

/// <summary>A project that relies on decisions and has none is told so once.</summary>
public sealed class NoRecordTests
{
    private const string Call = "static void AddDecisionPolicies() { } AddDecisionPolicies(); AddDecisionPolicies();";

    [Theory]
    [InlineData(Call, true)]
    [InlineData("System.Console.WriteLine(Decisions.All);", true)]
    [InlineData("System.Console.WriteLine(Shop.Decisions.All);", true)]
    [InlineData("System.Console.WriteLine(Decisions.All); class Decisions { public const int All = 1; }", false)]
    [InlineData("System.Console.WriteLine();", false)]
    public async Task A_project_that_relies_on_decisions_is_warned_once(string code, bool isWarned)
    {
        var told = await new Project().AsProgram().WithCode(code, "/machine/checkout/Program.cs").Analyzed();

        Assert.Equal(isWarned ? 1 : 0, told.Count(diagnostic => diagnostic.Id == "DP3005"));
    }

    [Fact]
    public async Task A_project_that_names_a_folder_is_warned_with_its_name()
    {
        var told = await new Project().With("DecisionRecordsPath", "architecture/log").Analyzed();

        Assert.Contains("The build looked in 'architecture/log'.", Assert.Single(told).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_wants_no_decisions_is_not_warned() =>
        Assert.Empty(await new Project().With("DecisionsVisibility", "none").AsProgram().WithCode(Call, "/machine/checkout/Program.cs").Analyzed());

    [Fact]
    public async Task One_record_is_enough() => Assert.DoesNotContain(
        await new Project(Records.Simple(1, "A choice", "accepted")).AsProgram().WithCode(Call, "/machine/checkout/Program.cs").Analyzed(),
        diagnostic => diagnostic.Id == "DP3005");

    [Fact]
    public async Task A_page_beside_the_records_is_not_one() => Assert.Contains(
        await new Project(new RecordText("docs/adr/README.md", "# Log")).AsProgram().WithCode(Call, "/machine/checkout/Program.cs").Analyzed(),
        diagnostic => diagnostic.Id == "DP3005");
}
