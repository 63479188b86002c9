using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator;

/// <summary>What is said of C# code.</summary>
internal static class CodeDiagnostics
{
    /// <summary>A program has rules about its configuration and hands them to nothing.</summary>
    public static DiagnosticDescriptor NotWired { get; } = new(
        "DP3001",
        "The decisions are not enforced",
        "{0} has rules about the configuration, and this program never judges it by them. Call builder.AddDecisionPolicies(Decisions.All), or ValidateDecisions() on governed options.",
        Diagnostics.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>No validation can be generated for an options class.</summary>
    public static DiagnosticDescriptor NotGovernable { get; } = new(
        "DP3002",
        "The options cannot be governed",
        "No ValidateDecisions() can be generated for {0}: {1}.",
        Diagnostics.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>A property is rejected by an id that no record has.</summary>
    public static DiagnosticDescriptor UnknownId { get; } = new(
        "DP3003",
        "No record has the id",
        "No record has the id '{0}'.{1}",
        Diagnostics.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <summary>The generator of [OptionsValidator] cannot see a generated constant.</summary>
    public static DiagnosticDescriptor UnseenId { get; } = new(
        "DP3004",
        "A generated id beside [OptionsValidator]",
        "One source generator does not see what another writes, so [OptionsValidator] loses this id and all that stands beside it. Write \"{0}\".",
        Diagnostics.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    /// <summary>Every one of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [NotWired, NotGovernable, UnknownId, UnseenId];
}
