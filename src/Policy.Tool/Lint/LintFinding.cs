using DecisionPolicies.Tool.Records;
using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Lint;

/// <summary>Something wrong with a record, as it is shown.</summary>
/// <param name="FilePath">The file: absolute.</param>
/// <param name="Path">The file, relative to the repository, with forward slashes.</param>
/// <param name="Fault">What is wrong.</param>
internal sealed record LintFinding(string FilePath, string Path, Fault Fault)
{
    public Severity Severity => Fault.Kind.Severity;

    /// <summary>The findings of a log, by file and place.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="more">Faults that the records alone do not show.</param>
    public static List<LintFinding> Of(DecisionLog log, IEnumerable<FaultInFile> more)
    {
        var files = log.Files.ToLookup(file => file.Content.Path, file => file.FilePath, StringComparer.Ordinal);
        return log.Faults.Concat(more)
            .Select(found => new LintFinding(files[found.Path].First(), found.Path, found.Fault))
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Fault.Place.Line).ThenBy(finding => finding.Fault.Place.Column)
            .ThenBy(finding => finding.Fault.Kind.Id, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The finding as compilers print theirs: editors and terminals make a link of it.</summary>
    /// <param name="context">The surroundings.</param>
    public string Text(ToolContext context) => DisplayText.Neutralise(
        $"{context.Shown(FilePath)}({Fault.Place.Line},{Fault.Place.Column}): {Severity.Word()} {Fault.Kind.Id}: {Fault.Message}");

    /// <summary>The finding as GitHub Actions reads it.</summary>
    public string GitHub() => GitHubCommand.Annotation(
        GitHubCommand.LevelOf(Severity),
        $"{Fault.Kind.Id}: {Fault.Kind.Title}",
        DisplayText.Neutralise(Fault.Message),
        Path,
        Fault.Place);
}
