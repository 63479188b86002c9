using DecisionPolicies.Settings;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Settings;

/// <summary>The diagnostics of settings files.</summary>
internal static class SettingsDiagnostics
{
    /// <summary>A file breaks an accepted decision.</summary>
    public static DiagnosticDescriptor Rejected { get; } = Descriptor("DP4001", "The settings break a decision", Severity.Error);

    /// <summary>A file would break a decision that is only proposed.</summary>
    public static DiagnosticDescriptor Proposed { get; } = Descriptor("DP4002", "The settings would break a proposed decision", Severity.Warning);

    /// <summary>A file breaks a decision, and a waiver covers it.</summary>
    public static DiagnosticDescriptor Waived { get; } = Descriptor("DP4003", "A waiver covers the settings", Severity.Warning);

    /// <summary>A file is not JSON that the configuration provider accepts.</summary>
    public static DiagnosticDescriptor Unreadable { get; } = Descriptor("DP4004", "The settings cannot be read", Severity.Error);

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Rejected, Proposed, Waived, Unreadable];

    /// <summary>Reports a broken rule. Its help link is the record, if that is a URL.</summary>
    /// <param name="broken">The broken rule.</param>
    /// <param name="decision">The decision, with the link at which its record can be read.</param>
    public static Diagnostic Of(BrokenSetting broken, DecisionPolicy decision)
    {
        var kind = broken.Verdict.Consequence switch
        {
            Consequence.Waived => Waived,
            Consequence.Warned => Proposed,
            _ => Rejected,
        };
        return Diagnostic.Create(
            Diagnostics.Citing(kind, broken.Verdict.Severity, decision.Link),
            Diagnostics.At(broken.Place.Place, broken.Place.Path),
            broken.Finding.Message(decision, broken.Verdict, broken.Environments));
    }

    /// <summary>Reports why a file cannot be read.</summary>
    public static Diagnostic Of(SettingsFault fault, string filePath) =>
        Diagnostic.Create(Unreadable, Diagnostics.At(fault.Place, filePath), DisplayText.Neutralise(fault.StopsHost
            ? fault.Message + " A host that loads the file does not start."
            : fault.Message));

    private static DiagnosticDescriptor Descriptor(string id, string title, Severity severity) =>
        Diagnostics.Descriptor(id, title, "{0}", Diagnostics.Of(severity));
}
