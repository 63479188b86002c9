using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>The decision pack that brought a decision.</summary>
/// <param name="Id">The package's id, as in <c>Contoso.Decisions</c>.</param>
/// <param name="Version">Its version, as in <c>1.2.0</c>.</param>
internal sealed record JsonPack(string Id, string Version)
{
    /// <summary>The pack of a decision; null for a decision of the repository.</summary>
    /// <param name="decision">The decision.</param>
    public static JsonPack? Of(DecisionPolicy decision) => decision.Pack is { } pack ? new(pack.Id, pack.Version) : null;
}

/// <summary>A decision that a result cites.</summary>
/// <param name="Id">The id, as in <c>ADR-0001</c>; of a decision of a pack, as in <c>Contoso.Decisions/ADR-0001</c>.</param>
/// <param name="Pack">The pack that brought it, if one did.</param>
/// <param name="Title">The title.</param>
/// <param name="Status">The status of the decision.</param>
/// <param name="Date">The date of the status.</param>
/// <param name="Link">The link to the record: a URL, or a path in the repository.</param>
internal sealed record JsonDecision(string Id, JsonPack? Pack, string Title, DecisionStatus Status, DateOnly? Date, string Link)
{
    /// <summary>A decision with the link to its record.</summary>
    /// <param name="decision">The decision.</param>
    public static JsonDecision Of(DecisionPolicy decision) =>
        new(decision.Id, JsonPack.Of(decision), decision.Title, decision.Status, decision.Date, decision.Link);
}

/// <summary>A record in a list.</summary>
/// <param name="Id">The id, as in <c>ADR-0001</c>; of a decision of a pack, as in <c>Contoso.Decisions/ADR-0001</c>.</param>
/// <param name="Pack">The pack that brought the decision, if one did.</param>
/// <param name="Title">The title.</param>
/// <param name="Status">The status of the decision.</param>
/// <param name="Date">The date of the status.</param>
/// <param name="Link">The link to the record: a URL, or a path in the repository.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Path">The file, relative to the repository, with forward slashes; in a pack, after the package, its version and a slash.</param>
/// <param name="Tags">The tags.</param>
/// <param name="Aliases">Other words that people search for the decision with.</param>
internal sealed record JsonRecordSummary(
    string Id,
    JsonPack? Pack,
    string Title,
    DecisionStatus Status,
    DateOnly? Date,
    string Link,
    string Name,
    string Path,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Aliases)
{
    /// <summary>The summary of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="links">The links to records.</param>
    public static JsonRecordSummary Of(AdrRecord record, RecordLink links)
    {
        var decision = links.Cite(record);
        return new(
            decision.Id,
            JsonPack.Of(decision),
            decision.Title,
            decision.Status,
            decision.Date,
            decision.Link,
            record.Name,
            record.Path,
            decision.Tags,
            decision.Aliases);
    }
}

/// <summary>Everything that a record says. The first members are those of <see cref="JsonRecordSummary"/>.</summary>
internal sealed record JsonRecord
{
    public required string Id { get; init; }

    public JsonPack? Pack { get; init; }

    public required string Title { get; init; }

    public required DecisionStatus Status { get; init; }

    public DateOnly? Date { get; init; }

    public required string Link { get; init; }

    public required string Name { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<string> DecisionMakers { get; init; }

    public string? Because { get; init; }

    public required IReadOnlyList<string> Instead { get; init; }

    public required IReadOnlyList<string> Allows { get; init; }

    public required IReadOnlyList<RuleText> Rules { get; init; }

    public required IReadOnlyList<JsonWaiver> Waivers { get; init; }

    public JsonRevisit? Revisit { get; init; }

    public required IReadOnlyList<JsonAmendment> Amendments { get; init; }

    public required IReadOnlyList<string> Supersedes { get; init; }

    public required IReadOnlyList<string> SupersededBy { get; init; }

    public required IReadOnlyList<JsonFault> Faults { get; init; }

    /// <summary>Everything that a record says, on a day.</summary>
    /// <param name="record">The record.</param>
    /// <param name="links">The links to records.</param>
    /// <param name="faults">The faults in the record.</param>
    /// <param name="today">The current day.</param>
    public static JsonRecord Of(AdrRecord record, RecordLink links, IEnumerable<FaultInFile> faults, DateOnly today)
    {
        var decision = links.Cite(record);
        return new()
        {
            Id = decision.Id,
            Pack = JsonPack.Of(decision),
            Title = decision.Title,
            Status = decision.Status,
            Date = decision.Date,
            Link = decision.Link,
            Name = record.Name,
            Path = record.Path,
            Tags = decision.Tags,
            Aliases = decision.Aliases,
            DecisionMakers = decision.DecisionMakers,
            Because = decision.Because,
            Instead = decision.Instead,
            Allows = decision.Allows,
            Rules = [.. decision.Rules.Select(RuleText.Of)],
            Waivers = [.. decision.Waivers.Select(waiver => JsonWaiver.Of(waiver, today))],
            Revisit = decision.Revisit is { } revisit ? JsonRevisit.Of(revisit, today) : null,
            Amendments = [.. decision.Amendments.Select(amendment => new JsonAmendment(amendment.Date, amendment.Change))],
            Supersedes = decision.Supersedes,
            SupersededBy = decision.SupersededBy,
            Faults = [.. faults.Select(JsonFault.Of)],
        };
    }
}
