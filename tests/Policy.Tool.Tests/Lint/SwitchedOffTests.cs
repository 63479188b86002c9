namespace DecisionPolicies.Tool.Tests.Lint;

/// <summary>Where a repository switches decisions off is listed, and never fails.</summary>
public sealed class SwitchedOffTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.csproj", "<RunAnalyzers>false</RunAnalyzers>", "RunAnalyzers")]
    [InlineData("Directory.Build.props", "  <RunAnalyzersDuringBuild> False </RunAnalyzersDuringBuild>", "RunAnalyzersDuringBuild")]
    [InlineData("a.csproj", "<DecisionsVisibility>none</DecisionsVisibility>", "DecisionsVisibility")]
    [InlineData("a.csproj", "<NoWarn>$(NoWarn);CS1591;DP3101</NoWarn>", "DP3101")]
    [InlineData("a.targets", "<AdditionalFiles Update=\"appsettings.json\" DecisionSettings=\"false\" />", "DecisionSettings")]
    [InlineData(".editorconfig", "dotnet_diagnostic.DP4001.severity = none", "dotnet_diagnostic.DP4001.severity")]
    [InlineData("src/.globalconfig", "dotnet_diagnostic.DP3104.severity=suggestion", "dotnet_diagnostic.DP3104.severity")]
    [InlineData("x.globalconfig", "dotnet_analyzer_diagnostic.severity = none", "dotnet_analyzer_diagnostic.severity")]
    [InlineData("src/a/Program.cs", "#pragma warning disable CS0618, DP3101", "DP3101")]
    [InlineData("Program.cs", "[SuppressMessage(\"DecisionPolicies\", \"DP3102\", Justification = \"x\")]", "DP3102")]
    [InlineData("Program.cs", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"A\", \"DP3101:Title\")]", "DP3101")]
    public void It_is_information_at_its_place(string path, string line, string what)
    {
        var run = _folder.WithRecord("0001-one", "status: accepted").With(path, "\n" + line + "\n").Run("lint");

        Assert.Equal(0, run.Exit);
        Assert.StartsWith($"{path}(2,{line.IndexOf(what, StringComparison.Ordinal) + 1}): info DP1103: '{what}': this ", run.Output);
        Assert.EndsWith("1 record checked: 0 errors, 0 warnings.\n", run.Error);
    }

    [Theory]
    [InlineData("a.csproj", "<RunAnalyzers>true</RunAnalyzers>")]
    [InlineData("a.csproj", "<NoWarn>CS1591</NoWarn>")]
    [InlineData(".editorconfig", "dotnet_diagnostic.DP3001.severity = error")]
    [InlineData(".editorconfig", "dotnet_diagnostic.CA1000.severity = none")]
    [InlineData("Program.cs", "#pragma warning disable CS0618")]
    [InlineData("Program.cs", "#pragma warning restore DP3101")]
    [InlineData("Program.cs", "// DP3101 was here.")]
    [InlineData("bin/Program.cs", "#pragma warning disable DP3101")]
    [InlineData("src/obj/Program.cs", "#pragma warning disable DP3101")]
    [InlineData("notes.txt", "#pragma warning disable DP3101")]
    public void What_switches_nothing_off_is_not_listed(string path, string line) =>
        Assert.Empty(_folder.WithRecord("0001-one", "status: accepted").With(path, line).Run("lint").Output);

    [Fact]
    public void With_a_higher_severity_it_is_left_out() => Assert.Empty(_folder
        .WithRecord("0001-one", "status: accepted").With("Program.cs", "#pragma warning disable DP3101").Run("lint", "--severity", "warning").Output);
}
