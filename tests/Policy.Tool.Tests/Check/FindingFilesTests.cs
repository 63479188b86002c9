namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Which files are judged, and what becomes of those that cannot be.</summary>
public sealed class FindingFilesTests : IDisposable
{
    private readonly ToolFolder _folder = GatewayFolder.Create();

    public void Dispose() => _folder.Dispose();

    internal static string[] Places(ToolRun run) =>
        [.. run.Output.Split('\n').Where(line => line.TrimStart().StartsWith("-->", StringComparison.Ordinal)).Select(line => line.Trim()[4..].Split(':')[0])];

    [Fact]
    public void A_folder_is_judged_with_all_below_it_but_what_tools_make()
    {
        foreach (var file in new[] { "a.json", "x/b.json", "x/y/c.json", "bin/d.json", "obj/e.json", "node_modules/f.json", ".git/g.json" })
        {
            _folder.With(file, GatewayFolder.Enabled);
        }
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
    public void A_file_that_is_named_is_judged_even_where_it_would_be_excluded()
    {
        foreach (var file in new[] { "test/a.json", "test/b.json" }) _folder.With(file, GatewayFolder.Enabled);
        Assert.Equal(["test/a.json"], Places(_folder.Run("check", "test", "test/a.json", "--exclude", "test/**")));
        Assert.Equal(["test/b.json"], Places(_folder.Run("check", "test/*.json", "--exclude", "**/a.json")));
    }

    [Theory]
    [InlineData("test/a.json", "**/a.json", "You named 'test/a.json', and --exclude '**/a.json' matches it. It is checked anyway, because you named it.")]
    [InlineData("test", "test/**", "You named 'test', and --exclude 'test/**' matches it. Whatever matches in the folder is left out.")]
    public void Excluding_what_was_named_is_reported(string path, string glob, string expected) => Assert.Equal(
        $"decisions: {expected}\n", _folder.With("test/a.json", "{}").Run("check", path, "--exclude", "other/**", "--exclude", glob).Error);

    [Fact]
    public void Excluding_what_a_pattern_matches_is_not_reported() =>
        Assert.Empty(_folder.With("a.json", "{}").With("b.json", "{}").Run("check", "*.json", "--exclude", "a.json").Error);

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
    public void Standard_input_that_is_not_JSON_is_reported_with_how_to_name_its_format()
    {
        var run = _folder.WithInput("A=b").Run("check", "-");
        Assert.Contains("Standard input is read as JSON; name another format with --as, as in '--as env'.\n --> (standard input):1:1", run.Output);
        Assert.DoesNotContain("--as", _folder.WithInput("{").Run("check", "-", "--as", "json").Output);
    }

    [Fact]
    public void Standard_input_that_is_closed_is_reported()
    {
        var run = _folder.WithoutInput().Run("check", "-");
        Assert.Equal(2, run.Exit);
        Assert.Contains("error[unreadable]: Standard input is closed. Pipe a configuration in, or name a file.\n --> (standard input):1:1", run.Output);
    }

    [Theory]
    [InlineData("pos:\t0\nflags:\t02000000\nmnt_id:\t16\n", false)]
    [InlineData("pos:\t0\nflags:\t0100000\nmnt_id:\t16\n", true)]
    [InlineData("pos:\t0\nflags:\t00\n", true)]
    [InlineData("", true)]
    public void A_descriptor_that_exec_would_have_closed_is_not_the_callers_standard_input(string description, bool isInherited) =>
        Assert.Equal(isInherited, StandardInput.IsInherited(description));

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_and_everything_else_is_still_judged()
    {
        var run = _folder.With("a.json", GatewayFolder.Enabled).Run("check", "nowhere", "a.json");
        Assert.Equal(2, run.Exit);
        Assert.Contains("decisions: The file or folder 'nowhere' does not exist.", run.Error);
        Assert.Equal(["a.json"], Places(run));
    }

    [Fact]
    public void A_file_that_is_not_what_its_name_says_is_a_finding_and_everything_else_is_still_judged()
    {
        var run = _folder.With("a.json", "\u0089PNG\r\n\u001a\n").With("b.json", GatewayFolder.Enabled).Run("check");
        Assert.Equal(1, run.Exit);
        Assert.Equal(["a.json", "b.json"], Places(run));
        Assert.EndsWith("1 of 2 files checked: 1 violation of 1 decision, 1 file or folder not checked, or only in part.\n", run.Output);
    }

    [Fact]
    public void A_file_with_two_faults_is_one_file_and_its_faults_are_among_its_findings()
    {
        var run = _folder.With("a.env", "no variable\nGateway__Registration__Enabled=true\nno variable").Run("check");
        Assert.EndsWith("1 file checked: 1 violation of 1 decision, 1 file or folder not checked, or only in part.\n", run.Output);
        Assert.Equal(["a.env:1:1", "a.env:2:32", "a.env:3:1"],
            run.Output.Split('\n').Where(line => line.Contains("--> ", StringComparison.Ordinal)).Select(line => line.Trim()[4..]));
    }

    [Fact]
    public void A_name_that_implies_no_format_is_a_finding_that_says_what_to_do()
    {
        var run = _folder.With("settings.txt", GatewayFolder.Enabled).Run("check", "settings.txt");
        Assert.Equal(2, run.Exit);
        Assert.Contains("The file name does not say which format the file has. Name the format, as in '--as json'.", run.Output);
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
    public void A_pipe_without_a_writer_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, pipes are not files.");
        _folder.With("a.json", GatewayFolder.Enabled);
        using (var process = System.Diagnostics.Process.Start("mkfifo", [_folder.Full("pipe.json")])) process.WaitForExit();
        var run = _folder.Run("check");
        Assert.Equal(["a.json", "pipe.json"], Places(run));
        Assert.Contains(
            "error[unreadable]: This is a pipe, a socket or a device, not a regular file. "
                + "Name it to read it, or leave it out with --exclude.\n --> pipe.json:1:1",
            run.Output);
    }

    [Fact]
    public void A_socket_is_reported_and_not_read_as_an_empty_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, devices are not files.");
        _folder.With("deploy/fine.env", "");
        using var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_folder.Full("deploy/a.env")));
        var run = _folder.Run("check", "deploy");
        Assert.Equal(1, run.Exit);
        Assert.Equal(["deploy/a.env"], Places(run));
        Assert.EndsWith("1 of 2 files checked: no violations, 1 file or folder not checked, or only in part.\n", run.Output);
    }

    [Fact]
    public void A_broken_link_is_reported_in_words()
    {
        _folder.With("a.json", "{}");
        File.CreateSymbolicLink(_folder.Full("b.json"), _folder.Full("nowhere"));
        Assert.Contains("error[unreadable]: The file cannot be opened: it does not exist, is a broken link", _folder.Run("check").Output);
    }

    [Fact]
    public void A_link_to_a_file_is_read()
    {
        _folder.With("deploy/real/a.json", GatewayFolder.Enabled).With("deploy/links/x.txt", "");
        File.CreateSymbolicLink(_folder.Full("deploy/links/a.json"), _folder.Full("deploy/real/a.json"));
        Assert.Equal(["deploy/links/a.json", "deploy/real/a.json"], Places(_folder.Run("check", "deploy")));
    }

    [Fact]
    public void A_broken_record_is_reported_at_its_place_and_the_others_still_apply()
    {
        var run = _folder.WithRecord("0002-broken", "status: accepted\nrules:\n  - { configuration: Debug, forbids: true }")
            .With("a.json", GatewayFolder.Enabled).Run("check");
        Assert.Equal(2, run.Exit);
        Assert.Contains("docs/adr/0002-broken.md(4,29): error DP2001:", run.Error);
        Assert.Contains("decisions: Rules in docs/adr/0002-broken.md cannot be read and were skipped, so this report may be incomplete.", run.Error);
        Assert.Equal(["a.json"], Places(run));
    }

    [Fact]
    public void A_record_with_an_error_that_skips_no_rule_is_reported_as_that()
    {
        _folder.WithRecord("0002-old", "status: superseded by ADR-0009\nrules:\n  - { configuration: Debug, forbid: true }").With("a.json", "{}");
        var run = _folder.Run("check");
        Assert.Equal((2, "1 file checked: no violations in what could be checked.\n"), (run.Exit, run.Output));
        Assert.Contains("docs/adr/0002-old.md(2,9): error DP1016:", run.Error);
        Assert.EndsWith(
            "decisions: There are errors in docs/adr/0002-old.md. No rule was skipped because of them. Run 'decisions lint' for details.\n", run.Error);
    }

    [Fact]
    public void A_record_with_a_warning_keeps_nothing_from_being_clean()
    {
        var run = _folder.WithRecord("0002-dated", "status: accepted\ndate: soon").With("a.json", "{}").Run("check");
        Assert.Equal((0, ""), (run.Exit, run.Error));
    }

    [Fact]
    public void Records_without_a_rule_about_configuration_are_reported()
    {
        using var folder = new ToolFolder().WithRecord("0001-prose", "status: accepted").With("a.json", "{}");
        var run = folder.Run("check");
        Assert.Equal(0, run.Exit);
        Assert.Contains("has a rule about configuration, so there is nothing to check against.", run.Error);
    }
}
