using System.Reflection;
using System.Text.RegularExpressions;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>docs/rules-tests.md gives the length of the two tables. Set ACCEPT_SNAPSHOTS=1 to write it there.</summary>
public sealed partial class DocumentedCountsTests
{
    private static readonly string _page = Path.Combine(
        typeof(DocumentedCountsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "docs/rules-tests.md");

    [Fact]
    public void The_page_about_tests_gives_the_length_of_both_tables()
    {
        var text = File.ReadAllText(_page);
        var counted = $"The bypass suite sets a forbidden value in {BypassTable.Rows.Count} ways, and each is rejected. "
            + $"Its twin sets {FalseAlarmTable.Rows.Count} values that only look forbidden, and each is accepted.";

        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(_page, Counts().Replace(text, counted));
        else Assert.Equal(counted, Counts().Match(text).Value);
    }

    [GeneratedRegex(@"The bypass suite sets a forbidden value in .*?, and each is accepted\.")]
    private static partial Regex Counts();
}
