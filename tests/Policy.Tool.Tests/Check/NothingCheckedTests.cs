using System.Text.Json;
using System.Xml.Linq;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>A check that has judged nothing, which must not look like one that has found nothing.</summary>
public sealed class NothingCheckedTests : IDisposable
{
    private const string NoFile = "Nothing was checked: no configuration file was found.";

    private readonly ToolFolder _folder = GatewayFolder.Create().With("empty/readme.txt", "").With("broken/a.json", "{").With("broken/b.json", "[");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_there_is_no_file_the_text_says_that_nothing_was_checked()
    {
        var run = _folder.Run("check", "empty");
        Assert.Equal((2, NoFile + "\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void Where_no_file_can_be_judged_the_text_says_so_after_each_reason()
    {
        var run = _folder.Run("check", "broken");
        Assert.Equal(2, run.Exit);
        Assert.Equal(2, run.Output.Split("error[unreadable]").Length - 1);
        Assert.EndsWith("\nNothing was checked: none of the 2 files could be checked.\n", run.Output);
        Assert.EndsWith("\nNothing was checked: the only file could not be checked.\n", _folder.Run("check", "broken/a.json").Output);
    }

    [Fact]
    public void What_is_merged_with_a_file_that_cannot_be_read_is_not_judged()
    {
        var run = _folder.With("empty/appsettings.json", "{").With("empty/appsettings.Production.json", GatewayFolder.Enabled).Run("check", "empty");
        Assert.Equal(2, run.Exit);
        Assert.Contains("The file that is merged with it was not checked because of this: empty/appsettings.Production.json.\n", run.Output);
        Assert.DoesNotContain("ADR-0001", run.Output);
    }

    [Fact]
    public void An_environment_whose_own_file_cannot_be_read_is_left_out_and_the_others_are_judged()
    {
        _folder.WithRecord("0003-a", "status: accepted\nrules:\n  - { configuration: A, forbid: true, environments: [Production] }")
            .WithRecord("0004-b", "status: accepted\nrules:\n  - { configuration: B, forbid: true, environments: [Staging] }")
            .With("empty/appsettings.json", """{ "A": true, "B": true }""").With("empty/appsettings.Staging.json", "{}")
            .With("empty/appsettings.Production.json", "{");
        var run = _folder.Run("check", "empty");
        Assert.Equal(1, run.Exit);
        Assert.Contains("ADR-0004", run.Output);
        Assert.DoesNotContain("ADR-0003", run.Output);
        Assert.Contains("ADR-0003", _folder.With("empty/appsettings.Production.json", "{}").Run("check", "empty").Output);
    }

    [Fact]
    public void A_file_with_nothing_in_it_is_checked()
    {
        var run = _folder.With("empty/.env", "").Run("check", "empty");
        Assert.Equal((0, "1 file checked: no violations.\n"), (run.Exit, run.Output));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    public void A_report_for_programs_leaves_the_reason_on_standard_error_too(string format)
    {
        var run = _folder.Run("check", "empty", "-f", format);
        Assert.Equal((2, $"decisions: {NoFile}\n"), (run.Exit, run.Error));
        Assert.Contains(NoFile, run.Output);
    }

    [Fact]
    public void A_report_in_a_file_leaves_the_reason_on_standard_error() =>
        Assert.Equal($"decisions: {NoFile}\n", _folder.Run("check", "empty", "-o", "out.txt").Error);

    [Fact]
    public void JSON_says_how_many_files_were_judged_and_why_none()
    {
        var summary = Report("empty", "json").GetProperty("summary");
        Assert.Equal((0, 0), (summary.GetProperty("files").GetInt32(), summary.GetProperty("judged").GetInt32()));
        Assert.Equal([NoFile], summary.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()));
        var broken = Report("broken", "json").GetProperty("summary");
        Assert.Equal((2, 0), (broken.GetProperty("files").GetInt32(), broken.GetProperty("judged").GetInt32()));
    }

    [Fact]
    public void SARIF_says_that_the_run_did_not_succeed()
    {
        var sarif = Report("empty", "sarif");
        Assert.True(ReportTests.IsValid(sarif));
        var invocation = Assert.Single(sarif.GetProperty("runs")[0].GetProperty("invocations").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(NoFile, invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void JUnit_passes_no_record_of_which_a_rule_was_left_out()
    {
        _folder.WithRecord("0003-half", "status: accepted\nrules:\n  - { configuration: A, forbid: true }\n  - { configuration: B, forbids: true }")
            .With("empty/a.json", "{}");
        var suites = XDocument.Parse(_folder.Run("check", "empty", "-f", "junit").Output).Root!.Elements("testsuite");
        Assert.Empty(suites.Single(suite => suite.Attribute("name")!.Value.StartsWith("ADR-0003", StringComparison.Ordinal)).Elements("testcase"));
        Assert.Single(suites.Single(suite => suite.Attribute("name")!.Value.StartsWith("ADR-0001", StringComparison.Ordinal)).Elements("testcase"));
    }

    [Fact]
    public void JUnit_has_an_error_and_no_case_that_passes()
    {
        var suites = XDocument.Parse(_folder.Run("check", "empty", "-f", "junit").Output).Root!;
        Assert.Equal(("1", "1"), (suites.Attribute("tests")!.Value, suites.Attribute("errors")!.Value));
        Assert.Equal(NoFile, Assert.Single(suites.Descendants("testcase")).Element("error")!.Attribute("message")!.Value);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_problem_in_every_report()
    {
        const string Problem = "The file or folder 'nowhere' does not exist.";
        _folder.With("fine.json", "{}");
        Assert.Equal("1 file checked: no violations in what could be checked.\n", _folder.Run("check", "fine.json", "nowhere").Output);
        foreach (var format in new[] { "json", "sarif", "junit", "github" })
        {
            Assert.Contains(Problem, _folder.Run("check", "fine.json", "nowhere", "-f", format).Output);
        }
    }

    [Fact]
    public void A_baseline_is_neither_written_nor_called_out_of_date()
    {
        _folder.With("deploy/a.json", GatewayFolder.Enabled).Run("check", "deploy", "--write-baseline", "known.json");
        var known = _folder.Read("known.json");
        Assert.Equal(2, _folder.Run("check", "broken", "--write-baseline", "known.json").Exit);
        Assert.Equal(known, _folder.Read("known.json"));
        Assert.Empty(_folder.Run("check", "broken", "--baseline", "known.json").Error);
    }

    private JsonElement Report(string path, string format) => JsonDocument.Parse(_folder.Run("check", path, "-f", format).Output).RootElement;
}
