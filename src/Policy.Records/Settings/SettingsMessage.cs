namespace DecisionPolicies.Records.Settings;

/// <summary>Says in one line which decision a settings file breaks: what stands there, what is asked, why, what to do, where to read.</summary>
internal static class SettingsMessage
{
    /// <summary>The message of a broken rule.</summary>
    /// <param name="broken">The broken rule.</param>
    /// <param name="link">Where the record can be read.</param>
    public static string Of(BrokenSetting broken, string link)
    {
        var (record, finding, waiver) = (broken.Record, broken.Finding, broken.Waiver);
        if (waiver is not null) return $"{record.Id} is broken by {ClauseOf(broken)}; waived until {waiver.Until}: {waiver.Because}";
        var verdict = record.Status == DecisionStatus.Accepted ? $"rejects {ClauseOf(broken)}" : $"would reject {ClauseOf(broken)}, once accepted";
        return string.Join(" ", Sentences(record, finding, $"{record.Id} {verdict}", link));
    }

    private static IEnumerable<string> Sentences(AdrRecord record, Finding finding, string verdict, string link)
    {
        yield return verdict + ".";
        if ((finding.Rule.Because ?? record.Because) is { } because) yield return Sentence(because);
        if (record.Instead.Count > 0) yield return "Instead: " + Sentence(record.Instead[0]);
        // Without a full stop, which would become part of a link where one is made of it.
        yield return "Read " + link;
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
