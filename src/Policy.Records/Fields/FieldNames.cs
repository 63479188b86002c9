namespace DecisionPolicies.Records;

/// <summary>The names of a record's fields, with the spellings that other tools and templates use.</summary>
internal static class FieldNames
{
    public const string Rules = "rules";

    public static readonly string[] Id = ["id", "adr", "number"];
    public static readonly string[] Date = ["date", "created", "updated"];
    public static readonly string[] DecisionMakers = ["decision-makers", "deciders"];
    public static readonly string[] SupersededBy = ["superseded-by", "superseded_by", "supersededBy", "x-superseded-by", "superseded by"];

    // The names that this library reads, and so what a near miss probably means.
    private static readonly string[] _ours =
    [
        .. Id, .. Date, .. DecisionMakers, .. SupersededBy, "name", "title", "status", "link", "because", "instead", "allows",
        "revisit", "amendments", "aliases", "tags", "supersedes", Rules, "waivers",
    ];

    // Our names, and names that other tools use, or may use, and that are close to one of ours.
    private static readonly HashSet<string> _known = new(
        _ours.Concat(["files", "links", "tag", "related", "stage", "state", "teams", "roles", "rates", "tiles", "holes", "decided", "revised", "linked",
            "uid"]),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reports each field that differs by one or two slips from one of ours and does not belong to another tool.</summary>
    /// <param name="front">The record's fields.</param>
    public static void ReportMisspelled(FieldReader front)
    {
        foreach (var key in front.Entries.Select(entry => entry.Key))
        {
            if (_known.Contains(key.Text) || Spelling.Nearest(key.Text, _ours) is not { } meant) continue;
            var kind = meant == Rules ? FaultKind.MisspelledRules : FaultKind.MisspelledKey;
            front.Report(kind, key.Place, $"Unknown key '{key.Text}'. Did you mean '{meant}'?");
        }
    }
}
