using System.Text.Json.Serialization;
using DecisionPolicies.Tool.Check;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>A result of <c>decisions check</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(JsonViolation), "violation")]
[JsonDerivedType(typeof(JsonUnreadableFile), "unreadable")]
internal abstract record JsonCheckResult;

/// <summary>A violation. It holds no value except one that the record names: any other may be a secret.</summary>
internal sealed record JsonViolation : JsonCheckResult
{
    public required Severity Severity { get; init; }

    public required Consequence Verdict { get; init; }

    public required JsonDecision Decision { get; init; }

    public required RuleText Rule { get; init; }

    public required string Key { get; init; }

    public required SettingState State { get; init; }

    public string? Value { get; init; }

    public required bool Respelled { get; init; }

    public required string Message { get; init; }

    public string? Because { get; init; }

    public required IReadOnlyList<string> Instead { get; init; }

    public required IReadOnlyList<string> Environments { get; init; }

    public string? Part { get; init; }

    public JsonWaiver? Waiver { get; init; }

    public required JsonPlace Place { get; init; }

    public required string Fingerprint { get; init; }

    /// <summary>A violation on a day.</summary>
    /// <param name="broken">The finding.</param>
    /// <param name="files">Names files independently of where the command runs.</param>
    /// <param name="today">The current day.</param>
    public static JsonViolation Of(Broken broken, FileNames files, DateOnly today)
    {
        var (decision, finding, verdict) = (broken.Decision, broken.Setting.Finding, broken.Setting.Verdict);
        return new()
        {
            Severity = verdict.Severity,
            Verdict = verdict.Consequence,
            Decision = JsonDecision.Of(decision),
            Rule = RuleText.Of(finding.Rule),
            Key = finding.Key,
            State = finding.State,
            Value = finding.State == SettingState.Value ? finding.Literal?.Text : null,
            Respelled = finding.IsRespelled,
            Message = broken.Message,
            Because = finding.Rule.Because ?? decision.Because,
            Instead = decision.Instead,
            Environments = broken.Setting.Environments,
            Part = broken.Part?.Text,
            Waiver = verdict.Waiver is { } waiver ? JsonWaiver.Of(waiver, today) : null,
            Place = JsonPlace.Of(broken.Path, broken.Place),
            Fingerprint = broken.IdentityIn(files),
        };
    }
}

/// <summary>A file that could not be judged, or only in part.</summary>
/// <param name="Severity">Its severity: error.</param>
/// <param name="Message">Why, and what to do. It repeats no value.</param>
/// <param name="NotJudged">Other files that were not judged because of this one.</param>
/// <param name="Place">The place of the fault.</param>
internal sealed record JsonUnreadableFile(Severity Severity, string Message, IReadOnlyList<string> NotJudged, JsonPlace Place) : JsonCheckResult
{
    /// <summary>A file that could not be judged.</summary>
    /// <param name="unreadable">The file.</param>
    public static JsonUnreadableFile Of(Unreadable unreadable) =>
        new(Severity.Error, DisplayText.Neutralise(unreadable.Message), unreadable.Others, JsonPlace.Of(unreadable.Path, unreadable.Place));
}

/// <summary>The result of a run of <c>decisions check</c> in numbers; see <see cref="CheckSummary"/>.</summary>
internal sealed record JsonCheckSummary(
    int Files,
    int Judged,
    int Errors,
    int Warnings,
    int Waived,
    int Unreadable,
    int Known,
    JsonNotJudged NotJudged,
    IReadOnlyList<string> Problems)
{
    /// <summary>The numbers of a run.</summary>
    /// <param name="summary">The run's summary.</param>
    public static JsonCheckSummary Of(CheckSummary summary) => new(
        summary.Files,
        summary.Judged,
        summary.Errors,
        summary.Warnings,
        summary.Waived,
        summary.Unreadable,
        summary.Known,
        JsonNotJudged.Of(summary.NotJudged),
        [.. summary.Problems.Select(DisplayText.Neutralise)]);
}
