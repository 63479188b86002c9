namespace DecisionPolicies.Records.Settings;

/// <summary>Says in one line which decision a settings file breaks: what stands there, what is asked, why, what to do, where to read.</summary>
internal static class SettingsMessage
{
    /// <summary>The message of a broken rule.</summary>
    /// <param name="broken">The broken rule.</param>
    /// <param name="decision">The decision, with the link at which its record can be read.</param>
    public static string Of(BrokenSetting broken, DecisionPolicy decision)
    {
        if (broken.Verdict is { Consequence: Consequence.Waived, Waiver: { } waiver })
        {
            return $"{decision.Id} is broken by {ClauseOf(broken)}; waived until {waiver.Until.InWords()}: {waiver.Because}";
        }
        var verdict = broken.Verdict.Consequence == Consequence.Rejected ? $"rejects {ClauseOf(broken)}" : $"would reject {ClauseOf(broken)}, once it is accepted";
        return string.Join(" ", Sentences(decision, broken.Finding, $"{decision.Id} {verdict}"));
    }

    private static IEnumerable<string> Sentences(DecisionPolicy decision, Finding finding, string verdict)
    {
        yield return verdict + ".";
        if ((finding.Rule.Because ?? decision.Because) is { } because) yield return Sentence(because);
        if (decision.Instead.Count > 0) yield return "Instead: " + Sentence(decision.Instead[0]);
        // Without a full stop, which would become part of a link where one is made of it.
        yield return "Read " + decision.Link;
    }

    /// <summary>What stands where, and what is asked of it, as in <c>Gateway:Registration:Enabled = true, which must not be true</c>.</summary>
    /// <param name="broken">The broken rule.</param>
    public static string ClauseOf(BrokenSetting broken)
    {
        // The fact is a clause of its own, as in 'Key is empty'; after its key it goes on as a relative one.
        var finding = broken.Finding;
        var rest = finding.Fact.Substring(finding.Key.Length);
        var fact = rest.StartsWith(" = ", StringComparison.Ordinal) ? $"{finding.Fact}, which" : $"{finding.Key}, which{rest} and";
        return $"{fact} {finding.Demand}{In(broken.Environments)}";
    }

    private static string In(ValueList<string> environments) => environments.Count switch
    {
        0 => "",
        1 => $" in {environments[0]}",
        _ => $" in {string.Join(", ", environments.Take(environments.Count - 1))} and {environments[environments.Count - 1]}",
    };

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[trimmed.Length - 1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }
}
