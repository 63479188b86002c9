namespace DecisionPolicies.Generator.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var orphans = Snapshot.Files.Where(s =>
            GetType().Assembly.GetTypes().FirstOrDefault(type => type.Name == s.Type)?.GetMethod(s.Method) is null);

        Assert.Empty(orphans);
    }
}
