using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DecisionPolicies.Generator;

/// <summary>Turns faults of records into compiler diagnostics, at their place in the Markdown file.</summary>
internal static class Diagnostics
{
    public const string Category = "DecisionPolicies";

    private static readonly Dictionary<(string Id, Severity Severity), DiagnosticDescriptor> _descriptors = FaultKind.All
        .SelectMany(kind => new[] { Severity.Info, Severity.Warning, Severity.Error }.Where(severity => severity <= kind.Severity)
            .Select(severity => (Kind: kind, Severity: severity)))
        .ToDictionary(each => (each.Kind.Id, each.Severity), each => Descriptor(each.Kind, each.Severity));

    public static DiagnosticDescriptor DescriptorOf(FaultKind kind) => DescriptorOf(kind, kind.Severity);

    /// <summary>The descriptor of a kind of fault in a record where it weighs less. A project can configure it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="severity">Its severity there.</param>
    public static DiagnosticDescriptor DescriptorOf(FaultKind kind, Severity severity) => _descriptors[(kind.Id, severity)];

    public static Diagnostic Of(Fault fault, string filePath) =>
        Diagnostic.Create(DescriptorOf(fault.Kind, fault.Severity), At(fault.Place, filePath), DisplayText.Neutralise(fault.Message));

    /// <summary>A place in a file other than code.</summary>
    public static Location At(Place place, string filePath)
    {
        var lines = new LinePositionSpan(
            new LinePosition(place.Line - 1, place.Column - 1),
            new LinePosition(place.EndLine - 1, place.EndColumn - 1));
        // The span is unknown here, and only the line span is shown. An empty span is valid for any text.
        return Location.Create(filePath, default, lines);
    }

    /// <summary>The descriptor of a finding, with the record as its help link if that is a URL.</summary>
    /// <param name="descriptor">The diagnostic to report. The compiler identifies it by its id, so each record can have its own descriptor.</param>
    /// <param name="severity">The severity, unless the project configures another.</param>
    /// <param name="link">Where the record can be read.</param>
    public static DiagnosticDescriptor Citing(DiagnosticDescriptor descriptor, Severity severity, string link) => new(
        descriptor.Id,
        descriptor.Title,
        descriptor.MessageFormat,
        descriptor.Category,
        Of(severity),
        isEnabledByDefault: true,
        helpLinkUri: Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : descriptor.HelpLinkUri,
        customTags: [.. descriptor.CustomTags]);

    /// <summary>A severity as the compiler knows it.</summary>
    /// <param name="severity">The severity.</param>
    public static DiagnosticSeverity Of(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    /// <summary>A descriptor, with its section of the documentation as its help where the build knows where that is.</summary>
    /// <param name="id">The id.</param>
    /// <param name="title">The diagnostic in a few words.</param>
    /// <param name="message">The message, or <c>{0}</c>.</param>
    /// <param name="severity">How much it weighs, unless the project sets it.</param>
    /// <param name="tags">Its tags.</param>
    public static DiagnosticDescriptor Descriptor(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: DiagnosticPage.UrlOf(id), customTags: tags);

    private static DiagnosticDescriptor Descriptor(FaultKind kind, Severity severity) =>
        Descriptor(kind.Id, kind.Title, "{0}", Of(severity), [.. TagsOf(kind, severity)]);

    private static IEnumerable<string> TagsOf(FaultKind kind, Severity severity)
    {
        if (kind.KeepsFromEmitting && severity == kind.Severity) yield return WellKnownDiagnosticTags.NotConfigurable;
        if (kind.NeedsCode) yield return WellKnownDiagnosticTags.CompilationEnd;
    }
}
