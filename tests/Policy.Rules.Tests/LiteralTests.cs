namespace DecisionPolicies.Rules.Tests;

/// <summary>What a literal of a record equals among the values of a configuration.</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    [InlineData("TRUE")]
    [InlineData(" true ")]
    [InlineData("\ttrue\r\n")]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("YES")]
    [InlineData("on")]
    [InlineData(" On")]
    public void True_matches_every_usual_spelling(string value) => Assert.True(Engine.Holds(Condition.EqualTo(Literal.True), value));

    [Theory]
    [InlineData("false")]
    [InlineData("False")]
    [InlineData(" FALSE ")]
    [InlineData("0")]
    [InlineData("no")]
    [InlineData("off")]
    public void False_matches_every_usual_spelling(string value) => Assert.True(Engine.Holds(Condition.EqualTo(Literal.False), value));

    // bool.Parse passes over them, so .NET binds such a value to true.
    [Theory]
    [InlineData("true\0")]
    [InlineData("\0true")]
    [InlineData(" true \0 ")]
    public void True_matches_what_the_binder_reads_as_true_despite_null_characters(string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.True), value));

    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("1.0")]
    [InlineData("y")]
    [InlineData("t")]
    [InlineData("truth")]
    [InlineData("true;")]
    [InlineData("tr ue")]
    [InlineData("enabled")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void True_matches_nothing_else(string? value) => Assert.False(Engine.Holds(Condition.EqualTo(Literal.True), value));

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("n")]
    [InlineData("")]
    public void False_matches_nothing_else(string? value) => Assert.False(Engine.Holds(Condition.EqualTo(Literal.False), value));

    [Theory]
    [InlineData("8080", "8080")]
    [InlineData("8080", " 8080 ")]
    [InlineData("8080", "+8080")]
    [InlineData("8080", "008080")]
    [InlineData("8080", "8080\0")]
    [InlineData("8080", "8080.0")]
    [InlineData("8080", "8.08e3")]
    [InlineData("8080", "0x1F90")]
    [InlineData("8080", "0X1f90")]
    [InlineData("8080", " 0x1F90 ")]
    [InlineData("8080", "&h1F90")]
    [InlineData("8080", "&H1F90")]
    [InlineData("8080", "#1F90")]
    [InlineData("0x1F90", "8080")]
    [InlineData("0.5", ".5")]
    [InlineData("0.5", "0.50")]
    [InlineData("-1", "-1.0")]
    [InlineData("0", "-0")]
    [InlineData("0", "0x0")]
    public void A_number_matches_every_spelling_of_the_same_number(string literal, string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number(literal)), value));

    // The binder's integer converters cut a prefix off and then read base 16, which takes a sign and a prefix of its own.
    [Theory]
    [InlineData("0x0x1F90")]
    [InlineData("#0x1F90")]
    [InlineData("0x+1F90")]
    [InlineData("#+1F90")]
    [InlineData("&h+0x1F90")]
    [InlineData("0x 1F90")]
    [InlineData("0x00000000000000000000000000000000000001F90")]
    public void A_number_matches_even_the_odd_hexadecimal_that_the_binder_reads(string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number("8080")), value));

    // The binder trims them, which the reading of a number by itself does not.
    [Theory]
    [InlineData("\u00A08080")]
    [InlineData("8080\u2003")]
    [InlineData("\u3000 8080\u0085")]
    [InlineData("\u00A00x1F90\u00A0")]
    public void A_number_matches_with_white_space_that_only_Unicode_knows(string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number("8080")), value));

    [Theory]
    [InlineData("1e30", "1000000000000000000000000000000")]
    [InlineData("1e30", "1E+30")]
    [InlineData("18446744073709551616", "0x10000000000000000")]
    [InlineData("-1e30", "-1000000000000000000000000000000.0")]
    public void A_number_that_no_64_bits_or_no_decimal_holds_matches_every_spelling_too(string literal, string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number(literal)), value));

    // The long ones are 0.1, 8080 and 50.93 once they are bound to a double.
    [Theory]
    [InlineData("0.1", "0.1000000000000000055511151231257827")]
    [InlineData("8080", "8080.00000000000000001")]
    [InlineData("50.93", "50.929999999999999715782905696")]
    public void A_number_matches_every_number_with_the_same_double(string literal, string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.Number(literal)), value));

    [Theory]
    [InlineData("9007199254740992", "9007199254740993")]
    [InlineData("0.1", "0.10000000000001")]
    [InlineData("1e30", "1e31")]
    public void A_number_matches_no_other_number_that_is_near(string literal, string value) =>
        Assert.False(Engine.Holds(Condition.EqualTo(Literal.Number(literal)), value));

    [Theory]
    [InlineData("8081")]
    [InlineData("8080.5")]
    [InlineData("80 80")]
    [InlineData("8,080")]
    [InlineData("8080px")]
    [InlineData("1F90")]
    [InlineData("0x")]
    [InlineData("0x1F9G")]
    [InlineData("0x1FFFFFFFFFFFFFFFF")]
    [InlineData("#")]
    [InlineData("true")]
    [InlineData("")]
    [InlineData(null)]
    public void A_number_matches_no_other_text(string? value) => Assert.False(Engine.Holds(Condition.EqualTo(Literal.Number("8080")), value));

    [Theory]
    [InlineData("0y")]
    [InlineData("00:05:00")]
    [InlineData("&")]
    [InlineData("&0")]
    [InlineData("#")]
    [InlineData("0x")]
    [InlineData("/register")]
    [InlineData("-")]
    [InlineData("é")]
    [InlineData("zebra")]
    [InlineData("\u3000x")]
    public void Text_that_begins_like_hexadecimal_is_not_nought(string value) =>
        Assert.False(Engine.Holds(Condition.EqualTo(Literal.Number("0")), value));

    [Theory]
    [InlineData("oauth", "oauth")]
    [InlineData("oauth", "OAuth")]
    [InlineData("oauth", "  oauth\t")]
    [InlineData("  oauth ", "oauth")]
    [InlineData("Ünï", "üNÏ")]
    [InlineData("true", "TRUE")]
    [InlineData("0027", "0027")]
    public void Text_matches_the_same_text_trimmed_and_without_case(string literal, string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.String(literal)), value));

    [Theory]
    [InlineData("oauth", "oauth2")]
    [InlineData("oauth", "my oauth")]
    [InlineData("oauth", "")]
    [InlineData("oauth", null)]
    [InlineData("true", "1")]
    [InlineData("0027", "27")]
    [InlineData("i", "ı")]
    [InlineData("null", null)]
    public void Text_matches_no_other_text(string literal, string? value) =>
        Assert.False(Engine.Holds(Condition.EqualTo(Literal.String(literal)), value));

    [Theory]
    [InlineData("Mock", "Mock,Mock", true)]
    [InlineData("Mock", "Real, mock", true)]
    [InlineData("Mock", " MOCK ,Real", true)]
    [InlineData("Write_All", "Read,Write_All", true)]
    [InlineData("Mock", ",Mock", true)]
    [InlineData("Mock", "Mock,", true)]
    [InlineData("Mock", "Mocked, Real", false)]
    [InlineData("Mock", "Real;Mock", false)]
    [InlineData("/register", "/token, /register", false)]
    [InlineData("a b", "x, a b", false)]
    [InlineData("8080", "1, 8080", false)]
    public void A_name_in_a_list_with_commas_is_forbidden_like_the_name_alone(string literal, string value, bool isBroken)
    {
        var settings = new InMemorySettings { { "Key", value } };

        Assert.Equal(isBroken, Engine.Of(new("Key", Verb.Forbid, Condition.EqualTo(Literal.String(literal))), settings).Count > 0);
        Assert.NotEmpty(Engine.Of(new("Key", Verb.Require, Condition.EqualTo(Literal.String(literal))), settings));
    }

    [Fact]
    public void A_list_with_commas_that_is_allowed_is_judged_without_allocating()
    {
        var rule = new ConfigurationRule("Key", Verb.Forbid, Condition.EqualTo(Literal.String("Write")));
        var settings = new InMemorySettings { { "Key", "Read, Execute" } };
        List<Finding> findings = [];
        rule.Judge(settings, "Production", findings);

        var before = GC.GetAllocatedBytesForCurrentThread();
        rule.Judge(settings, "Production", findings);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(findings);
    }

    [Fact]
    public void A_finding_of_a_name_in_a_list_says_so() => Assert.Equal(
        "Key = Mock (among others)",
        Engine.Of(new("Key", Verb.Forbid, Condition.EqualTo(Literal.String("Mock"))), new InMemorySettings { { "Key", "Real, mock" } }).Single().Fact());

    [Fact]
    public void Null_matches_a_key_that_is_set_to_null() => Assert.True(Engine.Holds(Condition.EqualTo(Literal.Null), (string?)null));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("~")]
    public void Null_matches_no_text(string value) => Assert.False(Engine.Holds(Condition.EqualTo(Literal.Null), value));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\n")]
    public void Empty_text_matches_what_is_empty_or_blank(string value) => Assert.True(Engine.Holds(Condition.EqualTo(Literal.String("")), value));

    [Theory]
    [InlineData("x")]
    [InlineData("\"\"")]
    [InlineData(null)]
    public void Empty_text_matches_neither_text_nor_null(string? value) => Assert.False(Engine.Holds(Condition.EqualTo(Literal.String("")), value));

    [Theory]
    [InlineData("yes")]
    [InlineData("8.08e3")]
    [InlineData(" Mock ")]
    [InlineData(null)]
    public void A_list_holds_for_each_of_its_literals(string? value) =>
        Assert.True(Engine.Holds(Condition.In(Literal.True, Literal.Number("8080"), Literal.String("mock"), Literal.Null), value));

    [Theory]
    [InlineData("no")]
    [InlineData("8081")]
    [InlineData("")]
    public void A_list_holds_for_nothing_but_its_literals(string value) =>
        Assert.False(Engine.Holds(Condition.In(Literal.True, Literal.Number("8080"), Literal.String("mock"), Literal.Null), value));

    [Theory]
    [InlineData("")]
    [InlineData("eight")]
    [InlineData("0x")]
    public void Text_that_is_not_a_number_makes_no_number_literal(string text) =>
        Assert.Equal($"'{text}' is not a number.", Assert.Throws<FormatException>(() => Literal.Number(text)).Message);
}
