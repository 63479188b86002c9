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

    /// <summary>The descriptor of what a decision has something to say about, with the record as its help where that is a URL.</summary>
    /// <param name="descriptor">What is reported. The compiler knows it by its id, so that each record can have one of its own.</param>
    /// <param name="severity">How much it weighs, unless the project sets it.</param>
    /// <param name="link">Where the record can be read.</param>
    public static DiagnosticDescriptor Citing(DiagnosticDescriptor descriptor, Severity severity, string link) => new(
        descriptor.Id,
        descriptor.Title,
        descriptor.MessageFormat,
        descriptor.Category,
        Of(severity),
        isEnabledByDefault: true,
        helpLinkUri: Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null,
        customTags: [.. descriptor.CustomTags]);

    /// <summary>A severity as the compiler knows it.</summary>
    /// <param name="severity">The severity.</param>
    public static DiagnosticSeverity Of(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Descriptor(FaultKind kind) => new(
        kind.Id,
        kind.Title,
        "{0}",
        Category,
        Of(kind.Severity),
        isEnabledByDefault: true,
        customTags: [.. TagsOf(kind)]);

    private static IEnumerable<string> TagsOf(FaultKind kind)
    {
        if (kind.KeepsFromEmitting) yield return WellKnownDiagnosticTags.NotConfigurable;
        if (kind.NeedsCode) yield return WellKnownDiagnosticTags.CompilationEnd;
    }
}
