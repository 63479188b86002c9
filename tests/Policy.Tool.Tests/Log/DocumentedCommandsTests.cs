using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests.Log;

/// <summary>Every example of docs/cli-log.md does what stands there, with the records of this repository.</summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    private const string Page = "docs/cli-log.md";

    private static readonly string _root = Metadata.Of("RepositoryRoot");

    private readonly ToolFolder _folder = new();

    public static TheoryData<string> Examples => [.. Example().Matches(File.ReadAllText(System.IO.Path.Combine(_root, Page))).Select(example => example.Groups["call"].Value)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_so(string call)
    {
        foreach (var records in new[] { "docs/adr", "tests/Site.Tests/records/docs/adr" })
        {
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(_root, records), "*.md")) _folder.With($"{records}/{System.IO.Path.GetFileName(file)}", File.ReadAllText(file));
        }
        Directory.CreateDirectory(_folder.Full(".git"));
        var documented = Example().Matches(File.ReadAllText(System.IO.Path.Combine(_root, Page))).First(example => example.Groups["call"].Value == call);
        var run = _folder.Run([.. Argument().Matches(call).Select(argument => argument.Value.Trim('"'))]);
        Assert.Equal(documented.Groups["output"].Value, run.Output + run.Error);
    }

    [GeneratedRegex(@"^```console\n\$ decisions (?<call>[^\n]+)\n(?<output>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("""[^\s"]+|"[^"]*["]""")]
    private static partial Regex Argument();
}
