namespace DecisionPolicies.Rules.Tests;

/// <summary>route-to: a route of a proxy lets a path through, whatever its parameters are.</summary>
public sealed class RouteToTests
{
    [Theory]
    [InlineData("/oauth/register")]
    [InlineData("oauth/register")]
    [InlineData("/OAuth/Register/")]
    [InlineData(" /oauth/register ")]
    [InlineData("/idp/oauth/register")]
    [InlineData("/oauth/register/{id?}")]
    [InlineData("/oauth/register/{**rest}")]
    [InlineData("/{tenant}/register")]
    [InlineData("/oauth/{action}")]
    [InlineData("/oauth/{action:alpha}")]
    [InlineData("/oauth/{action=register}")]
    [InlineData("/{**rest}")]
    [InlineData("{**rest}")]
    [InlineData("/{*rest}")]
    [InlineData("/oauth/{**rest}")]
    [InlineData("/{a}/{b}")]
    [InlineData("/oauth/{a:regex(^x/y$)}")]
    [InlineData("/oauth/register.{format?}")]
    [InlineData("/oauth/{name}.{format?}")]
    [InlineData("/oauth/reg{rest}")]
    [InlineData("/oauth/{start}ter")]
    [InlineData("/o{a}/{b}er")]
    public void A_route_lets_the_path_through(string route) => Assert.True(Engine.Holds(Condition.RouteTo("**/oauth/register"), route));

    [Theory]
    [InlineData("/register")]
    [InlineData("/oauth/registered")]
    [InlineData("/oauth/register/{id}")]
    [InlineData("/{tenant}/token")]
    [InlineData("/servers/{name}/mcp")]
    [InlineData("/{tenant}")]
    [InlineData("/oauth/{file}.js")]
    [InlineData("/oauth/v{version}")]
    [InlineData("/oauth/token.{format?}")]
    [InlineData("/oauth/register.{format}")]
    [InlineData("/oauth/register{number}{more}s")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_route_does_not(string? route) => Assert.False(Engine.Holds(Condition.RouteTo("**/oauth/register"), route));

    [Theory]
    [InlineData("/a", true)]
    [InlineData("/b/{x?}", true)]
    [InlineData("/c", false)]
    public void One_pattern_of_several_is_enough(string route, bool matches) => Assert.Equal(matches, Engine.Holds(Condition.RouteTo("/a", "/b"), route));
}
