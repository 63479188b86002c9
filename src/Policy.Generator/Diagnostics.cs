using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator;

/// <summary>Shows faults of records as compiler diagnostics, at their place in the Markdown file.</summary>
internal static class Diagnostics
{
    public const string Category = "DecisionPolicies";

    private static readonly Dictionary<string, DiagnosticDescriptor> _descriptors = FaultKind.All.ToDictionary(kind => kind.Id, Descriptor);

    public static DiagnosticDescriptor DescriptorOf(FaultKind kind) => _descriptors[kind.Id];

    public static Diagnostic Of(Fault fault, string filePath) =>
        Diagnostic.Create(DescriptorOf(fault.Kind), At(fault.Place, filePath), DisplayText.Neutralise(fault.Message));

    /// <summary>A place in a file that is no code.</summary>
    public static Location At(Place place, string filePath)
    {
        var lines = new LinePositionSpan(
            new LinePosition(place.Line - 1, place.Column - 1),
            new LinePosition(place.EndLine - 1, place.EndColumn - 1));
        // The span is not known here, and only the line span is shown; an empty one is true of any text.
        return Location.Create(filePath, default, lines);
    }

    private static DiagnosticDescriptor Descriptor(FaultKind kind) => new(
        kind.Id,
        kind.Title,
        "{0}",
        Category,
        kind.IsError ? DiagnosticSeverity.Error : kind.IsInformation ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        customTags: [.. TagsOf(kind)]);

    private static IEnumerable<string> TagsOf(FaultKind kind)
    {
        if (kind.KeepsFromEmitting) yield return WellKnownDiagnosticTags.NotConfigurable;
        if (kind.NeedsCode) yield return WellKnownDiagnosticTags.CompilationEnd;
    }
}
