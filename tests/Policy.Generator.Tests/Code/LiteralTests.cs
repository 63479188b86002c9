namespace DecisionPolicies.Generator.Tests.Code;

/// <summary>Rules about texts.</summary>
public sealed class LiteralTests
{
    private const string Rule = "literal: registration_endpoint";

    [Theory]
    [InlineData("\"[|registration_endpoint|]\"")]
    [InlineData("\"x.[|registration_endpoint|]: 1\"")]
    [InlineData("@\"a\"\"[|registration_endpoint|]\"")]
    [InlineData("\"\"\"{ \"[|registration_endpoint|]\": 1 }\"\"\"")]
    [InlineData("\"\"\"\n    a\n    [|registration_endpoint|]\n    \"\"\"")]
    [InlineData("\"[|registration_endpoint|]\"u8.ToArray()")]
    [InlineData("\"\"\"[|registration_endpoint|]\"\"\"u8.ToArray()")]
    [InlineData("$\"{1}[|registration_endpoint|]{2}\"")]
    [InlineData("$@\"{1}[|registration_endpoint|]{2}\"")]
    [InlineData("$$\"\"\"{{1}}[|registration_endpoint|]\"\"\"")]
    [InlineData("$\"{1:[|registration_endpoint|]}\"")]
    [InlineData("[|\"\\u0072egistration_endpoint\"|]")]
    [InlineData("[|\"\\nregistration_endpoint\"|]")]
    [InlineData("[|\"registration\" + \"_endpoint\"|]")]
    [InlineData("[|\"registration\" + (\"_\" + \"end\") + \"point\"|]")]
    [InlineData("[|\"registration\" + \"_endpoint\" + \" is\"|]")]
    [InlineData("\"[|registration_endpoint|]\" + \" is\"")]
    [InlineData("[|Half + \"_endpoint\"|]")]
    [InlineData("[|$\"{Half}_endpoint\"|]")]
    [InlineData("Lib.Names.[|Registration|]")]
    [InlineData("Lib.Names.[|Registration|] + \" is\"")]
    [InlineData("Own")]
    [InlineData("Own + \" is\"")]
    [InlineData("\"registration_endpoints\"")]
    [InlineData("\"Registration_Endpoint\"")]
    [InlineData("\"registration\" + 1 + \"_endpoint\"")]
    [InlineData("nameof(registration_endpoint)")]
    [InlineData("registration_endpoint")]
    [InlineData("'r'")]
    [InlineData("1 /* registration_endpoint */")]
    public Task A_text_is_found_wherever_a_string_holds_it(string expression) => MarkedCode.Judge(
        Rule,
        "class C { const string Half = \"registration\"; const string Own = \"[|registration_endpoint|]\"; int registration_endpoint = 1; object M() => "
            + expression
            + "; }",
        "namespace Lib; public static class Names { public const string Registration = \"registration_endpoint\"; }");

    [Theory]
    [InlineData("[System.Obsolete(\"[|registration_endpoint|]\")] class D { }")]
    [InlineData("[System.Obsolete([|\"registration\" + \"_endpoint\"|])] class D { }")]
    [InlineData("void M(string s = \"[|registration_endpoint|]\") { }")]
    [InlineData("bool M(string s) => s is \"[|registration_endpoint|]\";")]
    [InlineData("string a = \"[|registration_endpoint|]\", b = \"[|registration_endpoint|]\";")]
    [InlineData("const string a = \"a\", b = a + \"[|registration_endpoint|]\";")]
    [InlineData("string P { get; } = \"[|registration_endpoint|]\"; partial class D { string A = \"[|registration_endpoint|]\"; } "
        + "partial class D { string B => \"[|registration_endpoint|]\"; }")]
    [InlineData("System.Func<string> M() { string N() => \"[|registration_endpoint|]\"; return () => N() + \"[|registration_endpoint|]\"; }")]
    [InlineData("string M(string s) { const string local = \"[|registration_endpoint|]\"; return local + local; }")]
    public Task A_text_is_found_in_every_part_of_the_code(string member) => MarkedCode.Judge(Rule, "class C { " + member + " }");

    [Theory]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"[|registration_endpoint|]\")]")]
    [InlineData("[module: System.CLSCompliant(\"[|registration_endpoint|]\" == \"\")]")]
    [InlineData("class C { C(string s) { } C() : this(\"[|registration_endpoint|]\") { } }")]
    [InlineData("class B(string s) { string S => s; } class D() : B(\"[|registration_endpoint|]\");")]
    [InlineData("enum E { A = \"[|registration_endpoint|]\" == \"\" ? 1 : 2 }")]
    [InlineData(
        "namespace N { delegate void M([System.ComponentModel.Description(\"[|registration_endpoint|]\")] string s = \"[|registration_endpoint|]\"); }")]
    [InlineData("#line 1 \"registration_endpoint\"\nclass C { }")]
    public Task A_text_is_found_in_every_part_of_a_file(string code) => MarkedCode.Judge(Rule, code);

    [Fact]
    public async Task A_text_is_found_in_top_level_statements()
    {
        const string Path = "/machine/checkout/Program.cs";
        var (_, analyzed) = await MarkedCode.Of(Rule).WithCode("System.Console.WriteLine(\"registration_endpoint\");", Path).AsProgram().Analyze();

        Assert.StartsWith(Path + "(1,27): error DP3102: ", Assert.Single(analyzed, d => d.Id == "DP3102").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Each_place_is_reported() => MarkedCode.Judge("literal: a\nliteral: b", "class C { string[] M() => [\"[|a|]\", \"[|b|]\", \"[|a|]\", \"c\"]; }");

    [Fact]
    public Task A_rule_may_name_other_projects() => MarkedCode.Judge("literal: a, projects: [Other]", "class C { string M() => \"a\"; }");
}
