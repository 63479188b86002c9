using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>A dated exception from a rule.</summary>
/// <param name="Rule">What the rule speaks about.</param>
/// <param name="Key">The one key that is excepted; null for all that the rule speaks about.</param>
/// <param name="Environments">The host environments it holds in; none means all.</param>
/// <param name="Until">The last day on which it holds.</param>
/// <param name="DaysLeft">How many days it still holds; negative once it has expired.</param>
/// <param name="Because">Why it was granted.</param>
internal sealed record JsonWaiver(string Rule, string? Key, IReadOnlyList<string> Environments, DateOnly Until, int DaysLeft, string Because)
{
    /// <summary>A waiver, seen from a day.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="today">The day.</param>
    public static JsonWaiver Of(Waiver waiver, DateOnly today) =>
        new(waiver.Rule, waiver.Key, waiver.Environments, waiver.Until, Days.Left(waiver.Until, today), waiver.Because);
}

/// <summary>When a decision is to be looked at again.</summary>
/// <param name="By">The day at the latest, if there is one.</param>
/// <param name="DaysLeft">How many days are left until then; negative once it has passed.</param>
/// <param name="When">The events that call for it.</param>
internal sealed record JsonRevisit(DateOnly? By, int? DaysLeft, IReadOnlyList<string> When)
{
    /// <summary>What a record says, seen from a day.</summary>
    /// <param name="revisit">What the record says.</param>
    /// <param name="today">The day.</param>
    public static JsonRevisit Of(Revisit revisit, DateOnly today) =>
        new(revisit.By, revisit.By is { } by ? Days.Left(by, today) : null, revisit.When);
}

/// <summary>A change to an accepted record that left the decision as it is.</summary>
/// <param name="Date">The day of the change, if the record gives it.</param>
/// <param name="Change">What was changed.</param>
internal sealed record JsonAmendment(DateOnly? Date, string Change);
