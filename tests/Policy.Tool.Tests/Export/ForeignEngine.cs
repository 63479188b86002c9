using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DecisionPolicies.Tool.Export;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>
/// Another engine that judges exports, in a process of its own. It gets a file of cases and writes a file of results, with a line of JSON for each.
/// </summary>
/// <param name="name">What the engine is called where its results are shown, if no other is named.</param>
/// <param name="script">The script for Node that runs it.</param>
/// <param name="other">The environment variable that may name the command of another engine.</param>
/// <param name="otherName">What the other engine is called.</param>
internal sealed class ForeignEngine(string name, string script, string other, string otherName) : IDisposable
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    private readonly string _folder = Directory.CreateTempSubdirectory("decisions-").FullName;
    private readonly string? _other = Environment.GetEnvironmentVariable(other);

    /// <summary>The library in Rego as WebAssembly, or Open Policy Agent itself.</summary>
    public static ForeignEngine OfRego() => new("Rego, as WebAssembly", "judge-rego.js", "REGO_JUDGE", "Rego, by Open Policy Agent");

    /// <summary>Admission policies by an engine for CEL, or by Kubernetes' own code.</summary>
    public static ForeignEngine OfVap() => new("CEL, by @bufbuild/cel", "judge-vap.js", "VAP_JUDGE", "CEL, by Kubernetes");

    /// <summary>What the engine is called where its results are shown.</summary>
    public string Name => _other is null ? name : otherName;

    /// <summary>The folder with the scripts, and the WebAssembly.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "Export.Tests");

    /// <summary>Judges cases.</summary>
    /// <typeparam name="T">The type of a result.</typeparam>
    /// <param name="cases">Each case, as JSON on one line.</param>
    /// <returns>The result of each case.</returns>
    public IReadOnlyList<T> Judge<T>(IEnumerable<string> cases)
    {
        var (input, output) = (Path.Combine(_folder, "cases"), Path.Combine(_folder, "results"));
        File.WriteAllLines(input, cases, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var command = (_other ?? $"node {Path.Combine(Folder, script)}").Split(' ');
        using var process = Process.Start(new ProcessStartInfo(command[0], [.. command.Skip(1), input, output]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return [.. File.ReadLines(output).Select(line => JsonSerializer.Deserialize<T>(line, _options)!)];
    }

    /// <summary>An export that has one decision with one rule.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rule">The exported rule.</param>
    public static ExportedDecisions ExportOf(DecisionPolicy decision, ExportedRule rule) =>
        new([new(decision, [(new(decision, rule.Rule, "docs/adr/0001-any.md", new(7, 1, 7, 2)), rule)])], [], []);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>JSON on one line.</summary>
    /// <param name="json">The JSON.</param>
    public static string OnOneLine(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
