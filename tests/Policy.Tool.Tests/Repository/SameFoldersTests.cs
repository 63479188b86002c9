using System.Diagnostics;
using System.Globalization;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Tests.Repository;

/// <summary>The build and the command find the same records, with the same paths.</summary>
/// <param name="search">Every layout, as both see it.</param>
public sealed class SameFoldersTests(LayoutSearch search) : IClassFixture<LayoutSearch>
{
    public static TheoryData<string> Layouts => [.. FolderLayout.All.Select(layout => layout.Name)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_command_finds_the_records(string layout) => Assert.Equal(LayoutOf(layout).Records, search.ByCommand(LayoutOf(layout)));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_build_finds_the_records(string layout) => Assert.Equal(LayoutOf(layout).Records, search.ByBuild(LayoutOf(layout)));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_command_says_which_rules_it_hides(string layout) => Assert.Equal(LayoutOf(layout).HidesRules, search.IsSaidByCommand(LayoutOf(layout)));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_build_says_which_rules_it_hides(string layout) => Assert.Equal(LayoutOf(layout).HidesRules, search.IsSaidByBuild(LayoutOf(layout)));

    private static FolderLayout LayoutOf(string name) => FolderLayout.All.Single(layout => layout.Name == name);
}

/// <summary>All layouts, each in a folder of its own, evaluated by one process of MSBuild.</summary>
public sealed class LayoutSearch : IDisposable
{
    private readonly ToolFolder _folder = new();
    private const string Rules = "---\nstatus: accepted\nrules:\n- { configuration: A, forbid: true }\n---\n";

    private readonly ILookup<string, string> _byBuild;
    private string _said = "";

    public LayoutSearch()
    {
        foreach (var layout in FolderLayout.All)
        {
            foreach (var file in layout.Files)
            {
                if (file.EndsWith('/')) Directory.CreateDirectory(Full(layout, file));
                else if (file.Split(" -> ") is [var link, var target])
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Full(layout, link))!);
                    File.CreateSymbolicLink(Full(layout, link), target);
                }
                else if (file.Split(": ") is [var record, "rules"]) _folder.With(Below(layout, record), Rules);
                else _folder.With(Below(layout, file), "");
            }
            _folder.With(Below(layout, $"{layout.Project}/layout.proj"), Project);
        }
        _folder.With("all.proj", All);
        Evaluate();
        _byBuild = File.ReadLines(_folder.Full("found.txt")).Select(line => line.Split('|')).ToLookup(part => part[0], PathOf);
    }

    /// <summary>The records that a project in a layout gets.</summary>
    public string[] ByBuild(FolderLayout layout) => [.. _byBuild[Full(layout, layout.Project)].Order(StringComparer.Ordinal)];

    /// <summary>Whether the build warns of rules that the nearest records hide.</summary>
    public bool IsSaidByBuild(FolderLayout layout) => _said.Split('\n').Any(line =>
        line.Contains("warning DP0006: Records above those in ", StringComparison.Ordinal)
        && line.Contains($"[{Full(layout, layout.Project)}/layout.proj]", StringComparison.Ordinal));

    /// <summary>Whether the command says which rules the nearest records hide.</summary>
    public bool IsSaidByCommand(FolderLayout layout)
    {
        using var error = new StringWriter();
        var context = ContextOf(layout) with { Error = error };
        try
        {
            RecordsFolder.Find([], context).ReportHidden(context);
        }
        catch (ToolException)
        {
            return false;
        }
        return error.ToString().Contains("have rules, too, but those in ", StringComparison.Ordinal);
    }

    /// <summary>The records that the command finds in the project's folder.</summary>
    public string[] ByCommand(FolderLayout layout)
    {
        var context = ContextOf(layout);
        try
        {
            return [.. DecisionLog.Read(RecordsFolder.Find([], context)).Files.Select(file => file.Content.Path)];
        }
        catch (ToolException)
        {
            return [];
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Project => $"""
        <Project>
          <Import Project="{RepositoryFolder.Path}/src/Policy/build/DecisionPolicies.props" />
          <Import Project="{RepositoryFolder.Path}/src/Policy/buildTransitive/DecisionPolicies.targets" />
          <Target Name="List" Returns="@(Found)">
            <ItemGroup>
              <Found Include="$(MSBuildProjectDirectory)|%(AdditionalFiles.DecisionRecord)|%(AdditionalFiles.Identity)"
                     Condition="'@(AdditionalFiles)' != ''" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    private const string All = """
        <Project>
          <Target Name="List">
            <ItemGroup>
              <Layout Include="**/layout.proj" />
            </ItemGroup>
            <MSBuild Projects="@(Layout)" Targets="List;FindHiddenDecisionRecords">
              <Output TaskParameter="TargetOutputs" ItemName="Found" />
            </MSBuild>
            <WriteLinesToFile File="found.txt" Lines="@(Found)" />
          </Target>
        </Project>
        """;

    private ToolContext ContextOf(FolderLayout layout) =>
        new() { Output = TextWriter.Null, Error = TextWriter.Null, Input = () => null, Folder = Full(layout, layout.Project) };

    private string Full(FolderLayout layout, string path) => Path.TrimEndingDirectorySeparator(_folder.Full(Below(layout, path)));

    private static string Below(FolderLayout layout, string path) => $"{FolderLayout.All.ToList().IndexOf(layout)}/{path}";

    // The generator, too, gets the root that paths are relative to as its length.
    private static string PathOf(string[] found) => found[2][(int.Parse(found[1], CultureInfo.InvariantCulture) + 1)..];

    private void Evaluate()
    {
        string[] arguments = ["msbuild", "all.proj", "-noLogo", "-target:List", "-maxCpuCount:1", "-nodeReuse:false"];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        _said = output;
    }
}
