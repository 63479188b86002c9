using System.Text;

namespace DecisionPolicies.Rules.Tests;

/// <summary>What generated code holds of a decision is read as the decision that the record says.</summary>
public sealed class DecisionDataTests
{
    private static readonly DecisionPolicy _simple = new() { Id = "ADR-0001", Title = "A", Status = DecisionStatus.Accepted, Link = "docs/adr/0001-a.md" };

    private static readonly DecisionPolicy _whole = _simple with
    {
        Id = "Contoso.Decisions/ADR-0001",
        Pack = new("Contoso.Decisions", "1.2.0"),
        Date = new DateOnly(2026, 8, 2),
        Because = "It costs.",
        Instead = ["Do this.", "Or that."],
        Allows = ["One", "Two", "Three"],
        Revisit = new(new DateOnly(2027, 12, 31), ["It changes."]),
        Amendments = [new(new DateOnly(2026, 11, 9), "Cites another."), new(null, "Some day.")],
        Aliases = ["DCR"],
        Tags = ["oauth", ""],
        DecisionMakers = ["Maintainers"],
        Supersedes = ["ADR-0000"],
        SupersededBy = ["ADR-0002", "ADR-0003"],
        Waivers =
        [
            new("A:*", ["Staging"], new DateOnly(2027, 1, 31), "It migrates.") { Key = "A:B" },
            new("A:*", [], new DateOnly(2027, 1, 1), ""),
            new("A:*", [], new DateOnly(2027, 1, 1), "One team.") { From = new DateOnly(2026, 12, 1) },
        ],
    };

    private static readonly Condition[] _conditions =
    [
        Condition.EqualTo(Literal.Null),
        Condition.EqualTo(Literal.String("")),
        Condition.In(Literal.True, Literal.False, Literal.Number("0x10"), Literal.Number("-1.50"), Literal.String("true"), Literal.String("null")),
        Condition.Like("**/register"),
        Condition.Like("a", "b"),
        Condition.Present(true),
        Condition.Present(false),
        Condition.AtLeast(1.50m),
        Condition.AtMost(-79228162514264337593543950335m),
        Condition.SameOriginAs("A:*:Origin"),
        Condition.RouteTo("/register", "/connect/**"),
        Condition.All(Condition.AtLeast(1), Condition.AtMost(2.5m)),
        Condition.All(Condition.Like("a"), Condition.Like("b"), Condition.All(Condition.In(Literal.True), Condition.In(Literal.False))),
    ];

    private static readonly Rule[] _rules =
    [
        .. _conditions.Select(condition => new ConfigurationRule("A:**:B", Verb.Forbid, condition)),
        new ConfigurationRule("A:*:Path", Verb.Require, Condition.Present(true))
        {
            Because = "It serves.",
            WaivableDays = 90,
            Except = [KeyPattern.Parse("A:x:Path"), KeyPattern.Parse("A:y:Path")],
            Environments = ["Production", "Staging"],
            When = [new("A:*:Kind", Condition.EqualTo(Literal.String("oauth"))), new("B", Condition.Present(false))],
        },
        new EndpointRule("POST **/register")
        {
            Because = "It serves.",
            Except = [EndpointPattern.Parse("POST /api/register")],
            ExceptTypes = [SymbolId.Parse("T:System.Uri")],
            Environments = ["Production"],
            WaivableDays = 1,
        },
        new EndpointRule("GET /"),
        new SymbolRule("N:System.Net")
        {
            Because = "Why.", Except = [SymbolId.Parse("T:System.Net.IPAddress")], Projects = ["Gateway", "*.Rules"], WaivableDays = 2,
        },
        new LiteralRule("registration_endpoint") { Because = "Why.", Projects = ["Gateway"], WaivableDays = 3 },
        new PackageRule("Duende.IdentityServer") { Because = "Why.", Projects = ["Gateway"], WaivableDays = 3660 },
    ];

    /// <summary>Decisions that differ in what they hold, by number.</summary>
    public static IEnumerable<TheoryDataRow<int>> Numbers => Enumerable.Range(0, Decisions().Count).Select(number => new TheoryDataRow<int>(number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_written_is_read(int number)
    {
        var decision = Decisions()[number];

        Assert.Equal(decision, Read(decision));
    }

    /// <summary>Texts that a literal cannot hold as they are, or that look like data. An attribute could not hold half a character.</summary>
    public static TheoryData<string> Texts =>
    [
        "quotes \" \"\"\" ' \\ \\n \\u0041",
        "line\r\nbreaks \u2028 \u2029 \u0085 \t \0",
        "half \uD83D of a character, \uDE00 the other half, \uFFFE",
        "\U0001F600 \U000E0041 عربى 日本語 \u200B\u202E",
        " spaces around ",
        "",
        "status accepted\nbecause injected",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_comes_through_as_it_is(string text)
    {
        var decision = _simple with { Title = text, Because = text, Instead = [text, text], Tags = [text] };

        Assert.Equal(decision, Read(decision));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_text_ends_the_literal_that_holds_it_and_none_hides(string text)
    {
        var data = Written(_simple with { Title = text });

        Assert.DoesNotContain('"', data);
        Assert.All(data.Split('\n'), line => Assert.Equal(line, DisplayText.Visible(line)));
        Assert.Equal(2, data.Split('\n').Length);
    }

    [Theory]
    [InlineData("", "''")]
    [InlineData("status accepted", "'status accepted'")]
    [InlineData("title A\nstatus accepted\nnews B", "'news B'")]
    [InlineData("title A\nstatus accepted\nbecause B\ndate 2026-08-02", "'date 2026-08-02'")]
    [InlineData("title A\nstatus accepted\nconfiguration A\nforbids\nin\ntrue", "'forbids'")]
    [InlineData("title A\nstatus accepted\nconfiguration A\nforbid\nnews 1", "'news 1'")]
    [InlineData("title A\nstatus accepted\nconfiguration A\nforbid\nall\nnews 1", "'news 1'")]
    [InlineData("title A\nstatus accepted\nconfiguration A\nforbid\npresent\nwhen B\nnews 1", "'news 1'")]
    public void What_another_version_wrote_is_refused_and_never_read_in_part(string data, string named) => Assert.Equal(
        $"The data of a decision was not written by this version: {named} is not expected.",
        Assert.Throws<FormatException>(() => DecisionData.Read("ADR-0001", "", data)).Message);

    private static IReadOnlyList<DecisionPolicy> Decisions() =>
    [
        .. Enum.GetValues<DecisionStatus>().Select(status => _simple with { Status = status }),
        _whole,
        _simple with { Revisit = new(null, []) },
        _simple with { Because = "" },
        _whole with { Rules = [.. _rules] },
        .. _rules.Select(rule => _simple with { Rules = [rule] }),
    ];

    private static DecisionPolicy Read(DecisionPolicy decision) =>
        DecisionData.Read(decision.Id, decision.Link, Written(decision));

    private static string Written(DecisionPolicy decision)
    {
        var lines = new StringBuilder();
        DecisionDataWriter.Write(decision, lines);
        return lines.ToString();
    }
}
