namespace DecisionPolicies.Records;

/// <summary>Reads a status as MADR 4 writes it, with the successors that stand in it.</summary>
internal static class StatusReader
{
    private const string SupersededBy = "superseded by";

    public static (DecisionStatus Status, IEnumerable<string> SupersededBy) Read(FieldReader front)
    {
        var text = front.Text("status");
        if (string.IsNullOrEmpty(text))
        {
            // Of a status that is no text, the reader has already said so.
            if (front.Node("status") is null or YamlScalar) Report(front, "The record has no status.");
            return (DecisionStatus.Unknown, []);
        }
        switch (text!.ToLowerInvariant())
        {
            case "proposed": return (DecisionStatus.Proposed, []);
            case "accepted": return (DecisionStatus.Accepted, []);
            case "rejected": return (DecisionStatus.Rejected, []);
            case "deprecated": return (DecisionStatus.Deprecated, []);
            case "superseded": return (DecisionStatus.Superseded, []);
        }
        if (text.StartsWith(SupersededBy, StringComparison.OrdinalIgnoreCase))
        {
            return (DecisionStatus.Superseded, text.Substring(SupersededBy.Length).Split(',').Select(WithoutLink).Where(id => id.Length > 0));
        }
        Report(front, $"'{text}' is not a known status.");
        return (DecisionStatus.Unknown, []);
    }

    // [ADR-0005](0005-example.md) names ADR-0005.
    private static string WithoutLink(string target)
    {
        var trimmed = target.Trim();
        var close = trimmed.IndexOf(']');
        return trimmed.StartsWith("[", StringComparison.Ordinal) && close > 0 ? trimmed.Substring(1, close - 1) : trimmed;
    }

    private static void Report(FieldReader front, string what) => front.Report(
        FaultKind.UnknownStatus,
        "status",
        what + " Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009.");
}
