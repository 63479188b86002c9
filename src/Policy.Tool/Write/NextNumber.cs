using System.Globalization;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>The next free number of a series: after the highest one here and on other local branches.</summary>
internal static class NextNumber
{
    /// <summary>The number.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="name">The name that a file of the series would have, with any number.</param>
    /// <param name="context">The surroundings.</param>
    public static int Of(DecisionLog log, string name, ToolContext context)
    {
        var series = SeriesOf(IdOf(log, name));
        var here = log.Files.Where(file => !file.Content.IsSkipped)
            .SelectMany(file => new[] { IdOf(log, file.Content.Path), file.Content.Record?.Decision.Id });
        return here.Concat(Elsewhere(log.Folder, context).Select(path => IdOf(log, path)))
            .Where(id => id is not null && string.Equals(SeriesOf(id), series, StringComparison.OrdinalIgnoreCase))
            .Select(id => NumberOf(id![series!.Length..]))
            .DefaultIfEmpty(0).Max() + 1;
    }

    private static string? IdOf(DecisionLog log, string path) => FileName.Of(path, log.Conventions.For(path)).Id;

    // "ADR-" of ADR-0012 and of ADR-0012a, "2026-" of 2026-003
    private static string? SeriesOf(string? id) => id?.TrimEnd('a', 'b', 'c', 'd', 'e', 'f').TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static int NumberOf(string digits) =>
        int.TryParse(string.Concat(digits.TakeWhile(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<string> Elsewhere(RecordsFolder folder, ToolContext context)
    {
        if (RecordsFolder.RepositoryAbove(folder.Root) is null) return [];
        try
        {
            var git = GitRepository.Of(folder);
            return git.HasCommits ? git.AddedElsewhere().Select(added => added.Path) : [];
        }
        catch (GitException exception)
        {
            context.Error.WriteLine(DisplayText.Neutralise($"decisions: Not checked: whether another branch has taken the number: {exception.Message}."));
            return [];
        }
    }
}
