using System.Globalization;
using System.Text.Json;
using DecisionPolicies.Tool.Reports.Json;

namespace DecisionPolicies.Tool.Reports;

/// <summary>
/// A file for code scanning: SARIF 2.1.0 (OASIS), with one run. GitHub accepts at most 25,000 results in a run, and one run of each tool,
/// so the file holds the first results and says how many it leaves out. Results are written as they come.
/// </summary>
internal sealed class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const int MostResults = 25_000;
    private const string TooMany = "because code scanning accepts no more in one run.";

    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private int _results;

    /// <summary>Begins the file.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="rules">The rules of its results, with distinct ids.</param>
    public SarifLog(Stream output, IReadOnlyList<ReportedRule> rules)
    {
        (_json, _output) = (JsonOutput.Open(output), output);
        for (var i = 0; i < rules.Count; i++) _indexes.Add(rules[i].Id, i);
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "decisions");
        _json.WriteString("semanticVersion", ToolVersion.Text);
        _json.WriteStartArray("rules");
        foreach (var rule in rules) Write(rule);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    /// <summary>Adds a result, or counts it as left out.</summary>
    /// <param name="result">The result.</param>
    public void Add(ReportedResult result)
    {
        if (++_results > MostResults) return;
        _json.WriteStartObject();
        _json.WriteString("ruleId", result.RuleId);
        _json.WriteNumber("ruleIndex", _indexes[result.RuleId]);
        _json.WriteString("level", LevelOf(result.Severity));
        WriteMessage("message", result.Message);
        WriteLocation(result);
        if (result.Fingerprint is { } fingerprint)
        {
            _json.WriteStartObject("partialFingerprints");
            _json.WriteString("decisionFinding/v2", fingerprint);
            _json.WriteEndObject();
        }
        if (result.Waived is { } waived) WriteSuppression(waived);
        _json.WriteEndObject();
        JsonOutput.FlushSometimes(_json);
    }

    /// <summary>Ends the file.</summary>
    /// <param name="problems">What kept the command from doing all its work, each as a sentence.</param>
    /// <param name="warnings">What could not be judged because of something that is wrong, each as a sentence.</param>
    /// <param name="notes">What else to report, each as a sentence.</param>
    /// <returns>How many results were left out, as a sentence; null if none was.</returns>
    public string? End(IEnumerable<string> problems, IEnumerable<string> warnings, IEnumerable<string> notes)
    {
        var cut = _results <= MostResults ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"The report holds the first {MostResults:N0} of {_results:N0} results and leaves out {_results - MostResults:N0}, {TooMany}");
        List<(string Level, string Text)> notifications =
        [
            .. problems.Select(text => ("error", text)),
            .. warnings.Select(text => ("warning", text)),
            .. notes.Select(text => ("note", text)),
        ];
        if (cut is not null) notifications.Add(("warning", cut));
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        // Leaving results out does not make the run fail.
        _json.WriteBoolean("executionSuccessful", !notifications.Exists(notification => notification.Level == "error"));
        if (notifications.Count > 0) Write(notifications);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        JsonOutput.End(_json, _output);
        return cut;
    }

    // SARIF has its own word for info.
    private static string LevelOf(Severity severity) => severity == Severity.Info ? "note" : severity.Word();

    private void Write(ReportedRule rule)
    {
        _json.WriteStartObject();
        _json.WriteString("id", rule.Id);
        WriteMessage("shortDescription", rule.Title);
        WriteMessage("help", rule.Help);
        if (rule.HelpUrl is { } url) _json.WriteString("helpUri", url);
        _json.WriteEndObject();
    }

    private void Write(List<(string Level, string Text)> notifications)
    {
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var (level, text) in notifications)
        {
            _json.WriteStartObject();
            _json.WriteString("level", level);
            WriteMessage("message", text);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteSuppression(string justification)
    {
        _json.WriteStartArray("suppressions");
        _json.WriteStartObject();
        _json.WriteString("kind", "external");
        _json.WriteString("status", "accepted");
        _json.WriteString("justification", DisplayText.Neutralise(justification));
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteLocation(ReportedResult result)
    {
        var uri = ArtifactUri.Of(result.Path);
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", uri.Text);
        if (uri.IsBelowFolder) _json.WriteString("uriBaseId", "%SRCROOT%");
        _json.WriteEndObject();
        _json.WriteStartObject("region");
        _json.WriteNumber("startLine", result.Place.Line);
        _json.WriteNumber("startColumn", result.Place.Column);
        _json.WriteNumber("endLine", result.Place.EndLine);
        _json.WriteNumber("endColumn", result.Place.EndColumn);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    // Several lines stay several lines.
    private void WriteMessage(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text.Length == 0 ? "-" : string.Join('\n', text.Split('\n').Select(DisplayText.Neutralise)));
        _json.WriteEndObject();
    }
}
