namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Every form of a rule means in options what it means in a configuration.</summary>
public sealed class RulesOverOptionsTests
{
    private const string Facts =
        """Refusals<Options>(s => s.AddOptions<Options>().Configure(configure).ValidateDecisions(), "").Where(line => line.StartsWith("S:"))""";

    private const string Entries = "[\"a\"] = \"good\", [\"A\"] = \"good\", [\"ä\"] = \"good\", [\"Ä\"] = \"good\"";

    private const string Route = """
        public Dictionary<string, Route> Routes { get; set; } = [];
        public List<Route> List { get; set; } = [];
        public class Route { public string? Path { get; set; } public string? Kind { get; set; } public bool Enabled { get; set; } }
        """;

    [Fact]
    public void A_when_key_binds_to_the_same_entry() => Assert.Equal(
        ["S:Routes:b:Path is set (value withheld)"],
        GovernedProgram.Run(
            Route,
            "return Findings(o => o.Routes = new() { [\"a\"] = new() { Path = \"/x\", Kind = \"other\" }, "
                + "[\"b\"] = new() { Path = \"/x\", Kind = \"oauth\" }, [\"c\"] = new() { Path = \"/x\" } });",
            "configuration: 'S:Routes:*:Path', forbid: { like: '/x' }, when: { 'S:Routes:*:Kind': oauth }"));

    [Fact]
    public void A_when_key_of_another_section_is_read_from_the_configuration() => Assert.Equal(
        ["S:P = true"],
        GovernedProgram.Run(
            "public bool P { get; set; }",
            "return Findings(o => o.P = true, \"Other:Mode=a\").Concat(Findings(o => o.P = true, \"Other:Mode=b\"));",
            "configuration: 'S:P', forbid: true, when: { 'Other:Mode': a }"));

    [Fact]
    public void A_when_key_that_code_sets_counts_as_code_sets_it() => Assert.Equal(
        ["S:P = true"],
        GovernedProgram.Run(
            "public bool P { get; set; } public string? Mode { get; set; }",
            "return Findings(o => (o.P, o.Mode) = (true, \"a\"), \"S:Mode=b\").Concat(Findings(o => (o.P, o.Mode) = (true, \"b\"), \"S:Mode=a\"));",
            "configuration: 'S:P', forbid: true, when: { 'S:Mode': a }"));

    [Fact]
    public void An_except_key_is_left_out() => Assert.Equal(
        ["S:List:0:Enabled = true"],
        GovernedProgram.Run(
            Route,
            "return Findings(o => o.List = [new() { Enabled = true }, new() { Enabled = true }]);",
            "configuration: 'S:List:*:Enabled', forbid: true, except: ['S:List:1:Enabled']"));

    [Theory]
    [InlineData("Production", 1)]
    [InlineData("Staging", 0)]
    public void A_rule_for_one_environment_is_judged_there_alone(string environment, int findings) => Assert.Equal(
        findings,
        GovernedProgram.Run(
            "public bool P { get; set; }",
            "return Refusals<Options>(s => { s.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(new "
                + $"Microsoft.Extensions.Hosting.Internal.HostingEnvironment {{ EnvironmentName = \"{environment}\", ContentRootPath = \"/\" }}); "
                + "s.AddOptions<Options>().Configure(o => o.P = true).ValidateDecisions(); }, \"\").Where(line => line.StartsWith(\"S:\"));",
            "configuration: 'S:P', forbid: true, environments: [Production]").Length);

    [Theory]
    [InlineData("S:Origin", "o.Origin = new(\"https://a.example\");", "S:Urls:1 is set (value withheld)")]
    [InlineData("Other:Origin", "", "S:Urls:0 is set (value withheld)")]
    [InlineData("Other:Origins:*", "", "S:Urls:0 is set (value withheld)")]
    public void An_origin_is_compared_with_that_of_another_key_wherever_it_is(string key, string set, string finding) => Assert.Equal(
        [finding],
        GovernedProgram.Run(
            "public Uri? Origin { get; set; } public List<Uri> Urls { get; set; } = [];",
            "return Findings(o => { o.Urls = [new(\"https://b.example/x\"), new(\"https://A.example:443/y\")]; "
                + $"{set} }}, \"Other:Origin=https://b.example\", \"Other:Origins:7=https://b.example\", \"S:Origin=https://b.example\");",
            $"configuration: 'S:Urls:*', forbid: {{ same-origin-as: '{key}' }}"));

    [Theory]
    [InlineData("S:**:Enabled", "S:Inner:Enabled = true,S:Inner:List:0:Enabled = true,S:Enabled = true")]
    [InlineData("**:Enabled", "S:Inner:Enabled = true,S:Inner:List:0:Enabled = true,S:Enabled = true")]
    [InlineData("S:*:Enabled", "S:Inner:Enabled = true")]
    [InlineData("*:Enabled", "S:Enabled = true")]
    [InlineData("*:*:*:*:Enabled", "S:Inner:List:0:Enabled = true")]
    public void Wildcards_mean_properties_at_every_depth(string key, string findings) => Assert.Equal(
        findings.Split(',').Order(),
        GovernedProgram.Run(
            "public Item? Inner { get; set; } public bool Enabled { get; set; } public class Item { public bool Enabled { get; set; } public List<Leaf> "
                + "List { get; set; } = []; } public class Leaf { public bool Enabled { get; set; } public string Text { get; set; } = \"\"; }",
            "return Findings(o => { o.Enabled = true; o.Inner = new() { Enabled = true, List = [new() { Enabled = true }] }; });",
            $"configuration: '{key}', forbid: true").Order());

    [Fact]
    public void A_wildcard_over_values_of_many_types_judges_those_that_can_be_compared() => Assert.Equal(
        ["S:Text = bad"],
        GovernedProgram.Run(
            "public bool Boolean { get; set; } public DateTime Date { get; set; } "
                + "public string? Text { get; set; } public List<string> List { get; set; } = [];",
            "return Findings(o => o.Text = \"bad\");",
            "configuration: 'S:*', forbid: bad"));

    [Fact]
    public void A_value_that_is_required_and_null_is_not_set_by_anybody() => Assert.Equal(
        ["S:P is not set", "must be set"],
        GovernedProgram.Run(
            "public string? P { get; set; }",
            "return Refusals<Options>(s => s.AddOptions<Options>().ValidateDecisions(), \"\").Skip(1).Take(2);",
            "configuration: 'S:P', require: { present: true }"));

    [Fact]
    public void A_value_that_is_required_and_that_code_takes_away_is_told_so() => Assert.Equal(
        ["S:P is not set", "set by the command line, and code that changes Options"],
        GovernedProgram.Run(
            "public string? P { get; set; }",
            "return Refusals<Options>(s => s.AddOptions<Options>().BindConfiguration(\"S\")"
                + ".PostConfigure(o => o.P = null).ValidateDecisions(), \"\", \"S:P=x\").Skip(1).Take(2);",
            "configuration: 'S:P', require: { present: true }"));

    [Theory]
    [InlineData("List<DateTime>", "[default]", 1)]
    [InlineData("List<DateTime>", "[]", 0)]
    [InlineData("List<object?>", "[null]", 0)]
    [InlineData("List<Options>", "[new()]", 1)]
    [InlineData("List<string>", "[\"\", \" \"]", 0)]
    [InlineData("List<List<string>>", "[[], [\"x\"]]", 1)]
    [InlineData("Dictionary<string, Version>", "new() { [\"a\"] = new(1, 2) }", 1)]
    [InlineData("List<List<object>>", "[[], []]", 0)]
    public void A_collection_is_there_when_something_is_in_it(string type, string value, int findings) => Assert.Equal(
        Enumerable.Repeat("S:P has settings below it", findings),
        GovernedProgram.Run(
            $"public {type}? P {{ get; set; }}",
            $"return Findings(o => o.P = {value});",
            "configuration: 'S:P', forbid: { present: true }"));

    [Fact]
    public void A_collection_that_the_configuration_fills_is_set_by_it() => Assert.Equal(
        "set by the command line",
        GovernedProgram.Run(
            "public List<string> P { get; set; } = [];",
            "return Refusals<Options>(s => s.AddOptions<Options>().BindConfiguration(\"S\").ValidateDecisions(), \"\", \"S:P:0=x\");",
            "configuration: 'S:P', forbid: { present: true }")[2]);

    [Fact]
    public void A_property_of_a_class_that_contains_itself_is_judged_as_deep_as_the_key_says() => Assert.Equal(
        ["S:Left:Right:Left:P = true"],
        GovernedProgram.Run(
            "public Options? Left { get; set; } public Options? Right { get; set; } public bool P { get; set; }",
            "return Findings(o => o.Left = new() { P = true, Right = new() { P = true, Left = new() { P = true } } });",
            "configuration: 'S:Left:Right:Left:P', forbid: true"));

    [Fact]
    public void Of_a_renamed_property_that_is_overridden_the_first_name_is_the_key() => Assert.Equal(
        ["S:first = true"],
        GovernedProgram.RunAll(
            "namespace App { public class Base { [ConfigurationKeyName(\"first\")] public virtual bool P { get; set; } } "
                + "[Governed(\"S\")] public class Options : Base { [ConfigurationKeyName(\"second\")] public override bool P { get; set; } } }",
            "return Refusals<Options>(s => s.AddOptions<Options>().BindConfiguration(\"S\")"
                + ".ValidateDecisions(), \"\", \"S:first=true\").Where(line => line.StartsWith(\"S:\"));",
            "",
            "configuration: 'S:first', forbid: true"));

    [Fact]
    public void A_property_that_a_derived_class_hides_is_judged_beside_the_one_that_hides_it() => Assert.Equal(
        ["S:P = bad", "S:P = bad"],
        GovernedProgram.RunAll(
            "namespace App { public class Base { public string? P { get; set; } } "
                + "[Governed(\"S\")] public class Options : Base { public new string? P { get; set; } } }",
            $$"""
            foreach (var line in Of(o => o.P = "bad").Concat(Of(o => ((Base)o).P = "bad")).Concat(Of(o => ((Base)o).P = o.P = "good"))) yield return line;
            IEnumerable<string> Of(Action<Options> configure) => {{Facts}};
            """,
            "",
            "configuration: 'S:P', forbid: bad"));

    [Fact]
    public void Properties_of_one_key_and_two_types_are_judged_each_time() => Assert.Equal(
        ["S:P = 2", "S:P = 2"],
        GovernedProgram.RunAll(
            "namespace App { public class Base { public string? P { get; set; } } "
                + "[Governed(\"S\")] public class Options : Base { public new int P { get; set; } } }",
            """
            var services = new ServiceCollection();
            services.AddOptions<Options>().ValidateDecisions();
            var validator = services.BuildServiceProvider().GetRequiredService<IValidateOptions<Options>>();
            var options = new Options { P = 2 };
            ((Base)options).P = "x";
            for (var i = 0; i < 2; i++) yield return validator.Validate("", options).FailureMessage?.Split('\n')[2].Trim() ?? "";
            """,
            "",
            "configuration: 'S:P', forbid: 2"));

    [Fact]
    public void Entries_whose_keys_differ_by_case_are_all_judged() => Assert.Equal(
        ["S:Map:a = bad", "S:Map:a = bad", "S:Map:a = bad", "S:Map:a:0"],
        GovernedProgram.Run(
            "public Dictionary<string, string> Map { get; set; } = [];",
            $$"""
            foreach (var bad in new[] { "a", "A", "ä" })
            {
                foreach (var line in Findings(o => o.Map = new() { {{Entries}}, [bad] = "bad" })) yield return line.Replace("ä", "a");
            }
            yield return "S:Map:a:" + Findings(o => o.Map = new() { ["a"] = "good", ["A"] = "good" }).Count();
            """,
            "configuration: 'S:Map:*', forbid: bad"));

    [Fact]
    public void Objects_whose_keys_differ_by_case_do_not_lend_each_other_what_is_required() => Assert.Equal(
        ["S:Map:a:P is not set"],
        GovernedProgram.Run(
            "public Dictionary<string, Inner> Map { get; set; } = []; public class Inner { public string? P { get; set; } }",
            "return Findings(o => o.Map = new() { [\"a\"] = new() { P = \"x\" }, [\"A\"] = null! });",
            "configuration: 'S:Map:*:P', require: { present: true }"));

    [Fact]
    public void The_root_of_the_configuration_can_be_governed() => Assert.Equal(
        ["S:P = true"],
        GovernedProgram.RunAll(
            "namespace App { [Governed(\"\")] public class Options { public Inner S { get; set; } = new(); } "
                + "public class Inner { public bool P { get; set; } } }",
            "return Refusals<Options>(s => s.AddOptions<Options>().Configure(o => o.S.P = true)"
                + ".ValidateDecisions(), \"\").Where(line => line.StartsWith(\"S:\"));",
            "",
            "configuration: 'S:P', forbid: true"));

    [Fact]
    public void A_nested_section_can_be_governed_by_itself() => Assert.Equal(
        ["S:Inner:P = true"],
        GovernedProgram.RunAll(
            "namespace App { [Governed(\"S:Inner\")] public class Inner { public bool P { get; set; } } }",
            "return Refusals<Inner>(s => s.AddOptions<Inner>().BindConfiguration(\"S:Inner\")"
                + ".ValidateDecisions(), \"\", \"S:Inner:P=true\").Where(line => line.StartsWith(\"S:\"));",
            "",
            "configuration: 's:*:p', forbid: true"));
}
