namespace DecisionPolicies.Tool.Tests;

/// <summary>How the command takes what it is called with.</summary>
public sealed class CallTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_option_that_does_not_exist_is_an_error_on_standard_error()
    {
        var run = _folder.Run("list", "--colour");
        Assert.Equal(2, run.Exit);
        Assert.Contains("'--colour'", run.Error);
        Assert.Contains("See 'decisions list --help'.", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Without_records_the_message_says_where_they_are_looked_for()
    {
        var run = _folder.Run("list");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: There are no records here. They are looked for in docs/adr,", run.Error);
    }

    [Fact]
    public void A_records_folder_that_does_not_exist_is_named()
    {
        var run = _folder.Run("list", "--records", "nowhere");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("decisions: There is no folder 'nowhere'.", run.Error);
    }

    [Fact]
    public void Help_ends_with_examples()
    {
        var run = _folder.Run("list", "--help");
        Assert.Equal(0, run.Exit);
        Assert.Contains("Examples:\n  decisions list\n", run.Output);
    }

    [Fact]
    public void Records_are_found_from_a_folder_below()
    {
        _folder.WithRecord("0001-one", "status: accepted", "# One\n").With("src/App/appsettings.json", "{}");
        var run = _folder.RunIn("src/App", "list");
        Assert.Equal(0, run.Exit);
        Assert.Contains("ADR-0001", run.Output);
    }
}
