using System.Globalization;
using System.Text;

namespace DecisionPolicies;

/// <summary>The text that cites a broken decision: what is wrong and where, why, what to do, where to read, how to change it.</summary>
internal static class Rejection
{
    private const int TermWidth = 10;

    /// <summary>Cites an accepted decision that a configuration breaks.</summary>
    public static string Of(BrokenDecision broken) => Write(broken, "rejects this configuration");

    /// <summary>Cites a proposed decision that a configuration would break.</summary>
    public static string Warning(BrokenDecision broken) => Write(broken, "would reject this configuration, once accepted");

    /// <summary>Refers to a rejection that has been told already.</summary>
    /// <param name="broken">The broken decision.</param>
    /// <param name="layer">What breaks it as well, as in <c>GatewayOptions</c>.</param>
    public static string Reference(BrokenDecision broken, string layer) => DisplayText.Neutralise(
        $"{broken.Decision.Id} rejects {layer} as well, at {string.Join(", ", broken.Rules.Select(rule => rule.Finding.Key))}; its rejection has been reported.");

    private static string Write(BrokenDecision broken, string verdict)
    {
        var decision = broken.Decision;
        var text = new StringBuilder();
        text.Append(DisplayText.Neutralise(decision.Id)).Append(' ').Append(verdict).Append(": ");
        text.Append(DisplayText.Neutralise(decision.Title)).Append(" (").Append(StatusOf(decision)).Append(")\n");
        foreach (var rule in broken.Rules) WriteRule(text, rule);
        text.Append('\n');
        WriteTerm(text, "Because", decision.Because is null ? [] : [decision.Because]);
        WriteTerm(text, "Instead", decision.Instead);
        WriteTerm(text, "Allowed", decision.Allows);
        WriteTerm(text, "Read", decision.Link.Length == 0 ? [] : [decision.Link]);
        WriteTerm(text, "Change", HowToChange(decision));
        return text.ToString();
    }

    private static void WriteRule(StringBuilder text, BrokenRule rule)
    {
        var finding = rule.Finding;
        text.Append("\n  ").Append(DisplayText.Neutralise(finding.Fact)).Append('\n');
        if (finding.Source is not null) text.Append("    set by ").Append(DisplayText.Neutralise(finding.Source)).Append('\n');
        text.Append("    ").Append(DisplayText.Neutralise(finding.Demand)).Append('\n');
        if (finding.Rule.Because is { } because) text.Append("    ").Append(DisplayText.Neutralise(because)).Append('\n');
        if (rule.WaiverEnded is { } day) text.Append("    a waiver for this ended on ").Append(Iso(day)).Append('\n');
    }

    private static void WriteTerm(StringBuilder text, string term, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append("  ").Append((i == 0 ? term : "").PadRight(TermWidth)).Append(DisplayText.Neutralise(lines[i])).Append('\n');
        }
    }

    private static string StatusOf(DecisionPolicy decision)
    {
        var status = decision.Status.ToString().ToLowerInvariant();
        return decision.Date is { } date ? $"{status} {Iso(date)}" : status;
    }

    private static IReadOnlyList<string> HowToChange(DecisionPolicy decision) => decision.Revisit switch
    {
        _ when decision.Status == DecisionStatus.Proposed => ["Change the record before it is accepted."],
        { By: { } by, When.Count: > 0 } both => [$"Supersede the record; revisit by {Iso(by)}, or when one of these is so:", .. both.When],
        { By: { } by } => [$"Supersede the record; revisit by {Iso(by)}."],
        { When.Count: > 0 } events => ["Supersede the record; revisit when one of these is so:", .. events.When],
        _ => ["Supersede the record."],
    };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
