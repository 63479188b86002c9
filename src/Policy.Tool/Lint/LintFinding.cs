using DecisionPolicies.Tool.Reports;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>A fault in a record, or in what a repository makes of its records.</summary>
/// <param name="FilePath">The absolute path of the file.</param>
/// <param name="Path">The file, relative to the repository, with forward slashes.</param>
/// <param name="Fault">What is wrong.</param>
internal sealed record LintFinding(string FilePath, string Path, Fault Fault)
{
    /// <summary>Its severity.</summary>
    public Severity Severity => Fault.Severity;

    /// <summary>Whether it fails the command.</summary>
    public bool Fails => Severity > Severity.Info;

    /// <summary>The fault in a few words, as in <c>DP1004: The record's status is unknown</c>.</summary>
    public string Title => $"{Fault.Kind.Id}: {Fault.Kind.Title}";

    /// <summary>The finding as reports for other tools show it.</summary>
    public ReportedResult Reported => new(Fault.Kind.Id, Severity, Fault.Message, Path, Fault.Place);

    /// <summary>Faults as findings, by file and place.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="faults">The faults.</param>
    public static List<LintFinding> Of(DecisionLog log, IEnumerable<FaultInFile> faults)
    {
        var files = log.Files.ToLookup(file => file.Content.Path, file => file.FilePath, StringComparer.Ordinal);
        return faults
            .Select(found => new LintFinding(
                files[found.Path].FirstOrDefault() ?? System.IO.Path.Combine(log.Folder.Root, found.Path), found.Path, found.Fault))
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Fault.Place.Line).ThenBy(finding => finding.Fault.Place.Column)
            .ThenBy(finding => finding.Fault.Kind.Id, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The rule for a kind of fault in reports for other tools.</summary>
    /// <param name="kind">The kind.</param>
    public static ReportedRule RuleOf(FaultKind kind) =>
        new(kind.Id, kind.Title, $"{kind.Title}. The page docs/{DiagnosticPage.FileOf(kind.Id)} of DecisionPolicies explains it, with an example.")
        {
            HelpUrl = DiagnosticPage.UrlOf(kind.Id),
        };

    /// <summary>The finding in the format of compilers, which editors and terminals turn into a link.</summary>
    /// <param name="context">The surroundings.</param>
    public string Text(ToolContext context) => UnreadableFiles.InWords(new(context.Shown(FilePath), Fault));
}
