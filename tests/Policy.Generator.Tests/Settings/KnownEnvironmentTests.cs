namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>A rule for an environment that nobody has does not apply in silence.</summary>
public sealed class KnownEnvironmentTests
{
    [Theory]
    [InlineData("configuration: A, forbid: 1, environments: [Producton]", "Production")]
    [InlineData("endpoint: POST /a, environments: [Stagin]", "Staging")]
    [InlineData("configuration: A, forbid: 1, environments: [Production, Tst]", "Test")]
    [InlineData("configuration: A, forbid: 1, environments: [Lokal]", "Local")]
    public async Task One_that_resembles_a_known_one_is_a_warning(string rule, string meant) => Assert.Contains(
        $": warning DP2009: Nothing in this project is for the environment '",
        Assert.Single(await Project(rule).Messages(), message => message.Contains($"Did you mean '{meant}'? The rule applies only there.")));

    [Fact]
    public async Task Another_is_information() =>
        Assert.Contains(": info DP2009: ", Assert.Single(await Project("configuration: A, forbid: 1, environments: [Prod-EU]").Messages()));

    [Theory]
    [InlineData("configuration: A, forbid: 1, environments: [production, STAGING, Development]")]
    [InlineData("configuration: A, forbid: 1, environments: [Test]")]
    [InlineData("configuration: A, forbid: 1, environments: [local]")]
    [InlineData("configuration: A, forbid: 1")]
    public async Task A_known_one_is_not_remarked_on(string rule) => Assert.Empty(await Project(rule).Messages());

    private static Project Project(string rule) => SettingsProject.OfRule("{ " + rule + " }")
        .WithAppSettings("{}", "Test")
        .WithSettings(new(
            "src/Properties/launchSettings.json",
            """{ "profiles": { "a": { "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Local" } } } }"""));
}
