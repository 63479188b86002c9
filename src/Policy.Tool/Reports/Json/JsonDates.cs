using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>A waiver: an exception from a rule that expires.</summary>
/// <param name="Rule">The subject of the rule.</param>
/// <param name="Key">The one key that is excepted; null for all that the rule applies to.</param>
/// <param name="Environments">The host environments that it applies to; none means all.</param>
/// <param name="From">The first day on which it is valid; null if it is valid from the beginning.</param>
/// <param name="Until">The last day on which it is valid.</param>
/// <param name="DaysLeft">How many days it is still valid; negative once it has expired.</param>
/// <param name="Because">The reason.</param>
internal sealed record JsonWaiver(
    string Rule, string? Key, IReadOnlyList<string> Environments, DateOnly? From, DateOnly Until, int DaysLeft, string Because)
{
    /// <summary>A waiver on a day.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="today">The current day.</param>
    public static JsonWaiver Of(Waiver waiver, DateOnly today) =>
        new(waiver.Rule, waiver.Key, waiver.Environments, waiver.From, waiver.Until, Days.Left(waiver.Until, today), waiver.Because);
}

/// <summary>When to revisit a decision.</summary>
/// <param name="By">The latest date, if there is one.</param>
/// <param name="DaysLeft">How many days remain until then; negative once it has passed.</param>
/// <param name="When">The events after which to revisit it.</param>
internal sealed record JsonRevisit(DateOnly? By, int? DaysLeft, IReadOnlyList<string> When)
{
    /// <summary>What a record says, on a day.</summary>
    /// <param name="revisit">What the record says.</param>
    /// <param name="today">The current day.</param>
    public static JsonRevisit Of(Revisit revisit, DateOnly today) =>
        new(revisit.By, revisit.By is { } by ? Days.Left(by, today) : null, revisit.When);
}

/// <summary>A change to an accepted record that left the decision as it is.</summary>
/// <param name="Date">The date of the change, if the record states it.</param>
/// <param name="Change">What changed.</param>
internal sealed record JsonAmendment(DateOnly? Date, string Change);
