namespace DecisionPolicies.Generator.Tests;

/// <summary>The attribute that rejects by an id is checked by whatever name code calls it.</summary>
public sealed class RejectedByNameTests
{
    [Theory]
    [InlineData("", "DecisionPolicies.RejectedBy")]
    [InlineData("using DecisionPolicies;", "RejectedBy")]
    [InlineData("using DecisionPolicies;", "RejectedByAttribute")]
    [InlineData("", "global::DecisionPolicies.@RejectedByAttribute")]
    [InlineData("using R = DecisionPolicies.RejectedByAttribute;", "R")]
    [InlineData("using NeverAttribute = DecisionPolicies.RejectedByAttribute;", "Never")]
    [InlineData("using D = DecisionPolicies;", "D::RejectedBy")]
    public async Task An_id_that_no_record_has_is_reported(string usings, string name)
    {
        var project = new Project(Records.Simple(1, "First")).WithCode($"{usings} class Options {{ [{name}(\"ADR-0009\", 0)] public int P {{ get; set; }} }}");

        Assert.Equal("DP3003", Assert.Single(await project.Analyzed()).Id);
    }
}
