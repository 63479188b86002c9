using DecisionPolicies.Records;
using DecisionPolicies.Tool.Reports;

namespace DecisionPolicies.Tool.Tests.Reports;

/// <summary>No text ends an annotation early, or begins another.</summary>
public sealed class GitHubCommandTests
{
    [Fact]
    public void Line_ends_and_percent_signs_of_a_message_are_escaped() =>
        Assert.Equal("::error title=T::100%25 of%0D%0A::error::it, or: all", GitHubCommand.Annotation("error", "T", "100% of\r\n::error::it, or: all"));

    [Fact]
    public void A_property_cannot_become_two() =>
        Assert.Equal(
            "::notice file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=2,endColumn=4,title=T%3A x%2Cy%0A::m",
            GitHubCommand.Annotation("notice", "T: x,y\n", "m", "a,b:c%.md", new Place(1, 2, 1, 4)));
}
