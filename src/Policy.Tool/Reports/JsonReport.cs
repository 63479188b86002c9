using System.Text.Encodings.Web;
using System.Text.Json;
using DecisionPolicies.Tool.Check;

namespace DecisionPolicies.Tool.Reports;

/// <summary>The report for programs: one JSON object, whose shape docs/cli.md describes. Results are written as they are found.</summary>
internal sealed class JsonReport : ICheckReport
{
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins the report.</summary>
    /// <param name="output">Where to write.</param>
    public JsonReport(Stream output)
    {
        _json = Open(output);
        _json.WriteStartObject();
        _json.WriteNumber("version", 1);
        _json.WriteStartArray("results");
    }

    /// <summary>A writer whose text is easy to read, and safe in a file of its own.</summary>
    public static Utf8JsonWriter Open(Stream output) =>
        new(output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <inheritdoc/>
    public void Add(CheckResult result)
    {
        _json.WriteStartObject();
        if (result is Broken broken) Write(broken);
        else if (result is Unreadable unreadable)
        {
            _json.WriteString("kind", "unreadable");
            _json.WriteString("level", "error");
            _json.WriteString("message", unreadable.Message);
        }
        _json.WriteString("path", result.Path);
        _json.WriteNumber("line", result.Place.Line);
        _json.WriteNumber("column", result.Place.Column);
        _json.WriteNumber("endLine", result.Place.EndLine);
        _json.WriteNumber("endColumn", result.Place.EndColumn);
        _json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void End(CheckSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteStartObject("summary");
        _json.WriteNumber("files", summary.Files);
        _json.WriteNumber("errors", summary.Errors);
        _json.WriteNumber("warnings", summary.Warnings);
        _json.WriteNumber("waived", summary.Notes);
        _json.WriteNumber("unreadable", summary.Unreadable);
        _json.WriteNumber("known", summary.Known);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void Write(Broken broken)
    {
        var (record, finding, waiver) = (broken.Setting.Record, broken.Setting.Finding, broken.Setting.Waiver);
        _json.WriteString("kind", "decision");
        _json.WriteString("level", broken.Level.ToString().ToLowerInvariant());
        _json.WriteString("record", record.Id);
        _json.WriteString("title", record.Title);
        _json.WriteString("link", broken.Link);
        _json.WriteString("rule", finding.Rule.Subject);
        _json.WriteString("key", finding.Key);
        _json.WriteString("fact", finding.Fact);
        _json.WriteString("demand", finding.Demand);
        Write("because", finding.Rule.Because ?? record.Because);
        Write("instead", record.Instead);
        Write("environments", broken.Setting.Environments);
        Write("part", broken.Part);
        Write("waivedUntil", waiver?.Until.ToString());
        _json.WriteString("fingerprint", broken.Fingerprint);
    }

    private void Write(string name, string? text)
    {
        if (text is not null) _json.WriteString(name, text);
    }

    private void Write(string name, ValueList<string> texts)
    {
        if (texts.Count == 0) return;
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }
}
