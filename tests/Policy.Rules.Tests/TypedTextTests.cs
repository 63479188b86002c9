namespace DecisionPolicies.Rules.Tests;

/// <summary>Text of a record that spells a value of a type matches the other spellings that .NET binds to the same value.</summary>
[Trait("Category", "Law")]
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("6f9619ff-8b86-d011-b42d-00cf4fc964ff", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}")]
    [InlineData("6f9619ff-8b86-d011-b42d-00cf4fc964ff", "6f9619ff8b86d011b42d00cf4fc964ff")]
    [InlineData("6f9619ff8b86d011b42d00cf4fc964ff", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("{6f9619ff-8b86-d011-b42d-00cf4fc964ff}", " 6f9619ff-8b86-d011-b42d-00cf4fc964ff\u00A0")]
    [InlineData("00:05:00", "0:5")]
    [InlineData("00:05:00", " 0.00:05:00.0000000 ")]
    [InlineData("1.00:00:00", "1")]
    [InlineData("2027-01-31", "2027-1-31")]
    [InlineData("2027-01-31", "31 Jan 2027")]
    [InlineData("1.2.3", "01.2.03")]
    [InlineData("https://idp.example", "https://idp.example/")]
    [InlineData("https://idp.example/", " HTTPS://IDP.example:443")]
    [InlineData("https://idp.example", "https:\\\\idp.example")]
    [InlineData("https://idp.example", "https://user:password@idp.example/#fragment")]
    [InlineData("https://idp.example/realms/main", "https://idp.example/x/../realms/m%61in")]
    public void Other_spellings_of_the_same_value_are_recognised(string literal, string value) =>
        Assert.True(Engine.Holds(Condition.EqualTo(Literal.String(literal)), value));

    [Theory]
    [InlineData("6f9619ff-8b86-d011-b42d-00cf4fc964ff", "6f9619ff-8b86-d011-b42d-00cf4fc964fe")]
    [InlineData("00:05:00", "5")]
    [InlineData("5", "5.00:00:00")]
    [InlineData("2027-01-31", "2027-01-31T12:00:00")]
    [InlineData("0001-01-01", "12:00")]
    [InlineData("31 Jan 2027", "2027-01-31")]
    [InlineData("1.2.3", "1.2.3.0")]
    [InlineData("https://idp.example", "http://idp.example")]
    [InlineData("https://idp.example", "https://idp.example/x")]
    [InlineData("https://idp.example", "https://idp.example:8443")]
    [InlineData("https://idp.example/x", "https://idp.example/x/")]
    [InlineData("https://idp.example/x", "https://idp.example/x?y")]
    [InlineData("https://idp.example", "idp.example")]
    [InlineData("idp.example:443", "https://idp.example")]
    [InlineData("May", "2027-05-01")]
    [InlineData("register", "regi%73ter")]
    public void Another_value_is_not(string literal, string value) =>
        Assert.False(Engine.Holds(Condition.EqualTo(Literal.String(literal)), value));

    [Fact]
    public void A_finding_says_that_the_value_is_spelled_in_another_way()
    {
        var rule = new ConfigurationRule("Key", Verb.Forbid, Condition.EqualTo(Literal.String("https://idp.example")));

        Assert.Equal("Key = https://idp.example (in another spelling)",
            Assert.Single(Engine.Of(rule, new InMemorySettings { { "Key", "https://idp.example/" } })).Fact());
    }

    [Fact]
    public void No_text_makes_reading_it_fail()
    {
        string[] pieces =
        [
            "https", "://", ":", "/", "\\", "@", "%", "%72", "%F0", "[", "]", "::1", "a", "é", "\u0301", "\u200D", "\uD800", "\uDC00",
            "xn--", "。", "?", "#", "0x", "&h", "F", "9", ".", "{", "-", ",", " ", "\0",
        ];
        var random = new Random(PropertySeed.Value);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Condition[] conditions =
                [Condition.Like("https://**"), Condition.EqualTo(Literal.String("https://idp.example")), Condition.EqualTo(Literal.String(text))];
            foreach (var condition in conditions)
            {
                Assert.True(Record.Exception(() => Engine.Holds(condition, text)) is null, $"{text}\n{PropertySeed.HowToRepeat}");
            }
        }
    }
}
