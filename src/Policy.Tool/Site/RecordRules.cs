using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The rules of a record in words, and its waivers.</summary>
internal static class RecordRules
{
    public static void Write(Html html, AdrRecord record)
    {
        if (record.Decision.Rules.Count > 0) WriteRules(html, record);
        if (record.Decision.Waivers.Count > 0) WriteWaivers(html, record.Decision.Waivers);
    }

    private static void WriteRules(Html html, AdrRecord record)
    {
        html.Open("section", ("class", "rules")).Element("h2", "Rules");
        html.Element("p", Enforcement(record.Decision.Status), ("class", "hint"));
        html.Open("ol");
        foreach (var rule in record.Decision.Rules.Select(RuleText.Of))
        {
            html.Open("li").Element("p", rule.Kind, ("class", "kind")).Open("div");
            html.Open("p", ("class", "rule")).Element("code", rule.Subject).Text(" " + rule.Demand).Close();
            foreach (var limit in rule.Limits()) html.Element("p", limit, ("class", "limit"));
            if (rule.Because is { } because) html.Element("p", because);
            html.Close().Close();
        }
        html.Close().Close();
    }

    private static string Enforcement(DecisionStatus status) => status switch
    {
        DecisionStatus.Accepted => "A violation of one of these rules is rejected.",
        DecisionStatus.Proposed => "A violation of one of these rules is a warning. Once the record is accepted, violations are rejected.",
        _ => "These rules are no longer enforced.",
    };

    private static void WriteWaivers(Html html, ValueList<Waiver> waivers)
    {
        html.Open("section", ("class", "waivers")).Element("h2", "Waivers").Open("ul");
        foreach (var waiver in waivers)
        {
            html.Open("li")
                .Open("p", ("class", "rule"))
                .Element("code", waiver.Key ?? waiver.Rule)
                .Text(waiver.Environments.Count == 0 ? "" : $" in {string.Join(", ", waiver.Environments)}");
            if (waiver.From is { } from) html.Text(" from ").Element("time", from.InWords(), ("datetime", from.InWords()));
            html.Text(" until ").Element("time", waiver.Until.InWords(), ("datetime", waiver.Until.InWords())).Text(" (inclusive)").Close();
            if (waiver.Key is not null) html.Open("p", ("class", "limit")).Text("for the rule about ").Element("code", waiver.Rule).Close();
            html.Element("p", waiver.Because).Close();
        }
        html.Close().Close();
    }
}
