namespace DecisionPolicies.Rules.Tests;

/// <summary>Which endpoints a rule means.</summary>
public sealed class EndpointRuleTests
{
    [Theory]
    [InlineData("POST **/register", "POST", "/register", true)]
    [InlineData("POST **/register", "POST", "register", true)]
    [InlineData("POST **/register", "POST", "/Connect/Register/", true)]
    [InlineData("POST **/register", "post", "/register", true)]
    [InlineData("post **/register", "POST", "/register", true)]
    [InlineData("POST **/register", "GET", "/register", false)]
    [InlineData("POST **/register", "GET,POST", "/register", true)]
    [InlineData("POST **/register", "", "/register", true)]
    [InlineData("GET,POST /register", "POST", "/register", true)]
    [InlineData("GET, POST /register", "POST", "/register", true)]
    [InlineData("/register", "DELETE", "/register", true)]
    [InlineData("POST **/register", "POST", "/registered", false)]
    [InlineData("POST **/register", "POST", "/register/{id}", false)]
    [InlineData("POST /oauth/*", "POST", "/oauth/register", true)]
    [InlineData("POST /oauth/*", "POST", "/oauth/{name}", true)]
    [InlineData("POST /oauth/*", "POST", "/oauth", false)]
    [InlineData("POST /oauth/*", "POST", "/oauth/{name?}", true)]
    [InlineData("POST /oauth/**", "POST", "/oauth/{**rest}", true)]
    [InlineData("POST /oauth/**", "POST", "/oauth", true)]
    [InlineData("POST **/register", "POST", "/{tenant}/register", true)]
    [InlineData("POST **/register", "POST", "/{tenant:regex(^a/b$)}/register", true)]
    [InlineData("POST **/register", "POST", "/{name}", false)]
    [InlineData("POST **/register", "POST", "/{**rest}", false)]
    [InlineData("POST /a/*/register", "POST", "/a/{id}/register", true)]
    [InlineData("POST /a/*/register", "POST", "/a/b/c/register", false)]
    [InlineData("POST **/client-*", "POST", "/x/client-registration", true)]
    [InlineData("POST /", "POST", "/", true)]
    [InlineData("POST /", "POST", "", true)]
    [InlineData("POST **", "POST", "/anything/at/all", true)]
    public void A_rule_means_endpoints_by_method_and_route(string rule, string methods, string route, bool broken) =>
        Assert.Equal(broken, IsBroken(new(rule), methods, route, UnknownSegments.MatchWildcards));

    [Theory]
    [InlineData("/{**rest}", true)]
    [InlineData("/oauth/{**rest}", true)]
    [InlineData("/{name}", true)]
    [InlineData("/{name}/x", false)]
    [InlineData("/servers/{**rest}", true)]
    [InlineData("/servers/{name}/list", false)]
    public void A_proxy_passes_on_whatever_a_parameter_stands_for(string route, bool broken) =>
        Assert.Equal(broken, IsBroken(new("POST **/register"), "POST", route, UnknownSegments.MatchAnything));

    [Theory]
    [InlineData("POST /api/servers/register", "POST", "/api/servers/register", false)]
    [InlineData("/api/servers/register", "POST", "/api/servers/register", false)]
    [InlineData("GET /api/servers/register", "POST", "/api/servers/register", true)]
    [InlineData("POST /api/servers/register", "GET,POST", "/api/servers/register", false)]
    [InlineData("POST /api/servers/register", "", "/api/servers/register", false)]
    [InlineData("POST /api/*/register", "POST", "/api/servers/register", false)]
    [InlineData("POST /api/servers/register", "POST", "/register", true)]
    public void A_rule_does_not_mean_what_it_excepts(string except, string methods, string route, bool broken) => Assert.Equal(
        broken,
        IsBroken(new("POST **/register") { Except = ValueList.Of(EndpointPattern.Parse(except)) }, methods, route, UnknownSegments.MatchWildcards));

    [Fact]
    public void An_exception_for_one_method_leaves_the_others_forbidden() => Assert.True(
        IsBroken(new("/register") { Except = ValueList.Of(EndpointPattern.Parse("GET /register")) }, "GET,POST", "/register", UnknownSegments.MatchWildcards));

    [Theory]
    [InlineData("T:Shop.SignUp", false)]
    [InlineData("T:Shop", true)]
    [InlineData("T:shop.signup", true)]
    public void A_rule_does_not_mean_endpoints_of_a_type_that_it_excepts(string type, bool broken) => Assert.Equal(
        broken,
        new EndpointRule("POST **/register") { ExceptTypes = ValueList.Of(SymbolId.Parse(type)) }
            .IsBrokenBy(["POST"], RoutePattern.Parse("/register"), UnknownSegments.MatchWildcards, ["T:Shop.Handlers", "T:Shop.SignUp"]));

    [Fact]
    public void An_exception_for_a_type_is_none_for_an_endpoint_of_which_no_type_is_known() => Assert.True(
        IsBroken(new("POST **/register") { ExceptTypes = ValueList.Of(SymbolId.Parse("T:Shop.SignUp")) }, "POST", "/register", UnknownSegments.MatchWildcards));

    [Theory]
    [InlineData("Production", true)]
    [InlineData("production", true)]
    [InlineData("Staging", false)]
    public void A_rule_may_apply_in_some_environments_only(string environment, bool applies) =>
        Assert.Equal(applies, new EndpointRule("/x") { Environments = ValueList.Of("Production") }.AppliesIn(environment));

    [Fact]
    public void A_rule_without_environments_applies_in_all() => Assert.True(new EndpointRule("/x").AppliesIn("Anything"));

    [Theory]
    [InlineData("")]
    [InlineData("POST")]
    [InlineData("register")]
    [InlineData("P-ST /x")]
    [InlineData("/{a}")]
    public void A_text_that_is_no_endpoint_cannot_be_parsed(string text) => Assert.Throws<FormatException>(() => new EndpointRule(text));

    private static bool IsBroken(EndpointRule rule, string methods, string route, UnknownSegments unknown) =>
        rule.IsBrokenBy(methods.Length == 0 ? [] : methods.Split(','), RoutePattern.Parse(route), unknown);
}
