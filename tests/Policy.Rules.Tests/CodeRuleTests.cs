namespace DecisionPolicies.Rules.Tests;

/// <summary>Rules about C# code.</summary>
public sealed class CodeRuleTests
{
    [Theory]
    [InlineData("registration_endpoint", 0)]
    [InlineData("{\"registration_endpoint\": 1}", 2)]
    [InlineData("x.registration_endpoint", 2)]
    [InlineData("registration_endpoints", -1)]
    [InlineData("registration_endpoint2", -1)]
    [InlineData("registration_endpoint_", -1)]
    [InlineData("my_registration_endpoint", -1)]
    [InlineData("Registration_Endpoint", -1)]
    [InlineData("registration_endpoints registration_endpoint", 23)]
    [InlineData("", -1)]
    public void A_text_is_found_as_a_word_of_its_own(string value, int index) => Assert.Equal(index, new LiteralRule("registration_endpoint").IndexIn(value));

    [Theory]
    [InlineData("/register", "a/register", 1)]
    [InlineData("/register", "a/registers", -1)]
    [InlineData("register/", "register/a", 0)]
    [InlineData("register/", "aregister/", -1)]
    public void A_text_that_does_not_begin_with_a_letter_may_follow_one(string text, string value, int index) =>
        Assert.Equal(index, new LiteralRule(text).IndexIn(value));

    [Theory]
    [InlineData("Duende.IdentityServer", true)]
    [InlineData("duende.identityserver", true)]
    [InlineData(" Duende.IdentityServer ", true)]
    [InlineData("Duende.IdentityServer.Storage", false)]
    public void A_package_is_compared_without_case(string id, bool means) => Assert.Equal(means, new PackageRule("Duende.IdentityServer").Means(id));

    [Theory]
    [InlineData("Gateway", true)]
    [InlineData("gateway", true)]
    [InlineData("Acme.Rules", true)]
    [InlineData("Gateway.Tests", false)]
    public void A_rule_may_apply_in_some_projects_only(string assembly, bool applies) =>
        Assert.Equal(applies, new LiteralRule("x") { Projects = ValueList.Of("Gateway", "*.Rules") }.AppliesIn(assembly));

    [Fact]
    public void A_rule_without_projects_applies_in_all() => Assert.True(new PackageRule("x").AppliesIn("Anything"));

    [Theory]
    [InlineData("N:System.Net")]
    [InlineData("T:System.Collections.Generic.List`1")]
    [InlineData("M:System.IO.File.Delete(System.String)")]
    [InlineData("M:A.B.#ctor")]
    [InlineData("M:A.B.Method``1(``0,System.Int32[])")]
    [InlineData("P:A.B.Item(System.Int32)")]
    [InlineData("F:A.B.C")]
    [InlineData("E:A.B.C")]
    [InlineData("M:A.op_Implicit(A)~System.Int32")]
    [InlineData("M:A.B(System.Collections.Generic.List{System.String}@)")]
    [InlineData("T:A")]
    public void A_documentation_comment_id_names_a_symbol(string id) => Assert.Equal(id, SymbolId.Parse($" {id} ").Text);

    [Fact]
    public void A_rule_names_its_subject_as_the_record_spells_it() => Assert.Equal(
        ["T:A.B", "registration_endpoint", "Duende.IdentityServer"],
        new CodeRule[] { new SymbolRule("T:A.B"), new LiteralRule("registration_endpoint"), new PackageRule("Duende.IdentityServer") }.Select(
            rule => rule.Subject));

    [Fact]
    public void A_symbol_is_shown_by_its_id() => Assert.Equal("T:A.B", SymbolId.Parse("T:A.B").ToString());

    [Theory]
    [InlineData(
        "",
        "'' is not a documentation-comment id. Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.")]
    [InlineData(
        "T",
        "'T' is not a documentation-comment id. Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.")]
    [InlineData(
        "System.Net",
        "'System.Net' is not a documentation-comment id. "
            + "Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.")]
    [InlineData(
        "X:System.Net",
        "'X:System.Net' is not a documentation-comment id. "
            + "Start with its kind: N: for a namespace, T: a type, M: a method, P: a property, F: a field, E: an event.")]
    [InlineData("T:", "'T:' names nothing. Write the full name, as in 'T:System.IO.File'.")]
    [InlineData("T:.A", "'T:.A' names nothing. Write the full name, as in 'T:System.IO.File'.")]
    [InlineData("T:A.", "'T:A.' names nothing. Write the full name, as in 'T:System.IO.File'.")]
    [InlineData("T:A..B", "'T:A..B' names nothing. Write the full name, as in 'T:System.IO.File'.")]
    [InlineData(
        "T:<A",
        "'T:<A' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData(
        "T:A>",
        "'T:A>' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData(
        "T:A B",
        "'T:A B' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData(
        "T:A;B",
        "'T:A;B' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData(
        "T:A/B",
        "'T:A/B' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData(
        "T:A?",
        "'T:A?' is not a valid documentation-comment id: write a generic type as List`1, "
            + "and arguments as full names without spaces, as in 'M:System.IO.File.Delete(System.String)'.")]
    [InlineData("N:A(B)", "'N:A(B)' has arguments, which only a method or a property can have.")]
    [InlineData("F:A(B)", "'F:A(B)' has arguments, which only a method or a property can have.")]
    public void A_text_that_is_not_an_id_is_explained(string text, string fault)
    {
        Assert.False(SymbolId.TryParse(text, out var symbol, out var told));
        Assert.Equal((null, fault), (symbol, told));
    }

    [Fact]
    public void A_rule_on_a_text_that_is_not_an_id_cannot_be_made() => Assert.Equal(
        "'T:' names nothing. Write the full name, as in 'T:System.IO.File'.", Assert.Throws<FormatException>(() => new SymbolRule("T:")).Message);
}
