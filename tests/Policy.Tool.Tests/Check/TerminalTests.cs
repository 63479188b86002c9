namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>What a terminal gets, by what it and the user say of it.</summary>
public sealed class TerminalTests : IDisposable
{
    private const char Escape = '\u001b';

    private readonly ToolFolder _folder = GatewayFolder.Create().With("a.json", GatewayFolder.Enabled).OnTerminal();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM", "xterm", true)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "0", false)]
    [InlineData("TERM", "dumb", false)]
    public void Colours_are_for_terminals_that_show_them_and_users_who_want_them(string variable, string value, bool isColoured) =>
        Assert.Equal(isColoured, _folder.WithVariable(variable, value).Run("check").Output.Contains(Escape, StringComparison.Ordinal));

    [Theory]
    [InlineData("xterm", true)]
    [InlineData("dumb", false)]
    public void Progress_is_for_terminals_that_can_overwrite_it(string terminal, bool hasProgress) => Assert.Equal(
        hasProgress,
        new ToolContext { Output = TextWriter.Null, Error = TextWriter.Null, Folder = "/", ErrorIsTerminal = true, Variable = _ => terminal }.HasProgress);
}
