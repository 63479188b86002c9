using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator;

/// <summary>What is said of C# code.</summary>
internal static class CodeDiagnostics
{
    /// <summary>A program has rules about its configuration and hands them to nothing.</summary>
    public static DiagnosticDescriptor NotWired { get; } = new(
        "DP3001",
        "The decisions are not enforced",
        "{0} has rules about the configuration, and this program never judges it by them. "
            + "Call builder.AddDecisionPolicies(Decisions.All), or ValidateDecisions() on governed options.",
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

    /// <summary>Code uses a symbol that a decision rejects.</summary>
    public static DiagnosticDescriptor RejectedSymbol { get; } = Rejecting("DP3101", "The code uses what a decision rejects");

    /// <summary>Code holds a text that a decision rejects.</summary>
    public static DiagnosticDescriptor RejectedText { get; } = Rejecting("DP3102", "The code holds a text that a decision rejects");

    /// <summary>A project refers to a package that a decision rejects, or uses its assembly.</summary>
    public static DiagnosticDescriptor RejectedPackage { get; } = Rejecting("DP3103", "The project uses a package that a decision rejects");

    /// <summary>Code maps an endpoint that a decision rejects.</summary>
    public static DiagnosticDescriptor RejectedEndpoint { get; } = Rejecting("DP3104", "The code maps an endpoint that a decision rejects");

    /// <summary>A waiver allows what a decision rejects. An id of its own, so that making the others errors does not make this one.</summary>
    public static DiagnosticDescriptor Waived { get; } = Rejecting("DP3105", "A waiver allows what a decision rejects", DiagnosticSeverity.Warning);

    /// <summary>Every one of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [NotWired, NotGovernable, UnknownId, UnseenId, RejectedSymbol, RejectedText, RejectedPackage, RejectedEndpoint, Waived];

    /// <summary>
    /// The descriptor of a finding: its severity is the verdict's, its help link is the record, where that is a URL. A proposed decision has
    /// the same id as an accepted one: what suppresses or configures it stays valid on the day on which it is accepted.
    /// </summary>
    /// <param name="kind">What is reported, unless a waiver covers it.</param>
    /// <param name="verdict">What follows from the finding.</param>
    /// <param name="link">Where the record can be read.</param>
    public static DiagnosticDescriptor Citing(DiagnosticDescriptor kind, Verdict verdict, string link) =>
        Diagnostics.Citing(verdict.Consequence == Consequence.Waived ? Waived : kind, verdict.Severity, link);

    private static DiagnosticDescriptor Rejecting(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, "{0}", Diagnostics.Category, severity, isEnabledByDefault: true);
}
