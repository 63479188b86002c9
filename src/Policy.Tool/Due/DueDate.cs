using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Due;

/// <summary>A date by which to revisit a decision in force, or on which one of its waivers expires.</summary>
/// <param name="Record">The decision's record, and the file that says when: another one if it is a waiver of a packed decision.</param>
/// <param name="Place">Where the record says so.</param>
/// <param name="Day">The date.</param>
/// <param name="Waiver">The waiver that expires; null if the decision is to be revisited.</param>
internal sealed record DueDate(FoundRecord Record, Place Place, DateOnly Day, Waiver? Waiver)
{
    /// <summary>What is due.</summary>
    public DueKind Kind => Waiver is null ? DueKind.Revisit : DueKind.Waiver;

    /// <summary>The file, relative to the repository, with forward slashes.</summary>
    public string Path => Record.File.Content.Path;

    /// <summary>The decision.</summary>
    public DecisionPolicy Decision => Record.Record.Decision;

    /// <summary>Whether only the owners of a pack can do something about it: they say when to revisit its decisions.</summary>
    public bool IsOfPack => Waiver is null && Decision.Pack is not null;

    /// <summary>The dates of all records that are accepted or proposed, and of packed decisions, in order.</summary>
    /// <param name="log">The decision log.</param>
    public static IEnumerable<DueDate> AllOf(DecisionLog log) => log.Found().SelectMany(Of)
        .Concat(log.Packs.Found.SelectMany(found => OfPack(found, log)))
        .Where(due => due.Decision.IsInForce)
        .OrderBy(due => due.Day).ThenBy(due => due.Path, StringComparer.Ordinal).ThenBy(due => due.Place.Line);

    private static IEnumerable<DueDate> Of(FoundRecord found)
    {
        var fields = found.File.Fields;
        if (found.Record.Decision.Revisit?.By is { } by) yield return new(found, PlaceOfRevisit(fields), by, null);
        foreach (var waiver in found.Record.Decision.Waivers) yield return new(found, WaiverItem.PlaceOf(fields, waiver, "until"), waiver.Until, waiver);
    }

    // The waivers of a packed decision that apply are in records of the repository.
    private static IEnumerable<DueDate> OfPack(FoundRecord found, DecisionLog log)
    {
        foreach (var date in Of(found))
        {
            if (date.Waiver is not { } waiver) yield return date;
            else if (log.Files.FirstOrDefault(file => file.Content.PackWaivers.Any(each => each.Waiver == waiver)) is { } file)
            {
                yield return date with { Record = found with { File = file }, Place = WaiverItem.PlaceOf(file.Fields, waiver, "until") };
            }
        }
    }

    /// <summary>Where a record says when to revisit the decision.</summary>
    /// <param name="fields">The record's fields.</param>
    public static Place PlaceOfRevisit(RecordFields fields) => fields.Key("revisit")?.Value switch
    {
        YamlMapping revisit => WaiverItem.ValueOf(revisit, "by")?.Place ?? revisit.Place,
        { } day => day.Place,
        null => Place.Start,
    };
}

/// <summary>What is due.</summary>
internal enum DueKind
{
    /// <summary>The decision is to be revisited.</summary>
    Revisit,

    /// <summary>A waiver expires.</summary>
    Waiver,
}
