using System.Text.Encodings.Web;
using System.Text.Json;

namespace DecisionPolicies.Tool.Check.Reports;

/// <summary>
/// The report for programs: one JSON object, whose shape docs/cli.md describes. Results are written as they are found. Control characters
/// and halves of characters are replaced in it, since a terminal may show it, and JSON cannot hold the latter.
/// </summary>
internal sealed class JsonReport : ICheckReport
{
    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly FileNames _files;

    /// <summary>Begins the report.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="files">Names files apart from where the command runs.</param>
    public JsonReport(Stream output, FileNames files)
    {
        (_json, _output, _files) = (Open(output), output, files);
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
            Write("message", unreadable.Message);
            Write("notJudged", unreadable.Others);
        }
        Write("path", result.Path);
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
        _json.WriteNumber("judged", summary.Judged);
        _json.WriteNumber("errors", summary.Errors);
        _json.WriteNumber("warnings", summary.Warnings);
        _json.WriteNumber("waived", summary.Waived);
        _json.WriteNumber("unreadable", summary.Unreadable);
        _json.WriteNumber("known", summary.Known);
        Write("problems", summary.Problems);
        _json.WriteEndObject();
        _json.WriteEndObject();
        EndFile(_json, _output);
    }

    /// <summary>Ends a file, with the end of its last line.</summary>
    /// <param name="json">Its writer.</param>
    /// <param name="output">Where it writes.</param>
    public static void EndFile(Utf8JsonWriter json, Stream output)
    {
        json.Dispose();
        output.Write("\n"u8);
    }

    private void Write(Broken broken)
    {
        var (decision, finding, verdict) = (broken.Decision, broken.Setting.Finding, broken.Setting.Verdict);
        _json.WriteString("kind", "decision");
        _json.WriteString("level", broken.Severity.Word());
        Write("record", decision.Id);
        Write("title", decision.Title);
        Write("link", decision.Link);
        Write("rule", finding.Rule.Subject);
        Write("key", finding.Key);
        Write("fact", finding.Fact());
        Write("demand", finding.Demand());
        Write("because", finding.Rule.Because ?? decision.Because);
        Write("instead", decision.Instead);
        Write("environments", broken.Setting.Environments);
        Write("part", broken.Part?.Text);
        Write("waivedUntil", verdict.Waiver?.Until.InWords());
        _json.WriteString("fingerprint", broken.IdentityIn(_files));
    }

    private void Write(string name, string? text)
    {
        if (text is not null) _json.WriteString(name, DisplayText.Neutralise(text));
    }

    private void Write(string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(DisplayText.Neutralise(text));
        _json.WriteEndArray();
    }
}
