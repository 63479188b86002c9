using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>The next free number: after the highest one here and on other local branches.</summary>
internal static class NextNumber
{
    /// <summary>The number.</summary>
    /// <param name="log">The decision log.</param>
    /// <param name="context">The surroundings.</param>
    public static int Of(DecisionLog log, ToolContext context)
    {
        var names = log.Files.Where(file => !file.Content.IsSkipped).SelectMany(file => new[] { file.Content.Path, file.Content.Record?.Decision.Id });
        return names.Concat(Elsewhere(log.Folder, context)).OfType<string>().Select(name => FileName.Of(name).Number ?? 0).DefaultIfEmpty(0).Max() + 1;
    }

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
