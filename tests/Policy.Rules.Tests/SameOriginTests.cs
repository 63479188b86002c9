namespace DecisionPolicies.Rules.Tests;

/// <summary>same-origin-as, by RFC 6454: scheme, host and port.</summary>
public sealed class SameOriginTests
{
    private static readonly ConfigurationRule _rule = new("Server", Verb.Forbid, Condition.SameOriginAs("Gateway:PublicOrigin"));

    [Theory]
    [InlineData("https://gateway.example", "https://gateway.example")]
    [InlineData("https://gateway.example", "HTTPS://GateWay.Example")]
    [InlineData("https://gateway.example", "  https://gateway.example\t")]
    [InlineData(" https://gateway.example ", "https://gateway.example")]
    [InlineData("https://gateway.example", "https://gateway.example/")]
    [InlineData("https://gateway.example/base", "https://gateway.example/other?q=1#f")]
    [InlineData("https://gateway.example", "https://gateway.example:443")]
    [InlineData("https://gateway.example", "https://gateway.example:")]
    [InlineData("https://gateway.example", "https://gateway.example:0443")]
    [InlineData("http://gateway.example:80", "http://gateway.example")]
    [InlineData("https://gateway.example", "https://gateway.example.")]
    [InlineData("https://gateway.example.", "https://gateway.example/oauth")]
    [InlineData("https://gateway.example", "https://user:password@gateway.example")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://xn--bcher-kva.example", "https://BÜCHER.example")]
    [InlineData("https://gateway.example", "https://ｇateway.example")]
    [InlineData("https://gateway.example", "https://gateway。example")]
    [InlineData("http://127.0.0.1", "http://127.1")]
    [InlineData("http://[::1]", "http://[0:0:0:0:0:0:0:1]")]
    [InlineData("https://gateway.example", "/oauth")]
    [InlineData("https://gateway.example", "/")]
    [InlineData("https://gateway.example:8443/base", "/oauth")]
    [InlineData("https://gateway.example", "//gateway.example/oauth")]
    public void Urls_of_one_origin_are_recognised(string origin, string url) =>
        Assert.Single(Engine.Of(_rule, new InMemorySettings { { "Gateway:PublicOrigin", origin }, { "Server", url } }));

    [Theory]
    [InlineData("https://gateway.example", "http://gateway.example")]
    [InlineData("https://gateway.example", "wss://gateway.example")]
    [InlineData("https://gateway.example", "http://gateway.example:443")]
    [InlineData("https://gateway.example", "https://gateway.example:8443")]
    [InlineData("https://gateway.example", "https://idp.example")]
    [InlineData("https://gateway.example", "https://login.gateway.example")]
    [InlineData("https://gateway.example", "https://gateway.example.evil.test")]
    [InlineData("https://gateway.example", "https://gateway.example@evil.test")]
    [InlineData("https://gateway.example", "https://evil.test/https://gateway.example")]
    [InlineData("https://gateway.example", "//idp.example/oauth")]
    [InlineData("https://gateway.example", "gateway.example")]
    [InlineData("https://gateway.example", "oauth")]
    [InlineData("https://gateway.example", "https://")]
    [InlineData("https://gateway.example", "https://gateway.example:99999")]
    [InlineData("https://gateway.example", "")]
    [InlineData("https://gateway.example", null)]
    [InlineData("gateway.example", "gateway.example")]
    [InlineData("/oauth", "/oauth")]
    [InlineData("file:///etc", "file:///etc")]
    [InlineData("not a url", "not a url")]
    [InlineData("", "https://gateway.example")]
    [InlineData(null, "https://gateway.example")]
    public void Anything_else_is_another_origin(string? origin, string? url) =>
        Assert.Empty(Engine.Of(_rule, new InMemorySettings { { "Gateway:PublicOrigin", origin }, { "Server", url } }));

    // The host is one that Uri takes and whose IdnHost it then refuses to give.
    [Theory]
    [InlineData("https://gateway.example", "https://a\u0301\u200D.example")]
    [InlineData("https://a\u0301\u200D.example", "https://gateway.example")]
    public void A_host_that_no_name_system_knows_is_another_origin(string origin, string url) =>
        Assert.Empty(Engine.Of(_rule, new InMemorySettings { { "Gateway:PublicOrigin", origin }, { "Server", url } }));

    [Theory]
    [InlineData("https://a\u0301\u200D.example", 1)]
    [InlineData("https://b\u0301\u200D.example", 0)]
    public void A_host_that_no_name_system_knows_equals_itself_and_no_other_such_host(string url, int findings) => Assert.Equal(
        findings,
        Engine.Of(_rule, new InMemorySettings { { "Gateway:PublicOrigin", "https://a\u0301\u200D.example" }, { "Server", url } }).Count);

    [Fact]
    public void A_forbidden_origin_is_not_broken_where_the_other_key_is_missing() =>
        Assert.Empty(Engine.Of(_rule, new InMemorySettings { { "Server", "https://gateway.example" } }));

    [Fact]
    public void A_required_origin_is_missed_where_the_other_key_is_missing() => Assert.Single(
        Engine.Of(
            new("Server", Verb.Require, Condition.SameOriginAs("Gateway:PublicOrigin")), new InMemorySettings { { "Server", "https://gateway.example" } }));

    [Theory]
    [InlineData("https://b.example/x", true)]
    [InlineData("https://c.example", false)]
    public void With_a_wildcard_the_origin_of_any_of_the_other_keys_counts(string url, bool same)
    {
        var settings = new InMemorySettings { { "Origins:0", "https://a.example" }, { "Origins:1", "https://b.example" }, { "Server", url } };

        Assert.Equal(same, Engine.Holds(Condition.SameOriginAs("Origins:*"), settings, "Server"));
    }

    [Fact]
    public void The_origin_that_is_found_first_is_not_forgotten_for_those_that_follow()
    {
        var settings =
            new InMemorySettings { { "Origins:a:0", "https://a.example" }, { "Origins:b:0", "https://b.example" }, { "Server", "https://a.example" } };

        Assert.True(Engine.Holds(Condition.SameOriginAs("Origins:*:*"), settings, "Server"));
    }

    [Fact]
    public void A_key_that_cannot_be_read_makes_no_condition() =>
        Assert.Equal(
            "The key is empty. Write one, as in 'Gateway:Registration:Enabled'.", Assert.Throws<FormatException>(() => Condition.SameOriginAs(" ")).Message);

    [Fact]
    public void One_of_several_urls_has_the_same_origin_exactly_if_it_does_alone() => Assert.Empty(
        from one in _urls
        from other in _urls
        from url in _urls.Concat(_references)
        let several = Of(one, other)
        where several.Contain(url) != (Origin.AreSame(url, one) || Origin.AreSame(url, other))
        select $"{url}: {one}, {other}");

    private static readonly string[] _urls =
    [
        "https://a.example", "http://a.example", "http://a.example:443", "https://a.example:443/x", "https://a.example:80", "http://a.example:8443",
        "https://A.EXAMPLE.", "https://bücher.example", "https://xn--bcher-kva.example", "ws://a.example", "wss://a.example", "ftp://a.example:21",
        "custom://a.example", "custom://a.example:80", "file:///a/b", "mailto:a@a.example", "a.example", "", " ", "https://", "http://[::1]:80", "http://127.1",
    ];

    private static readonly string[] _references =
    [
        "/", "/x", " /x ", "//a.example", "//a.example:80", "//a.example:443/x", "//A.example.", "//bücher.example", "///a.example", "//[::1]", "//127.0.0.1",
        "/\\a.example", "//a.example:99999", "//", "//user@a.example", "/https://a.example", "//b.example", "/../x", "//a.example:021",
    ];

    private static Origins Of(params string[] urls)
    {
        var origins = new Origins();
        foreach (var url in urls) origins.Add(url);
        return origins;
    }

    [Theory]
    [InlineData("mailto:a@gateway.example", "/oauth")]
    [InlineData("mailto:a@gateway.example", "//gateway.example/oauth")]
    [InlineData("urn:a:b", "/oauth")]
    [InlineData("file:///etc", "/oauth")]
    [InlineData("ftp://gateway.example/a", "/oauth")]
    [InlineData("https://gateway.example", "/oauth")]
    [InlineData("https://gateway.example", "//gateway.example/oauth")]
    [InlineData("https://gateway.example", "//idp.example/oauth")]
    public void A_reference_is_resolved_against_a_list_as_against_one_url(string url, string reference)
    {
        var settings = new InMemorySettings { { "Urls:0", url }, { "Url", url }, { "Server", reference } };

        Assert.Equal(
            Engine.Holds(Condition.SameOriginAs("Url"), settings, "Server"), Engine.Holds(Condition.SameOriginAs("Urls:*"), settings, "Server"));
    }
}
