namespace DecisionPolicies.Records.Tests;

/// <summary>What a rule may speak about beside the configuration.</summary>
public sealed class SubjectTests
{
    [Fact]
    public void A_rule_may_speak_about_an_endpoint()
    {
        var rule = Assert.IsType<EndpointRule>(Reading.AnyRule(
            "endpoint: POST **/register", "except: [POST /api/servers/register, T:Shop.SignUp]", "environments: [Production]", "because: It serves."));

        Assert.Equal(
            new EndpointRule("POST **/register")
            {
                Except = ValueList.Of(EndpointPattern.Parse("POST /api/servers/register")),
                ExceptTypes = ValueList.Of(SymbolId.Parse("T:Shop.SignUp")),
                Environments = ValueList.Of("Production"),
                Because = "It serves.",
            },
            rule);
    }

    [Fact]
    public void A_rule_may_speak_about_a_symbol() => Assert.Equal(
        new SymbolRule("N:System.Net")
        {
            Except = ValueList.Of(SymbolId.Parse("T:System.Net.IPAddress")),
            Projects = ValueList.Of("Gateway", "*.Rules"),
            Because = "No network.",
        },
        Reading.AnyRule("symbol: N:System.Net", "except: T:System.Net.IPAddress", "projects: [Gateway, \"*.Rules\"]", "because: No network."));

    [Fact]
    public void A_rule_may_speak_about_a_literal() => Assert.Equal(
        new LiteralRule("registration_endpoint") { Projects = ValueList.Of("Gateway") },
        Reading.AnyRule("literal: registration_endpoint", "projects: Gateway"));

    [Fact]
    public void A_rule_may_speak_about_a_package() => Assert.Equal(
        new PackageRule("Duende.IdentityServer.Configuration"), Reading.AnyRule("package: Duende.IdentityServer.Configuration"));

    [Theory]
    [InlineData(
        "endpoint: register",
        "DP2002 4,15: In the endpoint 'register', 'register' is not a path. Start it with '/', or with '**/' to match any path that ends with it.")]
    [InlineData("endpoint: P0ST /register", "DP2002 4,15: In the endpoint 'P0ST /register', 'P0ST' is not an HTTP method. Write it as in 'POST **/register'.")]
    [InlineData(
        "endpoint: /{tenant}/register",
        "DP2002 4,15: The endpoint '/{tenant}/register' has a route parameter. Write '*' for one segment, or '**' for any number.")]
    [InlineData("endpoint: \"\"", "DP2001 4,15: 'endpoint' is empty. Write what the rule is about.")]
    [InlineData(
        "symbol: System.Net",
        "DP2002 4,13: 'System.Net' is not a documentation-comment id. "
            + "Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.")]
    [InlineData("symbol: \"T:\"", "DP2002 4,13: 'T:' names nothing. Write the full name, as in 'T:System.IO.File'.")]
    [InlineData(
        "symbol: T:List<int>",
        "DP2002 4,13: 'T:List<int>' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData("symbol: T:File(System.String)", "DP2002 4,13: 'T:File(System.String)' has arguments, which only a method or a property can have.")]
    [InlineData("package: Duende.*", "DP2002 4,14: 'Duende.*' is not a package id. Write the id alone, as in 'package: Duende.IdentityServer.Configuration'.")]
    [InlineData("literal:", "DP2001 4,5: 'literal' is empty. Write what the rule is about.")]
    [InlineData("literal: [a, b]", "DP2001 4,5: Part of this rule cannot be read, so the rule would not do what it says.")]
    public void A_subject_that_cannot_be_understood_is_a_fault(string line, string told) =>
        Assert.Contains(told, Reading.Told(Reading.OfRule(line)));

    [Theory]
    [InlineData(
        "symbol: N:System.Net",
        "projects: []",
        "DP2001 5,15: 'projects' is empty. Name a project, as in 'projects: [Gateway]', or remove 'projects' to mean all.")]
    [InlineData(
        "symbol: N:System.Net",
        "except: System",
        "DP2002 5,13: 'System' is not a documentation-comment id. "
            + "Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.")]
    [InlineData(
        "symbol: N:System.Net",
        "forbid: true",
        "DP2001 5,5: Unknown key 'forbid' in a rule about 'symbol'. Allowed keys: symbol, except, projects, because, waivable.")]
    [InlineData(
        "endpoint: POST /x",
        "excpet: GET /x",
        "DP2001 5,5: Unknown key 'excpet' in a rule about 'endpoint'. Did you mean 'except'? Allowed keys: endpoint, except, environments, because, waivable.")]
    [InlineData(
        "endpoint: POST /x",
        "except: x",
        "DP2002 5,13: In the endpoint 'x', 'x' is not a path. Start it with '/', or with '**/' to match any path that ends with it.")]
    [InlineData("endpoint: POST /x", "literal: x", "DP2001 5,5: The rule has two subjects, 'endpoint' and 'literal'. Write two rules.")]
    public void What_does_not_belong_to_the_subject_is_a_fault(string subject, string line, string told) =>
        Assert.Contains(told, Reading.Told(Reading.OfRule(subject, line)));

    [Fact]
    public void A_waiver_may_name_a_rule_about_anything() => Assert.Equal(
        "POST **/register",
        Assert.Single(Reading.Record(
            "status: accepted\nrules:\n  - endpoint: POST **/register\nwaivers:\n  - { rule: POST **/register, until: 2027-01-31, because: x }").Waivers).Rule);
}
