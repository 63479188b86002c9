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
    [InlineData("POST **", "POST", "/", true)]
    [InlineData("POST /", "POST", "/register", false)]
    [InlineData("POST /register", "POST", "/register/confirm", false)]
    [InlineData("POST /register", "POST", "/", false)]
    [InlineData("POST /a/b", "POST", "/a", false)]
    [InlineData("POST /a/**/z", "POST", "/a/b/c/z", true)]
    [InlineData("POST /a/**/z", "POST", "/a/b/c", false)]
    [InlineData("POST /oauth/*", "POST", "/oauth/{**rest}", true)]
    [InlineData("POST /oauth/*/*", "POST", "/oauth/{**rest}", true)]
    [InlineData("POST /oauth/*/*", "POST", "/oauth/{name}", false)]
    [InlineData("POST /oauth/*/register", "POST", "/oauth/{**rest}", false)]
    [InlineData("POST\t/register", "POST", "/register", true)]
    [InlineData("POST /*/register", "POST", "/{tenant:regex(^a/b$)}/register", true)]
    [InlineData("POST /*/register", "POST", "/{tenant:regex(^[[a-z]]{{1,2}}/b$)}/register", true)]
    [InlineData("POST /*/*/register", "POST", "/{tenant:regex(^a/b$)}/register", false)]
    [InlineData("GET , POST /register", "POST", "/register", true)]
    [InlineData(" POST /register ", "POST", "/register", true)]
    [InlineData("POST /register", "POST", " ~/register ", true)]
    [InlineData("AZ /register", "AZ", "/register", true)]
    public void A_rule_means_endpoints_by_method_and_route(string rule, string methods, string route, bool broken) =>
        Assert.Equal(broken, IsBroken(new(rule), methods, route, UnknownSegments.MatchWildcards));

    [Theory]
    [InlineData("/{**rest}", true)]
    [InlineData("/oauth/{**rest}", true)]
    [InlineData("/{name}", true)]
    [InlineData("/{name}/x", false)]
    [InlineData("/servers/{**rest}", true)]
    [InlineData("/servers/{name}/list", false)]
    public void A_proxy_passes_on_any_text_for_a_parameter(string route, bool broken) =>
        Assert.Equal(broken, IsBroken(new("POST **/register"), "POST", route, UnknownSegments.MatchAnything));

    [Theory]
    [InlineData("/oauth/{name?}", true)]
    [InlineData("/oauth/{name=x}", true)]
    [InlineData("/oauth/{*rest}", true)]
    [InlineData("/oauth/{name?}/{**rest}", true)]
    [InlineData("/oauth/{name}", false)]
    [InlineData("/oauth/{**rest}/x", false)]
    [InlineData("/oauth/x{name?}", false)]
    [InlineData("/oauth/{name?}x", false)]
    [InlineData("/oauth/{name}.{extension?}", false)]
    public void A_parameter_that_a_request_may_leave_out_also_matches_nothing(string route, bool broken) =>
        Assert.Equal(broken, IsBroken(new("POST /oauth"), "POST", route, UnknownSegments.MatchWildcards));

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
    [InlineData("POST", false)]
    [InlineData("POST,PUT", false)]
    [InlineData("GET,POST", true)]
    [InlineData("", true)]
    public void An_exception_need_not_name_what_the_rule_does_not_forbid(string methods, bool broken) => Assert.Equal(
        broken,
        IsBroken(new("GET,POST /register") { Except = ValueList.Of(EndpointPattern.Parse("POST /register")) }, methods, "/register",
            UnknownSegments.MatchWildcards));

    [Fact]
    public void An_exception_for_one_method_leaves_an_endpoint_of_any_method_forbidden() => Assert.True(
        IsBroken(new("/register") { Except = ValueList.Of(EndpointPattern.Parse("GET /register")) }, "", "/register", UnknownSegments.MatchWildcards));

    [Fact]
    public void Commas_and_spaces_by_themselves_are_not_methods() => Assert.False(
        IsBroken(new("POST ,  /register") { Except = ValueList.Of(EndpointPattern.Parse("POST /register")) }, "", "/register", UnknownSegments.MatchWildcards));

    [Fact]
    public void One_exception_of_several_is_enough() => Assert.False(IsBroken(
        new("/register") { Except = ValueList.Of(EndpointPattern.Parse("/a"), EndpointPattern.Parse("GET /register")) },
        "get", "/register", UnknownSegments.MatchWildcards));

    // What a proxy passes on is wider than what the record excepts.
    [Fact]
    public void An_exception_does_not_cover_any_text_for_a_parameter() => Assert.True(
        IsBroken(new("**/register") { Except = ValueList.Of(EndpointPattern.Parse("/api/register")) }, "POST", "/{**rest}", UnknownSegments.MatchAnything));

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
        Assert.Equal(applies, new EndpointRule("/x") { Environments = ValueList.Of("Production") }.Environments.Include(environment));

    [Fact]
    public void A_rule_without_environments_applies_in_all() => Assert.True(new EndpointRule("/x").Environments.Include("Anything"));

    [Theory]
    [InlineData("", "The endpoint is empty. Write a method and a path, as in 'POST **/register'.")]
    [InlineData(" \t", "The endpoint is empty. Write a method and a path, as in 'POST **/register'.")]
    [InlineData("POST", "In the endpoint 'POST', 'POST' is not a path. Start it with '/', or with '**/' to match any path that ends with it.")]
    [InlineData(" register ", "In the endpoint 'register', 'register' is not a path. Start it with '/', or with '**/' to match any path that ends with it.")]
    [InlineData(
        "POST register/",
        "In the endpoint 'POST register/', 'register/' is not a path. Start it with '/', or with '**/' to match any path that ends with it.")]
    [InlineData("/{a}", "The endpoint '/{a}' has a route parameter. Write '*' for one segment, or '**' for any number.")]
    [InlineData("P-ST /x", "In the endpoint 'P-ST /x', 'P-ST' is not an HTTP method. Write it as in 'POST **/register'.")]
    [InlineData("GET,p0st /x", "In the endpoint 'GET,p0st /x', 'P0ST' is not an HTTP method. Write it as in 'POST **/register'.")]
    [InlineData("@GET /x", "In the endpoint '@GET /x', '@GET' is not an HTTP method. Write it as in 'POST **/register'.")]
    [InlineData("GET[ /x", "In the endpoint 'GET[ /x', 'GET[' is not an HTTP method. Write it as in 'POST **/register'.")]
    [InlineData("/x /y", "In the endpoint '/x /y', '/X' is not an HTTP method. Write it as in 'POST **/register'.")]
    public void A_text_that_is_not_an_endpoint_is_explained(string text, string fault)
    {
        Assert.False(EndpointPattern.TryParse(text, out var pattern, out var told));
        Assert.Equal((null, fault), (pattern, told));
    }

    [Fact]
    public void A_rule_on_a_text_that_is_not_an_endpoint_cannot_be_made() => Assert.Equal(
        "In the endpoint 'P-ST /x', 'P-ST' is not an HTTP method. Write it as in 'POST **/register'.", Assert.Throws<FormatException>(
            () => new EndpointRule("P-ST /x")).Message);

    [Fact]
    public void A_rule_names_its_endpoint_as_the_record_spells_it()
    {
        var rule = new EndpointRule(" post **/register ");

        Assert.Equal(("post **/register", "post **/register"), (rule.Subject, rule.Endpoint.ToString()));
    }

    private static bool IsBroken(EndpointRule rule, string methods, string route, UnknownSegments unknown) =>
        rule.IsBrokenBy(methods.Length == 0 ? [] : methods.Split(','), RoutePattern.Parse(route), unknown);
}
