using System.Reflection;

namespace DecisionPolicies.Tests;

public sealed class RecordsIndexTests
{
    private static readonly string _index = File.ReadAllText(Path.Combine(
        typeof(RecordsIndexTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "docs/adr/README.md"));

    [Fact]
    public void The_index_lists_every_record_with_its_status_and_date() => Assert.All(Decisions.All, decision =>
    {
        var row = Assert.Single(_index.Split('\n'), line => line.StartsWith($"| [{decision.Id}]({Path.GetFileName(decision.Link)}) | {decision.Title}", StringComparison.Ordinal));
        var successors = string.Join(", ", decision.SupersededBy.Select(id => $"[{id}]({Path.GetFileName(Decisions.Find(id)!.Link)})"));
        Assert.EndsWith($"| {decision.Status.ToString().ToLowerInvariant()}{(successors.Length > 0 ? $" by {successors}" : "")} {decision.Date:yyyy-MM-dd} |", row);
    });

    [Fact]
    public void The_index_lists_nothing_else() =>
        Assert.Equal(Decisions.All.Length, _index.Split('\n').Count(line => line.StartsWith("| [ADR-", StringComparison.Ordinal)));
}
