namespace DecisionPolicies.Tool.Records;

/// <summary>What a report says of a record in a few words.</summary>
internal static class RecordSentences
{
    /// <summary>The status and since when, as in <c>accepted 2026-08-02</c>.</summary>
    public static string StatusWithDate(this AdrRecord record) => record.Date is { } date ? $"{record.Status.Word()} {date}" : record.Status.Word();

    /// <summary>How whoever disagrees can change the decision.</summary>
    public static string HowToChange(this AdrRecord record)
    {
        if (record.Status == DecisionStatus.Proposed) return "Change the record before it is accepted.";
        var events = record.Revisit is { When.Count: > 0 } revisit ? string.Join(" ", revisit.When) : null;
        return (record.Revisit?.By, events) switch
        {
            ({ } by, not null) => $"Supersede the record; revisit by {by}, or when one of these is so: {events}",
            ({ } by, null) => $"Supersede the record; revisit by {by}.",
            (null, not null) => $"Supersede the record; revisit when one of these is so: {events}",
            _ => "Supersede the record.",
        };
    }
}
