namespace DecisionPolicies.Rules.Tests;

/// <summary>Globs over paths and URLs.</summary>
[Trait("Category", "Law")]
public sealed class LikeTests
{
    [Theory]
    [InlineData("register", "register")]
    [InlineData("register", " register\t")]
    [InlineData("/oauth/register", "/OAuth/REGISTER")]
    [InlineData("/ÜBER", "/über")]
    [InlineData("*", "register")]
    [InlineData("reg*", "register")]
    [InlineData("reg*", "reg")]
    [InlineData("*ster", "register")]
    [InlineData("r*g*r", "register")]
    [InlineData("*a*b*", "xaxbx")]
    [InlineData("*ab", "aab")]
    [InlineData("reg?ster", "register")]
    [InlineData("????????", "register")]
    [InlineData("/*/register", "/oauth/register")]
    [InlineData("/*", "/")]
    [InlineData("**", "register")]
    [InlineData("**", "/")]
    [InlineData("**", "/a/b/c/")]
    [InlineData("**/register", "register")]
    [InlineData("**/register", "/register")]
    [InlineData("**/register", "/a/b/c/register")]
    [InlineData("**/register", "https://gateway.example/register")]
    [InlineData("/a/**", "/a")]
    [InlineData("/a/**", "/a/b/c")]
    [InlineData("/a/**/z", "/a/z")]
    [InlineData("/a/**/z", "/a/z/z")]
    [InlineData("**/a/**/b", "/x/a/y/a/z/b")]
    [InlineData("**/a/*/b", "/a/a/x/b")]
    [InlineData("**/**/register", "register")]
    [InlineData("/a//b", "/a//b")]
    [InlineData("{id}", "{ID}")]
    [InlineData("a.b", "a.b")]
    public void A_glob_matches(string pattern, string value) => Assert.True(Engine.Holds(Condition.Like(pattern), value));

    [Theory]
    [InlineData("register", "registers")]
    [InlineData("register", "/register")]
    [InlineData("register", "/oauth/register")]
    [InlineData("reg?ster", "regster")]
    [InlineData("?", "/")]
    [InlineData("*", "/register")]
    [InlineData("*", "a/b")]
    [InlineData("/*/register", "/a/b/register")]
    [InlineData("/*/register", "/register")]
    [InlineData("**/register", "/preregister")]
    [InlineData("**/register", "/register/confirm")]
    [InlineData("**register", "/a/register")]
    [InlineData("/a/**/z", "/b/z")]
    [InlineData("/a/**/z", "/a/zz")]
    [InlineData("a.b", "axb")]
    [InlineData("[a]", "a")]
    [InlineData("a|b", "a")]
    [InlineData("**", "")]
    [InlineData("*", null)]
    public void A_glob_matches_only_the_whole_value(string pattern, string? value) => Assert.False(Engine.Holds(Condition.Like(pattern), value));

    [Theory]
    [InlineData("**/register", "/oauth/register/")]
    [InlineData("/register", " /register/ ")]
    [InlineData("/register/", "/register/")]
    [InlineData("/", "/")]
    public void A_trailing_slash_of_the_value_does_not_matter(string pattern, string value) => Assert.True(Engine.Holds(Condition.Like(pattern), value));

    // To ASP.NET Core's routing, /register and /register/ are one route.
    [Theory]
    [InlineData("/register/", "/register")]
    [InlineData("**/register/", "/oauth/register")]
    public void A_trailing_slash_of_the_pattern_does_not_matter_either(string pattern, string value) =>
        Assert.True(Engine.Holds(Condition.Like(pattern), value));

    [Theory]
    [InlineData("/oauth/register", true)]
    [InlineData("/connect/dcr", true)]
    [InlineData("/register", false)]
    public void Of_several_globs_one_is_enough(string value, bool matches) =>
        Assert.Equal(matches, Engine.Holds(Condition.Like("**/oauth/register", "**/connect/dcr"), value));

    // A URL in any of these spellings is bound to the one that the pattern means.
    [Theory]
    [InlineData("http://**", "http:\\\\idp.example")]
    [InlineData("http://**", "http:/\\idp.example/x")]
    [InlineData("https://idp.example/**", "https://idp.example:443/x")]
    [InlineData("https://idp.example/**", "https://user@idp.example/x")]
    [InlineData("**/register", "https://gateway.example/register#")]
    [InlineData("**/register", "https://gateway.example/%72egister")]
    [InlineData("**/register", "https://gateway.example/a/../register/.")]
    [InlineData("**/register", "/oauth/regi%73ter")]
    [InlineData("register", "%72egister")]
    [InlineData("**/bücher", "https://gateway.example/bücher")]
    [InlineData("**/bücher", "https://gateway.example/b%C3%BCcher")]
    public void A_url_matches_however_it_is_spelled(string pattern, string value) => Assert.True(Engine.Holds(Condition.Like(pattern), value));

    [Theory]
    [InlineData("**/register", "https://gateway.example/register/../login")]
    [InlineData("**/register", "C:\\register")]
    [InlineData("**/register", "\\\\gateway.example\\register")]
    [InlineData("**/register", "urn:x:register")]
    [InlineData("**/register", "/100%/registered")]
    [InlineData("https://**", "https:idp.example")]
    public void A_glob_matches_no_other_url(string pattern, string value) =>
        Assert.False(Engine.Holds(Condition.Like(pattern), value));

    [Fact]
    public void A_hostile_pattern_finishes()
    {
        var pattern = string.Concat(Enumerable.Repeat("**/a*a*a*a*a*b/", 31)) + "z";
        var value = string.Concat(Enumerable.Repeat(new string('a', 100) + "/", 100));

        Assert.False(Engine.Holds(Condition.Like(pattern), value));
    }

    [Fact]
    public void A_glob_agrees_with_its_definition()
    {
        var random = new Random(PropertySeed.Value);
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = Text(random, "aab/**?", 9);
            var value = Text(random, "aabA/", 9);
            Assert.True(
                Definition(pattern.Split('/'), value.Split('/')) == Engine.Holds(Condition.Like(pattern), value),
                $"'{pattern}' and '{value}'. {PropertySeed.HowToRepeat}");
        }
    }

    // Ends with a letter, so that trailing slashes stay out of it.
    private static string Text(Random random, string alphabet, int most) =>
        new string([.. Enumerable.Range(0, random.Next(most)).Select(_ => alphabet[random.Next(alphabet.Length)])]) + "a";

    private static bool Definition(string[] pattern, string[] value)
    {
        if (pattern.Length == 0) return value.Length == 0;
        if (pattern[0] == "**") return Enumerable.Range(0, value.Length + 1).Any(used => Definition(pattern[1..], value[used..]));
        return value.Length > 0 && Segment(pattern[0], value[0]) && Definition(pattern[1..], value[1..]);
    }

    private static bool Segment(string pattern, string value)
    {
        if (pattern.Length == 0) return value.Length == 0;
        if (pattern[0] == '*') return Enumerable.Range(0, value.Length + 1).Any(used => Segment(pattern[1..], value[used..]));
        return value.Length > 0
            && (pattern[0] == '?' || char.ToUpperInvariant(pattern[0]) == char.ToUpperInvariant(value[0]))
            && Segment(pattern[1..], value[1..]);
    }
}
