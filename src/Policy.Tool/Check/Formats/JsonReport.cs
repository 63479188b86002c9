using System.Text.Json;
using DecisionPolicies.Tool.Reports.Json;

namespace DecisionPolicies.Tool.Check.Formats;

/// <summary>The report for programs: one JSON object. Results are written as they come, so that the report is never in memory as a whole.</summary>
internal sealed class JsonReport : ICheckReport
{
    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly FileNames _files;
    private readonly DateOnly _today;

    /// <summary>Begins the report.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="files">Names files independently of where the command runs.</param>
    /// <param name="today">The current day.</param>
    public JsonReport(Stream output, FileNames files, DateOnly today)
    {
        (_json, _output, _files, _today) = (JsonOutput.Open(output), output, files, today);
        _json.WriteStartObject();
        _json.WriteNumber("schemaVersion", JsonOutput.SchemaVersion);
        _json.WriteString("command", "check");
        _json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Add(CheckResult result)
    {
        JsonSerializer.Serialize(_json, Of(result), JsonContract.Default.JsonCheckResult);
        JsonOutput.FlushSometimes(_json);
    }

    /// <inheritdoc/>
    public string? End(CheckSummary summary)
    {
        _json.WriteEndArray();
        _json.WritePropertyName("summary");
        JsonSerializer.Serialize(_json, JsonCheckSummary.Of(summary), JsonContract.Default.JsonCheckSummary);
        _json.WriteEndObject();
        JsonOutput.End(_json, _output);
        return null;
    }

    private JsonCheckResult Of(CheckResult result) => result switch
    {
        Broken broken => JsonViolation.Of(broken, _files, _today),
        Unreadable unreadable => JsonUnreadableFile.Of(unreadable),
        _ => throw new NotSupportedException(result.GetType().Name),
    };
}
