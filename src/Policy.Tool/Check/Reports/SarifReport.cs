using System.Text.Json;
using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Check.Reports;

/// <summary>
/// The report for code scanning: SARIF 2.1.0 (OASIS). Each decision is a rule, by its id; results carry fingerprints that stay the same
/// when lines move. A run holds no more results than GitHub takes.
/// </summary>
internal sealed class SarifReport : ICheckReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string UnreadableRule = "unreadable-configuration";
    private const int MostResults = 25_000;

    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly IReadOnlyList<AdrRecord> _records;
    private readonly Func<AdrRecord, DecisionPolicy> _cite;
    private readonly FileNames _files;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private int _results;

    /// <summary>Begins the report.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="records">The records that are judged by.</param>
    /// <param name="cite">Gives a record's decision the link at which the record can be read.</param>
    /// <param name="files">Names files apart from where the command runs.</param>
    public SarifReport(Stream output, IReadOnlyList<AdrRecord> records, Func<AdrRecord, DecisionPolicy> cite, FileNames files)
    {
        (_files, _json, _output, _records, _cite) = (files, JsonReport.Open(output), output, [.. records.DistinctBy(record => record.Decision.Id)], cite);
        for (var i = 0; i < _records.Count; i++) _indexes.Add(_records[i].Decision.Id, i);
        _json.WriteStartObject();
        _json.WriteString("$schema", Schema);
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        StartRun();
    }

    /// <inheritdoc/>
    public void Add(CheckResult result)
    {
        if (_results == MostResults)
        {
            EndRun([]);
            StartRun();
        }
        _results++;
        _json.WriteStartObject();
        if (result is Broken broken) Write(broken);
        else if (result is Unreadable unreadable) Write(UnreadableRule, _records.Count, "error", unreadable.Message);
        WriteLocation(result);
        _json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void End(CheckSummary summary)
    {
        EndRun(summary.Problems);
        _json.WriteEndArray();
        _json.WriteEndObject();
        JsonReport.EndFile(_json, _output);
    }

    private void StartRun()
    {
        _results = 0;
        _json.WriteStartObject();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "decisions");
        _json.WriteString("semanticVersion", ToolVersion.Text);
        _json.WriteStartArray("rules");
        foreach (var record in _records) WriteRule(record.Decision.Id, record.Decision.Title, string.Join("\n", Help(_cite(record))), RecordLink.IsWeb(_cite(record).Link) ? _cite(record).Link : null);
        WriteRule(UnreadableRule, "A configuration file cannot be judged", "Correct the file, name its format with --as, or leave it out with --exclude.", null);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    private void EndRun(IReadOnlyList<string> problems)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", problems.Count == 0);
        if (problems.Count > 0) WriteNotifications(problems);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteNotifications(IReadOnlyList<string> problems)
    {
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in problems)
        {
            _json.WriteStartObject();
            _json.WriteString("level", "error");
            WriteMessage("message", problem);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void WriteRule(string id, string title, string help, string? link)
    {
        _json.WriteStartObject();
        _json.WriteString("id", DisplayText.Neutralise(id));
        WriteMessage("shortDescription", title);
        WriteMessage("help", help);
        if (link is not null) _json.WriteString("helpUri", link);
        _json.WriteEndObject();
    }

    private static IEnumerable<string> Help(DecisionPolicy decision)
    {
        yield return $"{decision.Id}: {decision.Title} ({decision.StatusInWords()})";
        if (decision.Because is { } because) yield return because;
        foreach (var instead in decision.Instead) yield return "Instead: " + instead;
        foreach (var allowed in decision.Allows) yield return "Allowed: " + allowed;
        yield return "Read: " + decision.Link;
        yield return decision.HowToChange();
    }

    private void Write(Broken broken)
    {
        var id = broken.Setting.Record.Decision.Id;
        Write(id, _indexes[id], broken.Severity == Severity.Info ? "note" : broken.Severity.Word(), broken.Message);
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("decisionFinding/v2", broken.IdentityIn(_files));
        _json.WriteEndObject();
        if (broken.Setting.Verdict is { Consequence: Consequence.Waived, Waiver: { } waiver }) WriteWaiver(waiver);
    }

    private void WriteWaiver(Waiver waiver)
    {
        _json.WriteStartArray("suppressions");
        _json.WriteStartObject();
        _json.WriteString("kind", "external");
        _json.WriteString("status", "accepted");
        _json.WriteString("justification", DisplayText.Neutralise($"Waived until {waiver.Until.InWords()}: {waiver.Because}"));
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void Write(string rule, int index, string level, string message)
    {
        _json.WriteString("ruleId", DisplayText.Neutralise(rule));
        _json.WriteNumber("ruleIndex", index);
        _json.WriteString("level", level);
        WriteMessage("message", message);
    }

    private void WriteLocation(CheckResult result)
    {
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", string.Join('/', result.Path.Split('/').Select(Uri.EscapeDataString)));
        if (!Path.IsPathRooted(result.Path)) _json.WriteString("uriBaseId", "%SRCROOT%");
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

    private void WriteMessage(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text.Length == 0 ? "-" : string.Join('\n', text.Split('\n').Select(DisplayText.Neutralise)));
        _json.WriteEndObject();
    }
}
