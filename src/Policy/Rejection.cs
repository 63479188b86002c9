using System.Text;

namespace DecisionPolicies;

/// <summary>The text that cites a broken decision: what is wrong and where, why, what to do, where to read, how to change it.</summary>
internal static class Rejection
{
    private const int TermWidth = 10;
    private const string Configuration = "this configuration";

    /// <summary>Cites an accepted decision that a configuration breaks.</summary>
    public static string Of(BrokenDecision broken) => Of(broken, Configuration);

    /// <summary>Cites an accepted decision that is broken.</summary>
    /// <param name="broken">The broken decision.</param>
    /// <param name="judged">What breaks it, as in <c>this endpoint</c>.</param>
    public static string Of(BrokenDecision broken, string judged) => Write(broken, $"rejects {judged}");

    /// <summary>Cites a proposed decision that a configuration would break.</summary>
    public static string Warning(BrokenDecision broken) => Warning(broken, Configuration);

    /// <summary>Cites a proposed decision that would be broken.</summary>
    /// <param name="broken">The broken decision.</param>
    /// <param name="judged">What would break it.</param>
    public static string Warning(BrokenDecision broken, string judged) => Write(broken, $"would reject {judged}, once accepted");

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
        text.Append(DisplayText.Neutralise(decision.Title)).Append(" (").Append(decision.StatusInWords()).Append(")\n");
        for (var i = 0; i < broken.Rules.Count; i++) WriteRule(text, broken.Rules[i], i == 0 ? null : broken.Rules[i - 1]);
        text.Append('\n');
        WriteTerm(text, "Because", decision.Because is null ? [] : [decision.Because]);
        WriteTerm(text, "Instead", decision.Instead);
        WriteTerm(text, "Allowed", decision.Allows);
        WriteTerm(text, "Read", decision.Link.Length == 0 ? [] : [decision.Link]);
        WriteTerm(text, "Change", decision.LinesOfChange());
        return text.ToString();
    }

    private static void WriteRule(StringBuilder text, BrokenRule rule, BrokenRule? above)
    {
        var finding = rule.Finding;
        // What breaks several rules is shown once.
        var isNew = above?.Finding.Fact != finding.Fact || above.Finding.Provenance != finding.Provenance;
        if (isNew) text.Append("\n  ").Append(DisplayText.Neutralise(finding.Fact)).Append('\n');
        if (isNew && finding.Provenance is { } provenance) text.Append("    ").Append(DisplayText.Neutralise(provenance)).Append('\n');
        text.Append("    ").Append(DisplayText.Neutralise(finding.Demand)).Append('\n');
        if (finding.Rule.Because is { } because) text.Append("    ").Append(DisplayText.Neutralise(because)).Append('\n');
        if (rule.Verdict is { IsWaiverExpired: true, Waiver: { } waiver }) text.Append("    the waiver expired on ").Append(waiver.Until.InWords()).Append('\n');
    }

    private static void WriteTerm(StringBuilder text, string term, IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append("  ").Append((i == 0 ? term : "").PadRight(TermWidth)).Append(DisplayText.Neutralise(lines[i])).Append('\n');
        }
    }
}
