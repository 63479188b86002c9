namespace DecisionPolicies.Tool.Export.Vap;

/// <summary>Refuses rules that an admission policy cannot keep.</summary>
internal static class VapFault
{
    // Kubernetes compiles no more than 100,000; a waiver makes the expression longer.
    private const int MostCharacters = 90_000;

    /// <summary>Why a rule cannot be exported; null if it can.</summary>
    /// <param name="rule">The rule.</param>
    public static NotExported? Of(ExportedRule rule)
    {
        var isRequired = rule.Rule.Verb == Verb.Require;
        if (isRequired && rule.Tests.OfType<PresenceTest>().Any(test => test.Expected))
        {
            return new("It applies to a setting that is missing, and a manifest is not the whole configuration.");
        }
        if (rule.Rule.Key.HasAnySegments && (isRequired || rule.Tests.Any(test => test is PresenceTest)))
        {
            return new($"It applies to sections as well, and an expression cannot list those that match '{rule.Rule.Key}'.");
        }
        if (rule.When.FirstOrDefault(when => when.Any is not null)?.Any is { } any)
        {
            return new($"An expression cannot find which keys match '{any.Text}' under 'when' together with the rule's own key.");
        }
        return new CelRule(rule, []).Violations().Length > MostCharacters
            ? new("Its expression is longer than Kubernetes compiles. Divide it into several rules.")
            : null;
    }
}
