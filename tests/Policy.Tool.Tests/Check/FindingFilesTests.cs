namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Which files are judged, and what becomes of those that cannot be.</summary>
public sealed class FindingFilesTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    private static string[] Places(ToolRun run) =>
        [.. run.Output.Split('\n').Where(line => line.TrimStart().StartsWith("-->", StringComparison.Ordinal)).Select(line => line.Trim()[4..].Split(':')[0])];

    [Fact]
    public void A_folder_is_judged_with_all_below_it_but_what_tools_make()
    {
        foreach (var file in new[] { "a.json", "x/b.json", "x/y/c.json", "bin/d.json", "obj/e.json", "node_modules/f.json", ".git/g.json" }) _folder.With(file, GatewayFolder.Enabled);
        Assert.Equal(["a.json", "x/b.json", "x/y/c.json"], Places(_folder.Run("check")));
    }

    [Fact]
    public void A_pattern_that_no_shell_expanded_is_expanded()
    {
        foreach (var file in new[] { "a.json", "x/b.json", "x/y/b.json" }) _folder.With(file, GatewayFolder.Enabled);
        Assert.Equal(["x/b.json", "x/y/b.json"], Places(_folder.Run("check", "**/b.json")));
        Assert.Equal(["x/b.json"], Places(_folder.Run("check", "x/*.json")));
    }

    [Fact]
    public void What_is_excluded_is_left_out()
    {
        foreach (var file in new[] { "a.json", "test/b.json", "x/test/c.json" }) _folder.With(file, GatewayFolder.Enabled);
        Assert.Equal(["a.json"], Places(_folder.Run("check", "--exclude", "**/test/**")));
    }

    [Fact]
    public void What_two_paths_lead_to_is_judged_once()
    {
        _folder.With("x/b.json", GatewayFolder.Enabled);
        Assert.Equal(["x/b.json"], Places(_folder.Run("check", "x", "x/b.json", "x")));
    }

    [Fact]
    public void A_file_that_is_named_twice_is_judged_once()
    {
        _folder.With("x/appsettings.json", GatewayFolder.Enabled).With("x/appsettings.Production.json", "{}");
        var file = _folder.Full("x/appsettings.json");
        Assert.Equal(["x/appsettings.json"], Places(_folder.Run("check", "x/appsettings.json", "./x/appsettings.json", file)));
        Assert.Equal(["x/appsettings.json"], Places(_folder.Run("check", "x/appsettings.json", "x")));
    }

    [Fact]
    public void Standard_input_is_judged()
    {
        var run = _folder.WithInput(GatewayFolder.Enabled).Run("check", "-");
        Assert.Equal(1, run.Exit);
        Assert.Contains("--> (standard input):4:18", run.Output);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_and_everything_else_is_still_judged()
    {
        var run = _folder.With("a.json", GatewayFolder.Enabled).Run("check", "nowhere", "a.json");
        Assert.Equal(2, run.Exit);
        Assert.Contains("decisions: There is no file or folder 'nowhere'.", run.Error);
        Assert.Equal(["a.json"], Places(run));
    }

    [Fact]
    public void A_check_that_finds_no_file_is_an_error_because_it_checked_nothing()
    {
        var run = _folder.With("empty/readme.txt", "").Run("check", "empty");
        Assert.Equal(2, run.Exit);
        Assert.Contains("No configuration file was found, so nothing was judged.", run.Error);
    }

    [Fact]
    public void A_file_that_is_not_what_its_name_says_is_a_finding_and_everything_else_is_still_judged()
    {
        var run = _folder.With("a.json", "\u0089PNG\r\n\u001a\n").With("b.json", GatewayFolder.Enabled).Run("check");
        Assert.Equal(1, run.Exit);
        Assert.Equal(["a.json", "b.json"], Places(run));
        Assert.EndsWith("2 files: 1 decision broken at 1 place, 1 file not judged.\n", run.Output);
    }

    [Fact]
    public void A_file_with_two_faults_is_one_file_and_its_faults_stand_among_its_findings()
    {
        var run = _folder.With("a.env", "no variable\nGateway__Registration__Enabled=true\nno variable").Run("check");
        Assert.EndsWith("1 file: 1 decision broken at 1 place, 1 file not judged.\n", run.Output);
        Assert.Equal(["a.env:1:1", "a.env:2:32", "a.env:3:1"], run.Output.Split('\n').Where(line => line.Contains("--> ", StringComparison.Ordinal)).Select(line => line.Trim()[4..]));
    }

    [Fact]
    public void A_name_that_tells_no_format_is_a_finding_that_says_what_to_do()
    {
        var run = _folder.With("settings.txt", GatewayFolder.Enabled).Run("check", "settings.txt");
        Assert.Equal(1, run.Exit);
        Assert.Contains("The name tells no format of configuration. Say which it is, as in '--as json'.", run.Output);
        Assert.Equal(["settings.txt"], Places(_folder.Run("check", "settings.txt", "--as", "json")));
    }

    [Fact]
    public void Links_that_lead_in_a_circle_end_nothing()
    {
        _folder.With("a.json", GatewayFolder.Enabled);
        Directory.CreateSymbolicLink(_folder.Full("loop"), _folder.Path);
        File.CreateSymbolicLink(_folder.Full("self.json"), _folder.Full("self.json"));
        var run = _folder.Run("check");
        Assert.Equal(1, run.Exit);
        Assert.Equal(["a.json", "self.json"], Places(run));
        Assert.Contains("loop is a link to a folder and was not followed.", run.Error);
    }

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among files.");
        _folder.With("a.json", GatewayFolder.Enabled);
        using (var process = System.Diagnostics.Process.Start("mkfifo", [_folder.Full("pipe.json")])) process.WaitForExit();
        Assert.Equal(["a.json", "pipe.json"], Places(_folder.Run("check")));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_told_in_words()
    {
        _folder.With("a.json", "{}");
        File.CreateSymbolicLink(_folder.Full("b.json"), _folder.Full("nowhere"));
        Assert.Contains("error[unreadable]: The file cannot be opened: it is gone, or a link that leads nowhere", _folder.Run("check").Output);
    }

    [Fact]
    public void A_link_to_a_file_is_read()
    {
        _folder.With("real/a.json", GatewayFolder.Enabled).With("links/x.txt", "");
        File.CreateSymbolicLink(_folder.Full("links/a.json"), _folder.Full("real/a.json"));
        Assert.Equal(["links/a.json"], Places(_folder.Run("check", "links")));
    }

    [Fact]
    public void A_broken_record_is_told_at_its_place_and_the_others_are_still_kept()
    {
        var run = _folder.WithRecord("0002-broken", "status: accepted\nrules:\n  - { configuration: Debug, forbids: true }").With("a.json", GatewayFolder.Enabled).Run("check");
        Assert.Equal(2, run.Exit);
        Assert.Contains("docs/adr/0002-broken.md(4,29): error DP2001:", run.Error);
        Assert.Equal(["a.json"], Places(run));
    }

    [Fact]
    public void Records_without_a_rule_about_configuration_are_told()
    {
        using var folder = new ToolFolder().WithRecord("0001-prose", "status: accepted").With("a.json", "{}");
        var run = folder.Run("check");
        Assert.Equal(0, run.Exit);
        Assert.Contains("has a rule about configuration, so nothing can be broken.", run.Error);
    }
}
