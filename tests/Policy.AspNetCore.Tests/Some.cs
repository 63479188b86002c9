namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>Decisions for tests, written in code.</summary>
internal static class Some
{
    /// <summary>A decision against registration endpoints.</summary>
    public static DecisionPolicy Decision(params Rule[] rules) => Decision(DecisionStatus.Accepted, rules);

    /// <summary>A decision against registration endpoints.</summary>
    public static DecisionPolicy Decision(DecisionStatus status, params Rule[] rules) => new()
    {
        Id = "ADR-0001",
        Title = "No registration",
        Status = status,
        Link = "https://decisions.test/0001",
        Because = "It costs too much.",
        Rules = rules.Length > 0 ? [.. rules] : [new EndpointRule("POST **/register") { Because = "It registers." }],
    };

    /// <summary>The same decision with a waiver for its usual rule.</summary>
    public static DecisionPolicy WaivedDecision(DateOnly until) => new()
    {
        Id = "ADR-0001",
        Title = "No registration",
        Status = DecisionStatus.Accepted,
        Link = "",
        Rules = Decision().Rules,
        Waivers = [new("POST **/register", [], until, "One client migrates.")],
    };
}
