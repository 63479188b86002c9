namespace DecisionPolicies.Tool.Reports;

/// <summary>
/// A workflow command of GitHub Actions: a line on standard output that GitHub shows as an annotation at a place in a file.
/// </summary>
internal static class GitHubCommand
{
    /// <summary>Writes the annotation of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="title">Its title.</param>
    public static string Annotation(ReportedResult result, string title) =>
        Annotation(LevelOf(result.Severity), DisplayText.Neutralise(title), DisplayText.Neutralise(result.Message), result.Path, result.Place);

    /// <summary>Writes an annotation.</summary>
    /// <param name="level"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="message">Its text, which may have several lines.</param>
    /// <param name="path">The file, relative to the repository, with forward slashes; null for none.</param>
    /// <param name="place">The place in the file.</param>
    public static string Annotation(string level, string title, string message, string? path = null, Place? place = null)
    {
        var properties = new List<string>();
        if (path is not null) properties.Add($"file={Property(DisplayText.Neutralise(path))}");
        if (path is not null && place is { } at)
        {
            properties.Add($"line={at.Line}");
            properties.Add($"endLine={at.EndLine}");
            properties.Add($"col={at.Column}");
            // GitHub rejects an end column that equals the column, or is on another line.
            if (at.EndLine == at.Line && at.EndColumn > at.Column) properties.Add($"endColumn={at.EndColumn}");
        }
        properties.Add($"title={Property(title)}");
        return $"::{level} {string.Join(',', properties)}::{Message(message)}";
    }

    private static string LevelOf(Severity severity) => severity == Severity.Info ? "notice" : severity.Word();

    // A line end in a text could start another workflow command.
    private static string Message(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
