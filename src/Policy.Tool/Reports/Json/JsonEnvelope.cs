using System.Text.Json.Serialization;
using DecisionPolicies.Tool.Due;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>What a command writes as JSON, as a whole. <c>check</c> writes the same two members by hand, because it writes results as they come.</summary>
/// <param name="Command">The command.</param>
internal abstract record JsonEnvelope([property: JsonPropertyOrder(-1)] string Command)
{
    /// <summary>The version of the contract.</summary>
    [JsonPropertyOrder(-2)]
    public int SchemaVersion => JsonOutput.SchemaVersion;
}

/// <summary>What <c>decisions list</c> writes.</summary>
/// <param name="Records">The records that were asked for.</param>
/// <param name="Unreadable">What is wrong with the files that are not read as records.</param>
internal sealed record JsonList(IReadOnlyList<JsonRecordSummary> Records, IReadOnlyList<JsonFault> Unreadable) : JsonEnvelope("list");

/// <summary>What <c>decisions show</c> writes.</summary>
/// <param name="Record">The record.</param>
internal sealed record JsonShow(JsonRecord Record) : JsonEnvelope("show");

/// <summary>What <c>decisions search</c> writes.</summary>
/// <param name="Results">The records that were found, the nearest first.</param>
/// <param name="Unreadable">What is wrong with the files that are not read as records.</param>
internal sealed record JsonSearch(IReadOnlyList<JsonSearchHit> Results, IReadOnlyList<JsonFault> Unreadable) : JsonEnvelope("search");

/// <summary>A record that a search has found.</summary>
/// <param name="Record">The record.</param>
/// <param name="Text">The line that has most of the words; null where only the record's id or name has them.</param>
/// <param name="Place">Where that line is.</param>
internal sealed record JsonSearchHit(JsonRecordSummary Record, string? Text, JsonPlace? Place);

/// <summary>What <c>decisions lint</c> writes.</summary>
/// <param name="Results">What is wrong with the records.</param>
/// <param name="Summary">What it came to.</param>
internal sealed record JsonLint(IReadOnlyList<JsonFault> Results, JsonLintSummary Summary) : JsonEnvelope("lint");

/// <summary>What a run of <c>decisions lint</c> came to.</summary>
/// <param name="Records">How many records there are.</param>
/// <param name="Errors">How many errors are shown.</param>
/// <param name="Warnings">How many warnings are shown.</param>
/// <param name="Infos">How much information is shown.</param>
/// <param name="NotJudged">What could not be judged, and why, each as a sentence.</param>
internal sealed record JsonLintSummary(int Records, int Errors, int Warnings, int Infos, IReadOnlyList<string> NotJudged);

/// <summary>What <c>decisions due</c> writes.</summary>
/// <param name="Results">The days that have passed, and then those that come.</param>
/// <param name="Unreadable">Faults that may hide a day.</param>
/// <param name="Summary">What it came to.</param>
internal sealed record JsonDue(IReadOnlyList<JsonDueDate> Results, IReadOnlyList<JsonFault> Unreadable, JsonDueSummary Summary) : JsonEnvelope("due");

/// <summary>A day on which something of a record ends or is to be looked at again.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="Severity">A warning where the day has passed, else information.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Day">The day, which still counts.</param>
/// <param name="DaysLeft">How many days are left until then; negative once it has passed.</param>
/// <param name="Waiver">The waiver that ends, where it is one.</param>
/// <param name="Revisit">What the record says of when it is to be looked at again, where it is that.</param>
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

/// <summary>What a run of <c>decisions due</c> came to.</summary>
/// <param name="Overdue">How many days have passed.</param>
/// <param name="Upcoming">How many come.</param>
/// <param name="Until">The last day that was looked at.</param>
internal sealed record JsonDueSummary(int Overdue, int Upcoming, DateOnly Until);
