using System.Text.Json;
using System.Xml.Linq;
using DecisionPolicies.Tool.Check;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>What a check meets and does not judge is one line, and the same facts are in every report.</summary>
public sealed class NotJudgedTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create().With("a.json", "{}");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("main.bicep", "1 file of a format that is not read (.bicep).")]
    [InlineData("main.bicep b.bicep c.cue", "3 files of formats that are not read (.bicep 2, .cue 1).")]
    [InlineData("a.cue b.hcl c.pkl d.conf d.cfg d.cfg.tpl e.tpl", "7 files of formats that are not read (.tpl 2, .cfg 1, .conf 1, .cue 1, …).")]
    [InlineData("x/MAIN.BICEP", "1 file of a format that is not read (.bicep).")]
    [InlineData("main.bicep bin/b.json x/bin/b.json obj/c.json .git/d.json",
        "1 file of a format that is not read (.bicep), 3 folders passed over (bin, obj).")]
    public void What_is_not_judged_is_one_line_after_the_summary(string files, string expected)
    {
        foreach (var file in files.Split(' ')) _folder.With(file, "");
        var run = _folder.Run("check");
        Assert.Equal((0, $"1 file checked: no violations.\nNot judged: {expected}\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Theory]
    [InlineData("bin/b.json")]
    [InlineData("obj/b.json")]
    [InlineData("node_modules/b.json")]
    [InlineData("program.cs picture.png readme.md script.sh")]
    [InlineData("docs/adr/main.txt")]
    public void A_healthy_repository_gets_no_line(string files)
    {
        foreach (var file in files.Split(' ')) _folder.With(file, "");
        Assert.Equal("1 file checked: no violations.\n", _folder.Run("check").Output);
    }

    [Fact]
    public void What_was_not_asked_for_is_not_counted()
    {
        _folder.With("deploy/main.bicep", "").With("test/main.bicep", "").With("deploy/b.json", "{}");
        Assert.DoesNotContain("Not judged", _folder.Run("check", "a.json").Output);
        Assert.DoesNotContain("Not judged", _folder.Run("check", "deploy/*.json").Output);
        Assert.Contains("1 file of a format", _folder.Run("check", "--exclude", "test/**").Output);
        Assert.DoesNotContain("Not judged", _folder.Run("check", "--exclude", "**/*.bicep").Output);
    }

    [Fact]
    public void Links_to_folders_are_counted()
    {
        Directory.CreateSymbolicLink(_folder.Full("loop"), _folder.Path);
        var run = _folder.Run("check");
        Assert.EndsWith("Not judged: 1 link that was not followed.\n", run.Output);
        Assert.Contains("loop is a link to a folder and was not followed.", run.Error);
        Assert.Equal(1, _folder.Run("check", "--strict").Exit);
        Assert.Equal(0, _folder.Run("check", "--strict", "--exclude", "loop").Exit);
    }

    [Theory]
    [InlineData("main.bicep", 1)]
    [InlineData("bin/b.json", 0)]
    [InlineData("b.json", 0)]
    public void Strict_does_not_accept_a_format_that_is_not_read(string file, int exit)
    {
        var run = _folder.With(file, "{}").Run("check", "--strict");
        Assert.Equal((exit, exit == 0 ? "" : "decisions: Something was not judged, which --strict does not accept.\n"), (run.Exit, run.Error));
    }

    [Fact]
    public void Where_nothing_was_judged_strict_changes_nothing() =>
        Assert.Equal(2, _folder.With("x/main.bicep", "").Run("check", "x", "--strict").Exit);

    [Fact]
    public void Every_report_has_the_same_facts()
    {
        const string Line = "Not judged: 1 file of a format that is not read (.bicep), 1 folder passed over (obj).";
        _folder.With("main.bicep", "").With("obj/b.json", "{}");
        var facts = JsonDocument.Parse(Report("json")).RootElement.GetProperty("summary").GetProperty("notJudged");
        var (unread, passed) = (facts.GetProperty("formats")[0], facts.GetProperty("folders")[0]);
        Assert.Equal((".bicep", 1), (unread.GetProperty("extension").GetString(), unread.GetProperty("files").GetInt32()));
        Assert.Equal(("obj", 1), (passed.GetProperty("name").GetString(), passed.GetProperty("folders").GetInt32()));

        var sarif = JsonDocument.Parse(Report("sarif")).RootElement;
        Assert.True(ReportTests.IsValid(sarif));
        var invocation = sarif.GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.True(invocation.GetProperty("executionSuccessful").GetBoolean());
        var note = invocation.GetProperty("toolExecutionNotifications")[0];
        Assert.Equal(("note", Line), (note.GetProperty("level").GetString(), note.GetProperty("message").GetProperty("text").GetString()));

        Assert.Equal([Line], XDocument.Parse(Report("junit")).Root!.Elements("testsuite").Elements("system-out").Select(output => output.Value));
        Assert.Contains($"::notice title=decisions check::{Line}\n", Report("github"));
    }

    [Fact]
    public void Placeholders_are_counted_by_several_threads()
    {
        var notJudged = new NotJudged();
        Assert.Empty(notJudged.Lines());
        Parallel.For(0, 233, _ => notJudged.AddPlaceholders(2));
        Assert.Equal(["Not judged: 466 placeholders."], notJudged.Lines());
        Assert.True(notJudged.IsStrict);
    }

    [Fact]
    public void No_format_is_both_read_and_not() =>
        Assert.All(UnreadFormats.Extensions, extension => Assert.Null(ConfigurationFormats.Of("a" + extension)));

    private string Report(string format) => _folder.Run("check", "-f", format).Output;
}
