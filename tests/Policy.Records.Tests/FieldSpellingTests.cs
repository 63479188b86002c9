namespace DecisionPolicies.Records.Tests;

/// <summary>One field under every name, and people in every shape, that templates and tools give them.</summary>
public sealed class FieldSpellingTests
{
    [Theory]
    [InlineData("superseded-by: [0027, 0029]")]
    [InlineData("superseded_by: [0027, 0029]")]
    [InlineData("supersededBy: [0027, 0029]")]
    [InlineData("x-superseded-by: [0027, 0029]")]
    [InlineData("superseded by: [0027, 0029]")]
    [InlineData("Superseded-By: 0027, 0029")]
    [InlineData("superseded-by: 0027 and 0029")]
    [InlineData("superseded-by:\n  - \"0027\"\n  - 0029")]
    [InlineData("superseded-by: {0027, 0029}")]
    public void The_successors(string yaml) => Assert.Equal(ValueList.Of("0027", "0029"), Reading.Record("status: superseded\n" + yaml).SupersededBy);

    [Theory]
    [InlineData("decision-makers")]
    [InlineData("deciders")]
    [InlineData("Deciders")]
    public void The_deciders(string key) => Assert.Equal(ValueList.Of("Ann", "Bob"), Reading.Record($"status: accepted\n{key}: Ann, Bob").DecisionMakers);

    [Theory]
    [InlineData("Ann", new[] { "Ann" })]
    [InlineData("Ann, Bob", new[] { "Ann", "Bob" })]
    [InlineData("[Ann, Bob]", new[] { "Ann", "Bob" })]
    [InlineData("\n  - Ann\n  - \"Bob, of Accounts\"", new[] { "Ann", "Bob, of Accounts" })]
    [InlineData("\n- Ann\n- Bob", new[] { "Ann", "Bob" })]
    [InlineData("{Ann, Bob}", new[] { "Ann", "Bob" })]
    [InlineData("{ Ann }", new[] { "Ann" })]
    [InlineData(">\n  Ann,\n  Bob", new[] { "Ann", "Bob" })]
    [InlineData("Jürgen Groß, 山田太郎", new[] { "Jürgen Groß", "山田太郎" })]
    [InlineData("~", new string[0])]
    public void People_in_every_shape(string yaml, string[] people) =>
        Assert.Equal(ValueList.Of(people), Reading.Record("status: accepted\ndecision-makers: " + yaml).DecisionMakers);

    [Theory]
    [InlineData("title: |\n  Use X\n  for Y", "Use X\nfor Y")]
    [InlineData("title: >-\n  Use X\n  for Y", "Use X for Y")]
    [InlineData("title: {Use X}", "Use X")]
    [InlineData("TITLE: Use X", "Use X")]
    public void A_title_in_every_shape(string yaml, string title) => Assert.Equal(title, Reading.Record("status: accepted\n" + yaml).Title);

    [Fact]
    public void The_first_name_that_is_set_goes_before_the_others() => Assert.Equal(
        (ValueList.Of("Ann"), "Bob"),
        (Reading.Record("status: accepted\ndeciders: Bob\ndecision-makers: Ann").DecisionMakers,
            Reading.Record("status: accepted\ndecision-makers:\ndeciders: Bob").DecisionMakers.Single()));
}
