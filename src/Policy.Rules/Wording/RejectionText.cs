using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>The text that cites a broken decision: what is wrong and where, why, what to do, where to read, how to change it.</summary>
internal static class RejectionText
{
    /// <summary>What breaks a decision about the configuration.</summary>
    public const string Configuration = "this configuration";

    private const int TermWidth = 10;

    /// <summary>Cites a broken decision: an accepted one rejects, a proposed one would.</summary>
    /// <param name="broken">The broken decision.</param>
    /// <param name="judged">What breaks it, as in <c>this endpoint</c>.</param>
    public static string Of(BrokenDecision broken, string judged = Configuration)
    {
        var decision = broken.Decision;
        var text = new StringBuilder();
        var verdict = decision.Status == DecisionStatus.Proposed ? $"would reject {judged} once it is accepted" : $"rejects {judged}";
        text.Append(DisplayText.Neutralise(decision.Citation())).Append(' ').Append(verdict).Append(": ");
        text.Append(DisplayText.Neutralise(decision.Title)).Append(" (").Append(decision.StatusInWords()).Append(")\n");
        for (var i = 0; i < broken.Rules.Count; i++) WriteRule(text, broken.Rules[i], i == 0 ? null : broken.Rules[i - 1].Finding);
        text.Append('\n');
        WriteTerm(text, "Because", decision.Because is null ? [] : [decision.Because]);
        WriteTerm(text, "Instead", decision.Instead);
        WriteTerm(text, "Allowed", decision.Allows);
        WriteTerm(text, "Read", decision.Link.Length == 0 ? [] : [decision.Link]);
        WriteTerm(text, "Change", decision.LinesOfChange());
        return text.ToString();
    }

    /// <summary>Refers to a rejection that has been reported already.</summary>
    /// <param name="broken">The broken decision.</param>
    /// <param name="layer">What also breaks it, as in <c>GatewayOptions</c>.</param>
    public static string Reference(BrokenDecision broken, string layer) => DisplayText.Neutralise(
        $"{broken.Decision.Citation()} also rejects {layer}, at {string.Join(", ", broken.Rules.Select(rule => rule.Finding.Key))}. "
            + "Its rejection has been reported.");

    /// <summary>Broken decisions in one line, as in <c>ADR-0001 is broken at Gateway:Registration:Enabled</c>.</summary>
    /// <param name="broken">The broken decisions.</param>
    public static string InOneLine(this IEnumerable<BrokenDecision> broken) => DisplayText.Neutralise(string.Join("; ", broken.Select(b =>
        $"{b.Decision.Citation()} is broken at {string.Join(", ", b.Rules.Select(rule => rule.Finding.Key).Distinct(StringComparer.OrdinalIgnoreCase))}")));

    /// <summary>Why a host does not start, in one line, as in <c>Not started: ADR-0001 is broken at Gateway:Registration:Enabled.</c></summary>
    /// <param name="broken">The broken decisions.</param>
    /// <param name="others">How many other validations failed.</param>
    public static string NotStarted(IReadOnlyCollection<BrokenDecision> broken, int others)
    {
        var reasons = new List<string>();
        if (broken.Count > 0) reasons.Add(broken.InOneLine());
        if (others > 0) reasons.Add($"{others} {(broken.Count > 0 ? "other " : "")}{(others == 1 ? "validation" : "validations")} failed");
        return $"Not started: {string.Join("; ", reasons)}.";
    }

    private static void WriteRule(StringBuilder text, BrokenRule rule, IFinding? above)
    {
        var finding = rule.Finding;
        // A fact that breaks several rules is shown once.
        var (fact, origin) = (finding.Fact(), finding.Origin());
        var isNew = above is null || above.Fact() != fact || above.Origin() != origin;
        if (isNew) text.Append("\n  ").Append(DisplayText.Neutralise(fact)).Append('\n');
        if (isNew && origin is not null) WriteLine(text, origin);
        WriteLine(text, finding.Demand());
        if (finding.Rule.Because is { } because) WriteLine(text, because);
        if (rule.Verdict.WhyNotWaived is { } why) WriteLine(text, "the waiver " + why);
    }

    private static void WriteLine(StringBuilder text, string line) => text.Append("    ").Append(DisplayText.Neutralise(line)).Append('\n');

    private static void WriteTerm(StringBuilder text, string term, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append("  ").Append((i == 0 ? term : "").PadRight(TermWidth)).Append(DisplayText.Neutralise(lines[i])).Append('\n');
        }
    }
}
