using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Lint;

/// <summary>Finds records whose number is taken by another record on another local branch, before both are merged.</summary>
internal static class TakenNumbers
{
    public static IEnumerable<FaultInFile> Find(DecisionLog log, GitRepository git)
    {
        var here = log.Files.Select(file => file.Content.Path).ToHashSet(StringComparer.Ordinal);
        var elsewhere = git.AddedElsewhere()
            .Where(added => FileName.Of(added.Path) is { Number: not null, IsNoRecord: false } && !here.Contains(added.Path))
            .ToLookup(added => Reference.Canonical(FileName.Of(added.Path).Id!), StringComparer.Ordinal);
        return log.Files.Where(file => file.Content.Record is not null)
            .Select(file => Judge(file.Content, [.. elsewhere[Reference.Canonical(file.Content.Record!.Decision.Id)]]))
            .OfType<FaultInFile>();
    }

    private static FaultInFile? Judge(RecordFile file, List<FileOnBranch> taken)
    {
        if (taken.Count == 0) return null;
        var where = string.Join(" and ", taken.GroupBy(added => added.Path, StringComparer.Ordinal)
            .Select(same => $"by {same.Key} on {string.Join(", ", same.Select(added => $"'{added.Branch}'"))}"));
        return new(file.Path, new(HistoryFaults.TakenNumber, file.Places.Id,
            $"{file.Record!.Decision.Id} is also taken {where}. Give one of them another number before both are merged."));
    }
}
