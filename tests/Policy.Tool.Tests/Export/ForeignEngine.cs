using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DecisionPolicies.Tool.Export;
using DecisionPolicies.Tool.Export.Rego;

namespace DecisionPolicies.Tool.Tests.Export;

/// <summary>
/// Another engine that judges exports: by default the library as WebAssembly, run by Node; Open Policy Agent itself, or whatever the variable
/// EXPORT_JUDGE names. It gets a file of cases and writes a file of results.
/// </summary>
internal sealed class ForeignEngine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("decisions-").FullName;

    private static readonly string? _other = Environment.GetEnvironmentVariable("EXPORT_JUDGE");

    /// <summary>What the engine is called where its results are shown.</summary>
    public static string Name => _other is null ? "Rego, as WebAssembly" : "Rego, by Open Policy Agent";

    /// <summary>The folder with the WebAssembly and what runs it.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "Export.Tests");

    /// <summary>Judges inputs by exported data.</summary>
    /// <param name="cases">The data of each export, with its inputs.</param>
    /// <returns>The result for each input of each export.</returns>
    public IReadOnlyList<IReadOnlyList<ForeignResult>> Judge(IEnumerable<(string Data, IEnumerable<string> Inputs)> cases)
    {
        var (input, output) = (Path.Combine(_folder, "cases"), Path.Combine(_folder, "results"));
        using (var writer = new StreamWriter(input, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            foreach (var (data, inputs) in cases) writer.WriteLine($"{{\"data\":{OnOneLine(data)},\"inputs\":[{string.Join(',', inputs.Select(OnOneLine))}]}}");
        }
        var command = (_other ?? $"node {Path.Combine(Folder, "judge.js")}").Split(' ');
        using var process = Process.Start(new ProcessStartInfo(command[0], [.. command.Skip(1), input, output]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return [.. File.ReadLines(output).Select(line => JsonSerializer.Deserialize<List<ForeignResult>>(line, _options)!)];
    }

    /// <summary>The data of an export that has one decision with one rule.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rule">The exported rule.</param>
    public static string DataOf(DecisionPolicy decision, ExportedRule rule) => RegoData.Of(ExportOf(decision, rule), null);

    /// <summary>An export that has one decision with one rule.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rule">The exported rule.</param>
    public static ExportedDecisions ExportOf(DecisionPolicy decision, ExportedRule rule) =>
        new([new(decision, [(new(decision, rule.Rule, "docs/adr/0001-any.md", new(7, 1, 7, 2)), rule)])], [], []);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    private static string OnOneLine(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}

/// <summary>What another engine says of an input.</summary>
internal sealed record ForeignResult(IReadOnlyList<string> Deny, IReadOnlyList<string> Warn, IReadOnlyList<ForeignFinding> Findings);

/// <summary>A finding of another engine.</summary>
internal sealed record ForeignFinding(string Key, string State, string Consequence, string Message, string Decision, int Line);
