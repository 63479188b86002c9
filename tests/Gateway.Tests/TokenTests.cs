using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gateway.Tests;

/// <summary>Whose tokens the gateway accepts, and how it answers those it refuses.</summary>
public sealed class TokenTests(ProductionGateway gateway) : IClassFixture<ProductionGateway>
{
    [Fact]
    public async Task A_request_without_a_token_is_refused_and_names_the_resource_metadata()
    {
        var refusal = await gateway.Http.PostAsync("/servers/plain/mcp", null);

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
        var challenge = Assert.Single(refusal.Headers.WwwAuthenticate);
        Assert.Equal("Bearer", challenge.Scheme);
        Assert.Equal($"resource_metadata=\"{gateway.Http.BaseAddress}.well-known/oauth-protected-resource\"", challenge.Parameter);
    }

    [Fact]
    public async Task A_token_of_any_listed_authorization_server_is_accepted()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusWith(await Upstream.GetToken(gateway.Upstream.Issuer, ProductionGateway.PublicOrigin)));
        Assert.Equal(HttpStatusCode.OK, await StatusWith(await Upstream.GetToken(gateway.Upstream.SecondIssuer, ProductionGateway.PublicOrigin)));
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() => Assert.Equal(HttpStatusCode.Unauthorized,
        await StatusWith(await Upstream.GetToken(gateway.Upstream.Issuer, "https://another.test")));

    [Fact]
    public async Task A_token_of_an_unlisted_issuer_is_refused() => Assert.Equal(HttpStatusCode.Unauthorized,
        await StatusWith(await Upstream.GetToken(gateway.Upstream.StrangeIssuer, ProductionGateway.PublicOrigin)));

    [Fact]
    public async Task A_token_that_its_issuer_has_not_signed_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = gateway.Upstream.Issuer,
            Audience = ProductionGateway.PublicOrigin,
            SigningCredentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWith(forged));
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("e30.e30.e30")]
    [InlineData("..")]
    public async Task What_is_not_a_token_is_refused(string text) => Assert.Equal(HttpStatusCode.Unauthorized, await StatusWith(text));

    private async Task<HttpStatusCode> StatusWith(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/servers");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await gateway.Http.SendAsync(request);
        return response.StatusCode;
    }
}
