namespace DecisionPolicies.Generator.Tests.Settings;

/// <summary>Which files are merged with which, and what environment a file is for.</summary>
public sealed class SettingsNameTests
{
    private const string ForbidOn = "{ configuration: \"On\", forbid: true, when: { Live: true } }";
    private const string On = "{ \"On\": true }";
    private const string Live = "{ \"Live\": true }";

    // Only merged do the two break the rule.
    [Theory]
    [InlineData("appsettings.json", "appsettings.Production.json")]
    [InlineData("appsettings.json", "APPSETTINGS.production.JSON")]
    [InlineData("gateway.json", "gateway.Production.json")]
    [InlineData("my.gateway.json", "my.gateway.Production.json")]
    [InlineData(@"deploy\gateway.json", @"deploy\gateway.Production.json")]
    public async Task A_file_for_an_environment_is_merged_with_its_base(string @base, string environment) =>
        Assert.Single(await SettingsProject.OfRule(ForbidOn).With(@base, On, "true").With(environment, Live, "true").Told());

    [Theory]
    [InlineData("a.json", "b.json")]
    [InlineData("a/appsettings.json", "b/appsettings.Production.json")]
    [InlineData("appsettings.json", "appsettingsLive.json")]
    [InlineData("appsettings.Staging.json", "appsettings.Production.json")]
    [InlineData("appsettings.Production.json", "appsettings.Production.Blue.json")]
    public async Task Other_files_are_judged_each_by_itself(string one, string other) =>
        Assert.Empty(await SettingsProject.OfRule(ForbidOn).With(one, On, "true").With(other, Live, "true").Told());

    [Fact]
    public async Task Files_of_a_group_are_merged_whatever_their_names() =>
        Assert.Single(await SettingsProject.OfRule(ForbidOn).With("deploy/a.json", On, "shop").With("other/b.json", Live, "shop").Told());

    [Fact]
    public async Task Files_of_two_groups_are_not_merged() =>
        Assert.Empty(await SettingsProject.OfRule(ForbidOn).With("deploy/a.json", On, "shop").With("deploy/b.json", Live, "stock").Told());

    [Fact]
    public async Task The_later_file_of_a_group_wins() => Assert.Empty(
        await SettingsProject.OfRule("{ configuration: \"On\", forbid: true }").With("b.json", On, "shop").With("a.json", "{ \"On\": false }", "shop").Told());

    [Fact]
    public async Task The_environment_may_be_named_by_the_project() => Assert.Equal(
        ["a.json(1,9) DP4001 On = true, which must not be true (in environment Live)"],
        await SettingsProject.OfRule("{ configuration: \"On\", forbid: true }")
            .With("a.json", On, "shop").With("b.json", "{ \"On\": false }", "shop", "production").With("c.json", "{}", "shop", "Live").Rejections());

    [Fact]
    public async Task A_dot_is_only_a_dot_where_no_base_stands_before_it() => Assert.Equal(
        ["my.gateway.json(1,9) DP4001 On = true, which must not be true"],
        await SettingsProject.OfRule("{ configuration: \"On\", forbid: true, environments: [Production] }").With("my.gateway.json", On, "true").Rejections());
}
