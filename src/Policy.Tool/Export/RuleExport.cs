using System.Text;

namespace DecisionPolicies.Tool.Export;

/// <summary>Exports rules about configuration: exactly, or stricter, or not at all. Nothing that would reject less is ever exported.</summary>
internal static class RuleExport
{
    /// <summary>Exports a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="waivers">The waivers of the rule.</param>
    /// <param name="allowsStricter">Whether the export may reject what the rule accepts.</param>
    /// <param name="fault">Why the rule cannot be exported; null if it can.</param>
    /// <returns>The exported rule; null if it cannot be exported.</returns>
    public static ExportedRule? Of(ConfigurationRule rule, IReadOnlyList<Waiver> waivers, bool allowsStricter, out NotExported? fault)
    {
        var faults = new List<NotExported>();
        var tests = ConditionExport.Of(rule.Condition, faults);
        // A rule that requires what fewer values meet rejects more. One that forbids it rejects less, and so does a narrower precondition.
        if (rule.Verb == Verb.Forbid) RefuseStricter(faults);
        var when = rule.When.Select(each => Precondition(each, faults)).ToList();
        faults.AddRange(waivers.Select(waiver => waiver.Key).Prepend(rule.Key.Text).OfType<string>()
            .Concat(rule.Except.Select(except => except.Text))
            .Select(KeyExport.FaultOf).OfType<NotExported>());
        faults.AddRange(rule.Environments.Concat(waivers.SelectMany(waiver => waiver.Environments)).Where(name => !Ascii.IsValid(name)).Select(name =>
            new NotExported($"The environment '{name}' has characters other than those of ASCII, and engines differ in what their upper and lower case are.")));
        fault = faults.Find(each => !each.CanBeStricter) ?? (allowsStricter ? null : faults.FirstOrDefault());
        return fault is not null ? null : new(rule, KeyExport.Of(rule.Key), tests.ToValueList())
        {
            When = when.ToValueList(),
            Except = rule.Except.Select(KeyExport.Excepted).ToValueList(),
            IsStricter = faults.Count > 0,
        };
    }

    private static ExportedPrecondition Precondition(Precondition precondition, List<NotExported> faults)
    {
        var own = new List<NotExported>();
        var tests = ConditionExport.Of(precondition.Condition, own);
        RefuseStricter(own);
        if (KeyExport.FaultOf(precondition.Key.Text) is { } fault) own.Add(fault);
        if (!precondition.Key.HasAnySegments && KeyExport.HasIndex(precondition.Key))
        {
            own.Add(new($"The key '{precondition.Key}' under 'when' has the index of a list, which .NET reads in several spellings."));
        }
        faults.AddRange(own);
        return KeyExport.Of(precondition.Key, tests.ToValueList());
    }

    private static void RefuseStricter(List<NotExported> faults)
    {
        for (var i = 0; i < faults.Count; i++) faults[i] = faults[i] with { CanBeStricter = false };
    }
}
