using DecisionPolicies.Records.Settings;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Settings;

/// <summary>What is said of settings files.</summary>
internal static class SettingsDiagnostics
{
    /// <summary>A file breaks an accepted decision.</summary>
    public static DiagnosticDescriptor Rejected { get; } = Descriptor("DP4001", "The settings break a decision", DiagnosticSeverity.Error);

    /// <summary>A file would break a decision that is only proposed.</summary>
    public static DiagnosticDescriptor Proposed { get; } = Descriptor("DP4002", "The settings would break a proposed decision", DiagnosticSeverity.Warning);

    /// <summary>A file breaks a decision, and a waiver covers it.</summary>
    public static DiagnosticDescriptor Waived { get; } = Descriptor("DP4003", "A waiver covers the settings", DiagnosticSeverity.Info);

    /// <summary>A file is no JSON that the configuration provider takes.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Descriptor("DP4004", "The settings cannot be read", DiagnosticSeverity.Error);

    /// <summary>Every one of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Rejected, Proposed, Waived, Unreadable];

    /// <summary>Tells of a broken rule. Its help is the record, where that can be reached.</summary>
    /// <param name="broken">The broken rule.</param>
    /// <param name="link">Where the record can be read.</param>
    public static Diagnostic Of(BrokenSetting broken, string link)
    {
        var kind = broken.Waiver is not null ? Waived : broken.Record.Status == DecisionStatus.Accepted ? Rejected : Proposed;
        // The compiler knows a diagnostic by its id, so that each record can have a descriptor of its own.
        var descriptor = Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? Descriptor(kind.Id, kind.Title.ToString(), kind.DefaultSeverity, url.AbsoluteUri)
            : kind;
        return Diagnostic.Create(descriptor, Diagnostics.At(broken.Place.Place, broken.Place.Path), DisplayText.Neutralise(SettingsMessage.Of(broken, link)));
    }

    /// <summary>Tells why a file cannot be read.</summary>
    public static Diagnostic Of(SettingsFault fault, string filePath) =>
        Diagnostic.Create(Unreadable, Diagnostics.At(fault.Place, filePath), fault.StopsHost ? fault.Message + " A host that loads the file does not start." : fault.Message);

    private static DiagnosticDescriptor Descriptor(string id, string title, DiagnosticSeverity severity, string? help = null) =>
        new(id, title, "{0}", Diagnostics.Category, severity, isEnabledByDefault: true, helpLinkUri: help);
}
