using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator;

/// <summary>The diagnostics of C# code.</summary>
internal static class CodeDiagnostics
{
    /// <summary>A program has rules about its configuration but never applies them.</summary>
    public static DiagnosticDescriptor NotWired { get; } = Diagnostics.Descriptor(
        "DP3001",
        "The decisions are not enforced",
        "{0} has rules about the configuration, but {1}. "
            + "Call builder.AddDecisionPolicies(Decisions.All), or ValidateDecisions() on governed options.",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Validation cannot be generated for an options class.</summary>
    public static DiagnosticDescriptor NotGovernable { get; } = Diagnostics.Descriptor(
        "DP3002",
        "The options cannot be governed",
        "ValidateDecisions() cannot be generated for {0}: {1}.",
        DiagnosticSeverity.Error);

    /// <summary>An attribute on a property names an id that no record has.</summary>
    public static DiagnosticDescriptor UnknownId { get; } = Diagnostics.Descriptor(
        "DP3003",
        "No record has the id",
        "No record has the id '{0}'.{1}",
        DiagnosticSeverity.Warning);

    /// <summary>The generator for [OptionsValidator] cannot see a generated constant.</summary>
    public static DiagnosticDescriptor UnseenId { get; } = Diagnostics.Descriptor(
        "DP3004",
        "[OptionsValidator] cannot see a generated id",
        "One source generator cannot see the output of another, so [OptionsValidator] loses this id and the arguments beside it. Write \"{0}\".",
        DiagnosticSeverity.Warning);

    /// <summary>A project relies on decisions, but no record was found.</summary>
    public static DiagnosticDescriptor NoRecord { get; } = Diagnostics.Descriptor(
        "DP3005",
        "No decision record was found",
        "No decision record was found, so nothing is enforced. {0} Set the property DecisionRecordsPath to the folder of the records, or "
            + "DecisionsVisibility to none in a project without decisions.",
        DiagnosticSeverity.Warning,
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A host that decisions judge when it starts is used without being started.</summary>
    public static DiagnosticDescriptor NotStarted { get; } = Diagnostics.Descriptor(
        "DP3006",
        "The host is never started",
        "The decisions are judged when a generic host starts. {0}",
        DiagnosticSeverity.Warning);

    /// <summary>The project declares what has the name of the class to generate. The generator reports it, because the constants are missing.</summary>
    public static DiagnosticDescriptor NameTaken { get; } = Diagnostics.Descriptor(
        "DP3007",
        "The name of the generated class is taken",
        "The project declares the {0}, so the class Decisions cannot be generated in {1}. Set the property DecisionsNamespace to another namespace.",
        DiagnosticSeverity.Error,
        WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Code uses a symbol that a decision rejects.</summary>
    public static DiagnosticDescriptor RejectedSymbol { get; } = Rejecting("DP3101", "The code uses what a decision rejects");

    /// <summary>Code holds a text that a decision rejects.</summary>
    public static DiagnosticDescriptor RejectedText { get; } = Rejecting("DP3102", "The code holds a text that a decision rejects");

    /// <summary>A project refers to a package that a decision rejects, or uses its assembly.</summary>
    public static DiagnosticDescriptor RejectedPackage { get; } = Rejecting("DP3103", "The project uses a package that a decision rejects");

    /// <summary>Code maps an endpoint that a decision rejects.</summary>
    public static DiagnosticDescriptor RejectedEndpoint { get; } = Rejecting("DP3104", "The code maps an endpoint that a decision rejects");

    /// <summary>A waiver allows what a decision rejects. It has a separate id, so that turning the others into errors does not affect it.</summary>
    public static DiagnosticDescriptor Waived { get; } = Rejecting("DP3105", "A waiver allows what a decision rejects", DiagnosticSeverity.Warning);

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        NotWired, NotGovernable, UnknownId, UnseenId, NoRecord, NotStarted, NameTaken,
        RejectedSymbol, RejectedText, RejectedPackage, RejectedEndpoint, Waived,
    ];

    /// <summary>
    /// The descriptor of a finding. Its severity comes from the verdict, and its help link is the record, if that is a URL. A proposed decision
    /// has the same id as an accepted one, so a suppression or configuration stays valid when the decision is accepted.
    /// </summary>
    /// <param name="kind">The diagnostic to report unless a waiver covers the finding.</param>
    /// <param name="verdict">The verdict on the finding.</param>
    /// <param name="link">Where the record can be read.</param>
    public static DiagnosticDescriptor Citing(DiagnosticDescriptor kind, Verdict verdict, string link) =>
        Diagnostics.Citing(verdict.Consequence == Consequence.Waived ? Waived : kind, verdict.Severity, link);

    private static DiagnosticDescriptor Rejecting(string id, string title, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        Diagnostics.Descriptor(id, title, "{0}", severity);
}
