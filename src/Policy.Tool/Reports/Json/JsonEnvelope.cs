using System.Text.Json.Serialization;
using DecisionPolicies.Tool.Due;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>The JSON output of a command. <c>check</c> writes the same two members itself, because it writes results as they come.</summary>
/// <param name="Command">The command.</param>
internal abstract record JsonEnvelope([property: JsonPropertyOrder(-1)] string Command)
{
    /// <summary>The version of the contract.</summary>
    [JsonPropertyOrder(-2)]
    public int SchemaVersion => JsonOutput.SchemaVersion;
}

/// <summary>What <c>decisions list</c> writes.</summary>
/// <param name="Records">The requested records.</param>
/// <param name="Unreadable">The faults in files that cannot be read as records.</param>
internal sealed record JsonList(IReadOnlyList<JsonRecordSummary> Records, IReadOnlyList<JsonFault> Unreadable) : JsonEnvelope("list");

/// <summary>What <c>decisions show</c> writes.</summary>
/// <param name="Record">The record.</param>
internal sealed record JsonShow(JsonRecord Record) : JsonEnvelope("show");

/// <summary>What <c>decisions search</c> writes.</summary>
/// <param name="Results">The found records, the best match first.</param>
/// <param name="Unreadable">The faults in files that cannot be read as records.</param>
internal sealed record JsonSearch(IReadOnlyList<JsonSearchHit> Results, IReadOnlyList<JsonFault> Unreadable) : JsonEnvelope("search");

/// <summary>A record that a search found.</summary>
/// <param name="Record">The record.</param>
/// <param name="Text">The line with most of the words; null if only the record's id or name has them.</param>
/// <param name="Place">Where that line is.</param>
internal sealed record JsonSearchHit(JsonRecordSummary Record, string? Text, JsonPlace? Place);

/// <summary>What <c>decisions lint</c> writes.</summary>
/// <param name="Results">The faults in the records.</param>
/// <param name="Summary">The result in numbers.</param>
internal sealed record JsonLint(IReadOnlyList<JsonFault> Results, JsonLintSummary Summary) : JsonEnvelope("lint");

/// <summary>The result of <c>decisions lint</c> in numbers.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="Errors">How many errors are reported.</param>
/// <param name="Warnings">How many warnings are reported.</param>
/// <param name="Infos">How many infos are reported.</param>
/// <param name="NotJudged">What could not be judged, and why, each as a sentence.</param>
internal sealed record JsonLintSummary(int Records, int Errors, int Warnings, int Infos, IReadOnlyList<string> NotJudged);

/// <summary>What <c>decisions due</c> writes.</summary>
/// <param name="Results">The dates that have passed, and then the next ones.</param>
/// <param name="Unreadable">Faults that may hide a date.</param>
/// <param name="Summary">The result in numbers.</param>
internal sealed record JsonDue(IReadOnlyList<JsonDueDate> Results, IReadOnlyList<JsonFault> Unreadable, JsonDueSummary Summary) : JsonEnvelope("due");

/// <summary>A date by which to revisit a decision, or on which a waiver expires.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="Severity">A warning if the date has passed, otherwise info; of a date that a pack states, info.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Day">The date, inclusive.</param>
/// <param name="DaysLeft">How many days remain until then; negative once it has passed.</param>
/// <param name="Waiver">The waiver, if one expires.</param>
/// <param name="Revisit">When to revisit the decision, if that is due.</param>
/// <param name="Message">What is due, in one line.</param>
/// <param name="Place">Where the record says so.</param>
internal sealed record JsonDueDate(
    DueKind Kind,
    Severity Severity,
    JsonDecision Decision,
    DateOnly Day,
    int DaysLeft,
    JsonWaiver? Waiver,
    JsonRevisit? Revisit,
    string Message,
    JsonPlace Place);

/// <summary>The result of <c>decisions due</c> in numbers.</summary>
/// <param name="Overdue">How many dates have passed, without those that packs state.</param>
/// <param name="Upcoming">How many are still to come.</param>
/// <param name="Until">The last day of the report.</param>
internal sealed record JsonDueSummary(int Overdue, int Upcoming, DateOnly Until);
