using System.Reflection;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>docs/rules.md says how long the two tables are.</summary>
public sealed class DocumentedCountsTests
{
    [Fact]
    public void The_page_about_rules_gives_the_length_of_both_tables()
    {
        var root = typeof(DocumentedCountsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

        Assert.Contains(
            $"The bypass suite sets a forbidden value in {BypassTable.Rows.Count} ways, and each is rejected. Its twin sets {FalseAlarmTable.Rows.Count} values that only look forbidden, and each is accepted.",
            File.ReadAllText(Path.Combine(root, "docs/rules.md")).ReplaceLineEndings(" "));
    }
}
