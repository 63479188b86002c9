using DecisionPolicies.Tool.Records;

namespace DecisionPolicies.Tool.Log;

/// <summary>A record for people: each thing it says behind the word for it.</summary>
internal static class ShownRecord
{
    private const int TermWidth = 15;
    private const string Indent = "  ";

    public static void Write(AdrRecord record, RecordLink links, IReadOnlyList<FaultInFile> faults, ToolContext context)
    {
        var output = context.Output;
        output.WriteLine(StatusText.Strong(DisplayText.Neutralise($"{record.Id}: {record.Title}"), context.HasColour));
        output.WriteLine(record.Status.Coloured(record.Status.Word(), context.HasColour) + (record.Date is { } date ? $" {date}" : ""));
        output.WriteLine();
        foreach (var (term, lines) in Terms(record, links, context.Today))
        {
            for (var i = 0; i < lines.Count; i++) output.WriteLine($"{Indent}{(i == 0 ? term : "").PadRight(TermWidth)}{DisplayText.Neutralise(lines[i])}");
        }
        foreach (var fault in faults) context.Error.WriteLine(UnreadableFiles.InWords(fault));
    }

    private static IEnumerable<(string Term, IReadOnlyList<string> Lines)> Terms(AdrRecord record, RecordLink links, DateOnly today)
    {
        yield return ("Because", record.Because is { } because ? [because] : []);
        yield return ("Instead", record.Instead);
        yield return ("Allowed", record.Allows);
        yield return ("Rules", [.. record.Rules.Select(RuleText.Of).SelectMany(OfRule)]);
        yield return ("Waivers", [.. record.Waivers.SelectMany(waiver => OfWaiver(waiver, today))]);
        yield return ("Revisit", [.. OfRevisit(record.Revisit, today)]);
        yield return ("Amendments", [.. record.Amendments.Select(amendment => amendment.Date is { } date ? $"{date}  {amendment.Change}" : amendment.Change)]);
        yield return ("Supersedes", record.Supersedes);
        yield return ("Superseded by", record.SupersededBy);
        yield return ("Decided by", Joined(record.DecisionMakers));
        yield return ("Tags", Joined(record.Tags));
        yield return ("Aliases", Joined(record.Aliases));
        yield return ("In code", [$"Decisions.{record.Name}"]);
        yield return ("File", [record.Path]);
        yield return ("Read", links.To(record) is var link && link != record.Path ? [link] : []);
    }

    private static IReadOnlyList<string> Joined(IReadOnlyList<string> words) => words.Count == 0 ? [] : [string.Join(", ", words)];

    private static IEnumerable<string> OfRule(RuleText rule)
    {
        yield return $"{rule.Kind} {rule.Subject} {rule.Demand}";
        foreach (var limit in rule.Limits) yield return Indent + limit;
        if (rule.Because is { } because) yield return Indent + because;
    }

    private static IEnumerable<string> OfWaiver(RecordWaiver waiver, DateOnly today)
    {
        var environments = waiver.Environments.Count == 0 ? "" : $" in {string.Join(", ", waiver.Environments)}";
        yield return $"{waiver.Key ?? waiver.Rule}{environments} until {waiver.Until} ({Days.OfWaiver(Days.Left(waiver.Until, today))})";
        if (waiver.Key is not null) yield return $"{Indent}of the rule about {waiver.Rule}";
        yield return Indent + waiver.Because;
    }

    private static IEnumerable<string> OfRevisit(RecordRevisit? revisit, DateOnly today)
    {
        if (revisit?.By is { } by) yield return $"by {by} ({Days.Away(Days.Left(by, today))})";
        foreach (var when in revisit?.When ?? ValueList<string>.Empty) yield return $"when: {when}";
    }
}
