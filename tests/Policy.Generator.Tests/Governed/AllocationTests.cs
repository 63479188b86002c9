namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Judging valid options allocates nothing once the nodes are there.</summary>
public sealed class AllocationTests
{
    [Theory]
    [InlineData("nothing")]
    [InlineData("nulls")]
    [InlineData("booleans")]
    [InlineData("numbers")]
    [InlineData("text")]
    [InlineData("enumerations")]
    [InlineData("a value that has no name")]
    [InlineData("a URL")]
    [InlineData("a time span")]
    [InlineData("a GUID")]
    [InlineData("a character")]
    [InlineData("an object")]
    [InlineData("structures")]
    [InlineData("a list")]
    [InlineData("an array")]
    [InlineData("a set")]
    [InlineData("a read-only list")]
    [InlineData("a list of objects")]
    [InlineData("a dictionary")]
    [InlineData("a dictionary of lists")]
    public void Validating_allocates_nothing_for(string kind) => Assert.Equal(0, Store.Allocated(kind));
}
