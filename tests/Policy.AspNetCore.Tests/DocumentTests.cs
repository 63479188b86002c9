using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace DecisionPolicies.AspNetCore.Tests;

/// <summary>A document that breaks a decision is not sent.</summary>
public sealed class DocumentTests
{
    private const string Path = "/.well-known/oauth-authorization-server";
    private const string Own = "https://gateway.test";
    private const string Advertising = $$"""{ "issuer": "https://idp.test", "registration_endpoint": "{{Own}}/register" }""";
    private const string Harmless = """{ "issuer": "https://idp.test", "registration_endpoint": "https://idp.test/register" }""";

    [Fact]
    public async Task A_document_that_breaks_a_decision_is_replaced_by_problem_details_that_cite_the_record()
    {
        await using var governed = Serving(Advertising);
        using var client = await governed.Starts();

        var answer = await client.GetAsync(Path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("ADR-0001 rejects this document: No registration", (string?)problem["title"]);
        Assert.Equal("https://decisions.test/0001", (string?)problem["type"]);
        Assert.Equal("It costs too much.", (string?)problem["detail"]);
        Assert.Equal("ADR-0001", (string?)problem["decision"]);
    }

    [Fact]
    public async Task The_rejection_is_logged_without_the_value()
    {
        await using var governed = Serving(Advertising);
        using var client = await governed.Starts();

        await client.GetAsync(Path);

        Assert.Equal(
            """
            Error 22: The document at /.well-known/oauth-authorization-server is not served.
            ADR-0001 rejects this document: No registration (accepted)

              Served:Document:registration_endpoint is set (value withheld)
                set by the document at /.well-known/oauth-authorization-server
                must not have the same origin as Gateway:PublicOrigin

              Because   It costs too much.
              Read      https://decisions.test/0001
              Change    Supersede the record.

            """,
            Assert.Single(governed.Log));
    }

    [Fact]
    public async Task A_document_that_keeps_the_decisions_is_sent_as_it_is()
    {
        await using var governed = Serving(Harmless);
        using var client = await governed.Starts();

        Assert.Equal(Harmless, await client.GetStringAsync(Path));
        Assert.Empty(governed.Log);
    }

    [Theory]
    [InlineData("""{ "registration_endpoint": "/register" }""")]
    [InlineData("""{ "registration_endpoint": "HTTPS://Gateway.TEST:443/connect/register" }""")]
    [InlineData("""{ "registration_\u0065ndpoint": "https:\/\/gateway.test/register" }""")]
    [InlineData("""{ "mtls_endpoint_aliases": { "registration_endpoint": "https://gateway.test/register" } }""")]
    [InlineData("""{ "Registration_Endpoint": "https://gateway.test/register" }""")]
    [InlineData("""{ "registration_endpoint": "https://gateway.test/register", }""")]
    [InlineData("""/* metadata */ { "registration_endpoint": "https://gateway.test/register" }""")]
    [InlineData("\uFEFF  { \"registration_endpoint\": \"https://gateway.test/register\" }")]
    public async Task However_it_is_written_it_is_not_sent(string document)
    {
        await using var governed = Serving(document);
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task The_origin_that_the_request_came_by_is_one_of_the_applications_own()
    {
        await using var governed = Guarded("Served:Origin");
        governed.Application.MapGet(Path, (HttpRequest request) => Results.Json(new { registration_endpoint = $"{request.Scheme}://{request.Host}/register" }));
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(Path)).StatusCode);
    }

    [Theory]
    [InlineData("""{ "registration_endpoint": "https://idp.test/a", "registration_endpoint": "https://idp.test/b" }""")]
    [InlineData("""{ "registration_endpoint": "https://idp.test/a", "REGISTRATION_endpoint": "https://idp.test/b" }""")]
    [InlineData("""{ "registration_endpoint": """)]
    public async Task What_clients_could_read_differently_is_not_sent(string document)
    {
        await using var governed = Serving(document);
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(Path)).StatusCode);
        Assert.StartsWith("Error 23: The document at /.well-known/oauth-authorization-server is not served", Assert.Single(governed.Log));
    }

    [Theory]
    [InlineData("<!doctype html><title>Not here</title>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_not_a_JSON_object_is_left_alone(string text)
    {
        await using var governed = Serving(text);
        using var client = await governed.Starts();

        Assert.Equal(text, await client.GetStringAsync(Path));
    }

    [Fact]
    public async Task A_document_at_another_path_is_left_alone()
    {
        await using var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet("/cache", () => Results.Text(Advertising));
        using var client = await governed.Starts();

        Assert.Equal(Advertising, await client.GetStringAsync("/cache"));
    }

    [Theory]
    [InlineData("/.well-known/oauth-authorization-server/tenant/a")]
    [InlineData("/tenant/.well-known/openid-configuration")]
    [InlineData("/.WELL-KNOWN/oauth-protected-resource")]
    public async Task Every_path_that_the_pattern_means_is_judged(string path)
    {
        await using var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet(path, () => Results.Text(Advertising));
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_document_that_is_refused_by_its_own_server_is_left_alone()
    {
        await using var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet(Path, () => Results.Text(Advertising, statusCode: 404));
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Path)).StatusCode);
    }

    [Theory]
    [InlineData("Range", "bytes=0-9")]
    [InlineData("If-None-Match", "*")]
    [InlineData("Accept-Encoding", "gzip")]
    public async Task Nothing_that_would_shorten_the_document_is_passed_on(string header, string value)
    {
        var passedOn = true;
        await using var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet(Path, (HttpRequest request) =>
        {
            passedOn = request.Headers.ContainsKey(header);
            return Results.Text(Harmless);
        });
        using var client = await governed.Starts();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        await client.GetAsync(Path);

        Assert.False(passedOn);
    }

    [Fact]
    public async Task A_document_that_is_compressed_all_the_same_is_not_sent()
    {
        await using var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet(Path, async (HttpResponse response) =>
        {
            response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync(Encoding.UTF8.GetBytes(Advertising));
        });
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task A_document_in_another_encoding_is_not_sent()
    {
        await using var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet(Path, () => Results.Bytes(Encoding.Unicode.GetBytes(Advertising), "application/json"));
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task A_document_that_is_too_long_to_be_held_is_not_sent()
    {
        await using var governed = Serving(new string(' ', 2 * 1024 * 1024) + Advertising);
        using var client = await governed.Starts();

        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_held_back_where_no_decision_speaks_of_documents()
    {
        await using var governed = new GovernedApplication(Some.Decision());
        governed.Application.UseDocumentGuard("**/.well-known/**");
        governed.Application.MapGet(Path, () => Results.Text("{ broken"));
        using var client = await governed.Starts();

        Assert.Equal("{ broken", await client.GetStringAsync(Path));
    }

    [Fact]
    public async Task At_least_one_path_has_to_be_given()
    {
        await using var governed = new GovernedApplication(Some.Decision());

        Assert.Throws<ArgumentException>(() => governed.Application.UseDocumentGuard());
    }

    private static GovernedApplication Serving(string document)
    {
        var governed = Guarded("Gateway:PublicOrigin");
        governed.Application.MapGet(Path, () => Results.Text(document));
        return governed;
    }

    private static GovernedApplication Guarded(string ownOrigin)
    {
        var governed = new GovernedApplication(Some.Decision(
            new ConfigurationRule("Served:Document:**:registration_endpoint", Verb.Forbid, Condition.SameOriginAs(ownOrigin))));
        governed.Builder.Configuration.AddInMemoryCollection([new("Gateway:PublicOrigin", Own)]);
        governed.Application.UseDocumentGuard("**/.well-known/**");
        return governed;
    }
}
