using System.Globalization;

namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>A forbidden value is rejected whatever holds it and whatever sets it, and named by its key and source.</summary>
public sealed class EveryKindOfValueTests
{
    private static readonly string[] _ways = ["Configure", "PostConfigure", "ConfigureAll", "IConfigureNamedOptions", "Default"];

    private static readonly (string Kind, string Fact, string Argument)[] _kinds =
    [
        ("Boolean", "Store:Boolean = true", "Store:Boolean=TRUE"),
        ("MaybeBoolean", "Store:MaybeBoolean = false", "Store:MaybeBoolean= false "),
        ("Number", "Store:Number is set (value withheld)", "Store:Number=0x10"),
        ("MaybeNumber", "Store:MaybeNumber = 0", "Store:MaybeNumber=-0"),
        ("Double", "Store:Double = 1.5", "Store:Double=15e-1"),
        ("Decimal", "Store:Decimal = 1.50 (in another spelling)", "Store:Decimal=1.5"),
        ("Text", "Store:Text = secret", "Store:Text= SECRET "),
        ("Present", "Store:Present is set (value withheld)", "Store:Present=x"),
        ("Mode", "Store:Mode = Fast", "Store:Mode=fast"),
        ("MaybeMode", "Store:MaybeMode = Fast", "Store:MaybeMode=FAST"),
        ("Uri", "Store:Uri is set (value withheld)", "Store:Uri=http://example.com/a"),
        ("Wait", "Store:Wait = 00:05:00", "Store:Wait=0:5:0"),
        ("Id", "Store:Id = 11111111-1111-1111-1111-111111111111", "Store:Id=11111111-1111-1111-1111-111111111111"),
        ("Letter", "Store:Letter = x", "Store:Letter=X"),
        ("Nested", "Store:Nested:Enabled = true", "Store:Nested:Enabled=true"),
        ("Structure", "Store:Structure:Enabled = true", "Store:Structure:Enabled=true"),
        ("MaybeStructure", "Store:MaybeStructure:Enabled = true", "Store:MaybeStructure:Enabled=true"),
        ("List", "Store:List:2 = bad", "Store:List:2=bad"),
        ("Array", "Store:Array:1 = 7", "Store:Array:1=7"),
        ("Set", "Store:Set:1 = bad", "Store:Set:1=bad"),
        ("ReadOnly", "Store:ReadOnly:1 = Fast", "Store:ReadOnly:1=Fast"),
        ("Objects", "Store:Objects:2:Enabled = true", "Store:Objects:2:Enabled=true"),
        ("Map", "Store:Map:c = true", "Store:Map:c=true"),
        ("MapExact", "Store:Map:exact = false", "Store:Map:Exact=false"),
        ("Lists", "Store:Lists:b:0 = bad", "Store:Lists:b:0=bad"),
        ("ByMode", "Store:ByMode:Fast:Enabled = true", "Store:ByMode:Fast:Enabled=true"),
        ("Renamed", "Store:other-name = bad", "Store:other-name=bad"),
        ("InitOnly", "Store:InitOnly = true", "Store:InitOnly=true"),
        ("Inherited", "Store:Inherited = bad", "Store:Inherited=bad"),
        ("Virtual", "Store:Virtual = true", "Store:Virtual=true"),
        ("Ways", "Store:Ways = Basic (among others)", "Store:Ways=both"),
        ("MaybeWays", "Store:MaybeWays = Both (among others)", "Store:MaybeWays=Basic, Strong"),
        ("Blob", "Store:Blob = c2VjcmV0", "Store:Blob=c2VjcmV0"),
        ("WayList", "Store:WayList:1 = Basic (among others)", "Store:WayList:1=Both"),
        ("WayMap", "Store:WayMap:c = Both (among others)", "Store:WayMap:c=Basic, Strong"),
        ("Fallback", "Store:Fallback = true", "Store:Fallback=true"),
    ];

    public static TheoryData<string, string, string> ByCode => [.. _kinds.SelectMany(k => _ways.Select(way => (way, k.Kind, k.Fact)))];

    public static TheoryData<string, string> ByConfiguration => [.. _kinds.Select(k => (k.Fact, k.Argument))];

    [Theory]
    [MemberData(nameof(ByCode))]
    public void What_code_sets_is_rejected(string way, string kind, string fact)
    {
        var failure = Assert.Single(Store.Judge(way, kind));

        Assert.Equal(fact, Fact(failure));
        Assert.Equal("set by code, or a default value of StoreOptions", Source(failure));
    }

    [Theory]
    [MemberData(nameof(ByConfiguration))]
    public void What_the_configuration_sets_is_rejected_and_its_source_is_named(string fact, string argument)
    {
        var failure = Assert.Single(Store.Bind(Preceding(argument)));

        Assert.Equal(fact, Fact(failure));
        Assert.Equal("set by the command line", Source(failure));
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("Nulls")]
    [InlineData("Harmless")]
    public void What_no_rule_forbids_is_accepted(string kind) => Assert.Empty(Store.Judge("PostConfigure", kind));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);

            Assert.All(_kinds, k => Assert.Equal(k.Fact, Fact(Assert.Single(Store.Judge("Configure", k.Kind)))));
            Assert.All(_kinds, k => Assert.Equal(k.Fact, Fact(Assert.Single(Store.Bind(Preceding(k.Argument))))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_enumeration_that_is_bound_from_its_number_is_judged_by_its_name()
    {
        var failure = Assert.Single(Store.Bind("Store:Mode=5"));

        Assert.Equal("Store:Mode = Fast", Fact(failure));
        Assert.Equal("set by the command line, or code that changes StoreOptions", Source(failure));
    }

    [Fact]
    public void A_hexadecimal_number_that_is_bound_to_a_negative_one_is_judged_as_that() => Assert.Empty(Store.Bind("Store:Number=0xFFFFFFFF"));

    [Fact]
    public void A_value_that_code_takes_away_is_no_longer_judged() =>
        Assert.Empty(Store.Judge("PostConfigure", "Nulls", "Store:List:0=bad", "Store:Map:c=true"));

    [Fact]
    public void A_value_that_code_changes_is_not_blamed_on_the_configuration_alone()
    {
        var failure = Assert.Single(Store.Judge("PostConfigure", "Text", "Store:Text=harmless"));

        Assert.Equal("set by the command line, or code that changes StoreOptions", Source(failure));
    }

    [Fact]
    public void An_element_that_a_binder_moves_is_told_with_the_key_that_sets_it()
    {
        var failure = Assert.Single(Store.Judge("Default", "Harmless", "Store:List:0=bad"));

        Assert.Equal("Store:List:3 = bad", Fact(failure));
        Assert.Equal("set by the command line, at Store:List:0", Source(failure));
    }

    [Fact]
    public void An_object_that_a_binder_moves_is_told_with_the_source_of_its_list()
    {
        var failure = Assert.Single(Store.Judge("Default", "Harmless", "Store:Objects:0:Enabled=true"));

        Assert.Equal("Store:Objects:2:Enabled = true", Fact(failure));
        Assert.Equal("set by the command line, or code, or a default value of StoreOptions", Source(failure));
    }

    [Fact]
    public void Several_faults_of_one_decision_are_told_together() => Assert.Contains(
        "  Store:Boolean = true\n",
        Assert.Single(Store.Judge("Configure", "Boolean", "Store:Text=secret", "Store:Map:x=true")),
        StringComparison.Ordinal);

    // The elements before an index of a list must exist, or the binder moves the element.
    private static string[] Preceding(string argument) =>
    [
        .. argument.Contains(":List:2") ? new[] { "Store:List:0=a", "Store:List:1=b" } : [],
        .. argument.Contains(":WayList:1") ? new[] { "Store:WayList:0=Mutual" } : [],
        .. argument.Contains(":Fallback") ? new[] { "Store:WayOfFallback=3" } : [],
        .. argument.Contains(":Array:1") ? new[] { "Store:Array:0=1" } : [],
        .. argument.Contains(":Set:1") ? new[] { "Store:Set:0=a" } : [],
        .. argument.Contains(":ReadOnly:1") ? new[] { "Store:ReadOnly:0=Slow" } : [],
        .. argument.Contains(":Objects:2") ? new[] { "Store:Objects:0:Note=a", "Store:Objects:1:Note=b" } : [],
        argument,
    ];

    private static string Fact(string failure) => failure.Split('\n')[2].Trim();

    private static string Source(string failure) => failure.Split('\n')[3].Trim();
}
