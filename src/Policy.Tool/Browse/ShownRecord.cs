using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary>A record for people: a term, and after it what the record says.</summary>
internal static class ShownRecord
{
    private const int TermWidth = 15;
    private const string Indent = "  ";

    public static void Write(AdrRecord record, RecordLink links, IReadOnlyList<FaultInFile> faults, ToolContext context)
    {
        var output = context.Output;
        output.WriteLine(StatusText.Strong(DisplayText.Neutralise(record.Decision.ToString()), context.HasColour));
        output.WriteLine(record.Decision.Status.Coloured(record.Decision.Status.Word(), context.HasColour) + (record.Decision.Date is { } date
            ? $" {date.InWords()}"
            : ""));
        output.WriteLine();
        foreach (var (term, lines) in Terms(record, links, context.Today))
        {
            for (var i = 0; i < lines.Count; i++) output.WriteLine($"{Indent}{(i == 0 ? term : "").PadRight(TermWidth)}{DisplayText.Neutralise(lines[i])}");
        }
        foreach (var fault in faults) context.Error.WriteLine(UnreadableFiles.InWords(fault));
    }

    private static IEnumerable<(string Term, IReadOnlyList<string> Lines)> Terms(AdrRecord record, RecordLink links, DateOnly today)
    {
        yield return ("Because", record.Decision.Because is { } because ? [because] : []);
        yield return ("Instead", record.Decision.Instead);
        yield return ("Allowed", record.Decision.Allows);
        yield return ("Rules", [.. record.Decision.Rules.SelectMany(OfRule)]);
        yield return ("Waivers", [.. record.Decision.Waivers.SelectMany(waiver => OfWaiver(waiver, today))]);
        yield return ("Revisit", [.. OfRevisit(record.Decision.Revisit, today)]);
        yield return ("Amendments",
            [.. record.Decision.Amendments.Select(amendment => amendment.Date is { } date ? $"{date.InWords()}  {amendment.Change}" : amendment.Change)]);
        yield return ("Supersedes", record.Decision.Supersedes);
        yield return ("Superseded by", record.Decision.SupersededBy);
        yield return ("Decided by", Joined(record.Decision.DecisionMakers));
        yield return ("Tags", Joined(record.Decision.Tags));
        yield return ("Aliases", Joined(record.Decision.Aliases));
        yield return ("Pack", record.Decision.Pack is { } pack ? [pack.ToString()] : []);
        yield return ("In code", [$"Decisions.{record.Name}"]);
        yield return ("File", [record.Path]);
        yield return ("Read", links.To(record) is var link && link != record.Path ? [link] : []);
    }

    private static IReadOnlyList<string> Joined(IReadOnlyList<string> words) => words.Count == 0 ? [] : [string.Join(", ", words)];

    private static IEnumerable<string> OfRule(Rule each)
    {
        var rule = RuleText.Of(each);
        yield return $"{rule.Kind} {rule.Subject} {rule.Demand}";
        foreach (var limit in rule.Limits()) yield return Indent + limit;
        if (rule.Because is { } because) yield return Indent + because;
        if (each.WaivableDays is { } days) yield return $"{Indent}can be waived for at most {Days.Count(days)}";
    }

    private static IEnumerable<string> OfWaiver(Waiver waiver, DateOnly today)
    {
        var environments = waiver.Environments.Count == 0 ? "" : $" in {string.Join(", ", waiver.Environments)}";
        var from = waiver.From is { } first ? $" from {first.InWords()}" : "";
        yield return $"{waiver.Key ?? waiver.Rule}{environments}{from} until {waiver.Until.InWords()} ({Days.OfWaiver(waiver, today)})";
        if (waiver.Key is not null) yield return $"{Indent}for the rule about {waiver.Rule}";
        yield return Indent + waiver.Because;
    }

    private static IEnumerable<string> OfRevisit(Revisit? revisit, DateOnly today)
    {
        if (revisit?.By is { } by) yield return $"by {by.InWords()} ({Days.Away(Days.Left(by, today))})";
        foreach (var when in revisit?.When ?? ValueList<string>.Empty) yield return $"when: {when}";
    }
}
