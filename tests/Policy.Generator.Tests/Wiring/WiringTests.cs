using DecisionPolicies.Generator.Tests.Governed;
using Microsoft.CodeAnalysis;

namespace DecisionPolicies.Generator.Tests.Wiring;

/// <summary>A program that is built with rules about its configuration but never applies them is reported.</summary>
public sealed class WiringTests
{
    private const string Path = "/machine/checkout/Program.cs";
    private const string Rule = "configuration: 'S:P', forbid: true";

    /// <summary>What a program on a host uses.</summary>
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using App;
        using DecisionPolicies;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Options;

        """;

    private static readonly int _line = Usings.Split('\n').Length;

    [Fact]
    public async Task Top_level_statements_are_reported_at_their_start() => Assert.Equal(
        [$"{Path}(1,1): warning DP3001: ADR-0001 has rules about the configuration, but this program never applies them. "
            + "Call builder.AddDecisionPolicies(Decisions.All), or ValidateDecisions() on governed options."],
        await Told("Console.WriteLine();"));

    [Theory]
    [InlineData("class Program { static void Main() { } }", 29)]
    [InlineData("class Program { static int Main(string[] args) => 0; }", 28)]
    [InlineData("class Program { static async Task Main() => await Task.Yield(); }", 35)]
    [InlineData("class Program { static async Task<int> Main(string[] args) { await Task.Yield(); return 0; } }", 40)]
    public async Task A_main_method_is_reported_at_its_name(string code, int column) =>
        Assert.StartsWith($"{Path}({_line},{column}): warning DP3001: ", Assert.Single(await Told(code)));

    [Theory]
    [InlineData("Host.CreateApplicationBuilder().AddDecisionPolicies(Decisions.All);")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All);")]
    [InlineData("DecisionPoliciesServiceCollectionExtensions.AddDecisionPolicies(new ServiceCollection(), Decisions.All);")]
    [InlineData("Action<IServiceCollection> wire = services => services.AddDecisionPolicies(Decisions.All); wire(new ServiceCollection());")]
    [InlineData("Wire(new ServiceCollection()); static void Wire(IServiceCollection services) => services.AddDecisionPolicies(Decisions.All);")]
    [InlineData("Func<IEnumerable<DecisionPolicy>, Action<DecisionPoliciesOptions>, IServiceCollection> wire = new ServiceCollection().AddDecisionPolicies; "
        + "wire(Decisions.All, null);")]
    [InlineData("new ServiceCollection().AddOptions<StoreOptions>().ValidateDecisions();")]
    [InlineData("StoreOptionsDecisions.ValidateDecisions(new ServiceCollection().AddOptions<StoreOptions>());")]
    [InlineData("Func<OptionsBuilder<StoreOptions>> wire = new ServiceCollection().AddOptions<StoreOptions>().ValidateDecisions; wire();")]
    [InlineData("new ServiceCollection().AddOptions<Outer.Inner>().ValidateDecisions();")]
    [InlineData(
        "Console.WriteLine(); class Elsewhere { static readonly IServiceCollection _wired = new ServiceCollection().AddDecisionPolicies(Decisions.All); }")]
    [InlineData("new ServiceCollection()?.AddDecisionPolicies(Decisions.All);")]
    public async Task A_program_that_hands_them_over_is_not_reported(string code) => Assert.Empty(await Told(code));

    [Theory]
    [InlineData("new Mine().AddDecisionPolicies(1); class Mine { public void AddDecisionPolicies(int x) { } }")]
    [InlineData(
        "new ServiceCollection().AddDecisionPolicies(); static class Mine { public static void AddDecisionPolicies(this IServiceCollection services) { } }")]
    [InlineData("new ServiceCollection().AddOptions<string>().ValidateDecisions(); "
        + "static class Mine { public static void ValidateDecisions(this OptionsBuilder<string> builder) { } }")]
    [InlineData("Mine.ValidateDecisions(new ServiceCollection().AddOptions<StoreOptions>()); "
        + "static class Mine { public static void ValidateDecisions(OptionsBuilder<StoreOptions> builder) { } }")]
    [InlineData("new Mine().ValidateDecisions(); class Mine { public void ValidateDecisions() { } }")]
    [InlineData("Console.WriteLine(nameof(DecisionPoliciesServiceCollectionExtensions.AddDecisionPolicies));")]
    [InlineData("Console.WriteLine(Decisions.All);")]
    public async Task Another_method_of_the_same_name_does_not_count(string code) => Assert.Contains(" DP3001: ", Assert.Single(await Told(code)));

    [Theory]
    [InlineData("var all = Decisions.All; new ServiceCollection().AddDecisionPolicies(all);")]
    [InlineData("new ServiceCollection().AddDecisionPolicies([.. Decisions.All, .. Elsewhere.Decisions.All]);")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new List<DecisionPolicy>(Decisions.All));")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new List<DecisionPolicy> { Decisions.SomeDecision });")]
    [InlineData("new ServiceCollection().AddDecisionPolicies([Decisions.All[0], Decisions.SomeDecision]);")]
    [InlineData("var all = Decisions.All.ToList(); new ServiceCollection().AddDecisionPolicies(all);")]
    [InlineData("var all = new List<DecisionPolicy>(); all.AddRange(Decisions.All); new ServiceCollection().AddDecisionPolicies(all);")]
    [InlineData("var all = new List<DecisionPolicy>(); Fill(all); new ServiceCollection().AddDecisionPolicies(all); "
        + "static void Fill(List<DecisionPolicy> list) => list.AddRange(Decisions.All);")]
    [InlineData("IEnumerable<DecisionPolicy> all = Elsewhere.Decisions.All; all = Decisions.All; new ServiceCollection().AddDecisionPolicies(all);")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new Mine()); "
        + "class Mine : List<DecisionPolicy> { public Mine() : base(Decisions.All) { } }")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All.Concat(Elsewhere.Decisions.All).ToArray());")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Elsewhere.Decisions.All.Where(d => d.Id != \"A\").Concat(Decisions.All));")]
    [InlineData("new ServiceCollection().AddDecisionPolicies([Decisions.SomeDecision]);")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new[] { Decisions.SomeDecision });")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Elsewhere.Decisions.All); new ServiceCollection().AddDecisionPolicies(Decisions.All);")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Mine()); static IEnumerable<DecisionPolicy> Mine() => Decisions.All;")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Load(\"x\")); static IEnumerable<DecisionPolicy> Load(string name) => Decisions.All;")]
    [InlineData("new Startup(); class Startup { public void ConfigureProductionServices(IServiceCollection s) => s.AddDecisionPolicies(Decisions.All); }")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Same.Decisions.All);")]
    [InlineData("Host.CreateDefaultBuilder().AddDecisionPolicies(Decisions.All);")]
    [InlineData("if (args.Length > 0) new ServiceCollection().AddDecisionPolicies(Decisions.All);")]
    [InlineData("if (true) new ServiceCollection().AddDecisionPolicies(Decisions.All);")]
    [InlineData("A.B(); class A { public static void B() => C(); static void C() => new ServiceCollection().AddDecisionPolicies(Decisions.All); }")]
    [InlineData("new Startup(); class Startup { public void ConfigureServices(IServiceCollection s) => s.AddDecisionPolicies(Decisions.All); }")]
    [InlineData("new A(); class A : IHostedServiceLike { public void Start() => new ServiceCollection().AddDecisionPolicies(Decisions.All); } "
        + "interface IHostedServiceLike { void Start(); }")]
    public async Task One_that_hands_them_over_in_another_way_is_not_reported(string code) => Assert.Empty(await Told(code));

    [Theory]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Elsewhere.Decisions.All);", "this call gives the host the decisions of Elsewhere instead")]
    [InlineData("Host.CreateDefaultBuilder().AddDecisionPolicies(Elsewhere.Decisions.All);", "this call gives the host the decisions of Elsewhere instead")]
    [InlineData("new ServiceCollection().AddDecisionPolicies([]);", "this call does not give it to the host")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Array.Empty<DecisionPolicy>());", "this call does not give it to the host")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new DecisionPolicy[0]);", "this call does not give it to the host")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new List<DecisionPolicy>());", "this call does not give it to the host")]
    [InlineData("var none = new List<DecisionPolicy>(); new ServiceCollection().AddDecisionPolicies(none);", "this call does not give it to the host")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All.Where(d => d.Id != \"ADR-0001\"));",
        "this call gives the host a filtered list, which may leave it out")]
    [InlineData("Console.WriteLine(Decisions.All); new ServiceCollection().AddDecisionPolicies(new List<DecisionPolicy>());",
        "this call does not give it to the host")]
    [InlineData("Console.WriteLine(Decisions.All); var none = Array.Empty<DecisionPolicy>(); new ServiceCollection().AddDecisionPolicies(none);",
        "this call does not give it to the host")]
    [InlineData("Console.WriteLine(Decisions.All); "
        + "new ServiceCollection().AddDecisionPolicies(System.Collections.Immutable.ImmutableArray<DecisionPolicy>.Empty);",
        "this call does not give it to the host")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All[..0]);", "this call gives the host a filtered list, which may leave it out")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All.ToArray()[1..]);",
        "this call gives the host a filtered list, which may leave it out")]
    [InlineData("new ServiceCollection().AddDecisionPolicies([Decisions.All[1]]);", "this call gives the host a filtered list, which may leave it out")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(new List<DecisionPolicy>(Decisions.All.Skip(1)));",
        "this call gives the host a filtered list, which may leave it out")]
    [InlineData("var some = Decisions.All.Where(d => d.Id != \"ADR-0001\"); new ServiceCollection().AddDecisionPolicies(some);",
        "this call gives the host a filtered list, which may leave it out")]
    [InlineData("var theirs = Elsewhere.Decisions.All; Console.WriteLine(Decisions.All); new ServiceCollection().AddDecisionPolicies(theirs);",
        "this call gives the host the decisions of Elsewhere instead")]
    [InlineData("new ServiceCollection().AddDecisionPolicies(Decisions.All.Skip(1).ToArray());",
        "this call gives the host a filtered list, which may leave it out")]
    [InlineData("static void Wire() => new ServiceCollection().AddDecisionPolicies(Decisions.All);", "nothing calls 'Wire', which would apply them")]
    [InlineData("Console.WriteLine(); class A { void B() => new ServiceCollection().AddDecisionPolicies(Decisions.All); void C() => B(); }",
        "nothing calls 'B', which would apply them")]
    [InlineData(
        "Console.WriteLine(); static class A { public static IServiceCollection Add(this IServiceCollection s) => s.AddDecisionPolicies(Decisions.All); }",
        "nothing calls 'Add', which would apply them")]
    [InlineData("if (false) new ServiceCollection().AddDecisionPolicies(Decisions.All);", "this call is never reached")]
    [InlineData("const bool isOn = false; if (isOn) { new ServiceCollection().AddDecisionPolicies(Decisions.All); }", "this call is never reached")]
    [InlineData("if (true) Console.WriteLine(); else new ServiceCollection().AddDecisionPolicies(Decisions.All);", "this call is never reached")]
    [InlineData("while (false) new ServiceCollection().AddOptions<StoreOptions>().ValidateDecisions();", "this call is never reached")]
    public async Task One_that_hands_them_over_in_vain_is_reported(string code, string reason)
    {
        var told = (await Told(code)).Where(message => message.Contains(" DP3001: "));

        Assert.Contains($": warning DP3001: ADR-0001 has rules about the configuration, but {reason}. Call builder.", Assert.Single(told));
    }

    [Fact]
    public async Task A_comment_does_not_hide_the_call() => Assert.Empty(
        await Program(GovernedCode.Record(Rule), "new ServiceCollection().AddDecisionPolicies(Decisions.All);", "// <auto-generated/>\n").Messages());

    [Theory]
    [InlineData("proposed", Rule)]
    [InlineData("rejected", Rule)]
    [InlineData("deprecated", Rule)]
    public async Task Without_an_accepted_record_nothing_is_reported(string status, string rule) => Assert.Empty(
        await Program(Records.WithFrontMatter($"status: {status}\nrules:\n  - {{ {rule} }}"), "Console.WriteLine();").Messages());

    [Fact]
    public async Task Without_a_rule_nothing_is_reported() => Assert.Empty(await Program(Records.Simple(1, "No rule"), "Console.WriteLine();").Messages());

    [Fact]
    public async Task A_library_is_left_alone() => Assert.Empty(await new Project(GovernedCode.Record(Rule)).WithCode("class Library { }").Messages());

    [Theory]
    [InlineData("true", 0)]
    [InlineData("True", 0)]
    [InlineData("false", 1)]
    [InlineData("", 1)]
    public async Task A_test_project_is_left_alone(string isTest, int messages) =>
        Assert.Equal(messages, (await Program(GovernedCode.Record(Rule), "Console.WriteLine();").With("IsTestProject", isTest).Messages()).Length);

    [Theory]
    [InlineData(ReportDiagnostic.Error, "error")]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task Its_severity_can_be_set(ReportDiagnostic severity, string? shown)
    {
        var told = await Program(GovernedCode.Record(Rule), "Console.WriteLine();").Messages(("DP3001", severity));

        Assert.Equal(shown is null ? 0 : 1, told.Count(message => message.Contains($": {shown} DP3001: ")));
        Assert.Equal(shown is null ? 0 : 1, told.Length);
    }

    [Fact]
    public async Task The_first_record_by_path_is_named_in_whatever_order_they_come()
    {
        var second = Records.WithFrontMatter($"status: accepted\nrules:\n  - {{ {Rule} }}", "docs/adr/0002-another.md");

        var told = await new Project(second, GovernedCode.Record(Rule)).WithCode(Usings + "Console.WriteLine();", Path).AsProgram().Messages();

        Assert.Contains(": ADR-0001 has rules", Assert.Single(told, message => message.Contains("DP3001")));
    }

    private static string DecisionsIn(string name, string link) => $$"""
        namespace {{name}}
        {
            public static class Decisions
            {
                public static DecisionPolicies.DecisionPolicy[] All => [];
                public static class Ids { public const string SomeDecision = "ADR-0001"; }
                public static class Links { public const string SomeDecision = "{{link}}"; }
            }
        }
        """;

    private static async Task<string[]> Told(string code) => await Program(GovernedCode.Record(Rule), code).Messages();

    private static Project Program(RecordText record, string code, string comment = "") => new Project(record)
        .WithCode(comment + Usings + code, Path)
        .WithLibrary("Elsewhere", DecisionsIn("Elsewhere", "docs/adr/0001-other.md"))
        .WithLibrary("Same", DecisionsIn("Same", "docs/adr/0001-some-decision.md"))
        .WithCode(
            "namespace App { [DecisionPolicies.Governed(\"S\")] class StoreOptions { public bool P { get; set; } } "
                + "class Outer { [DecisionPolicies.Governed(\"S\")] public class Inner { public bool P { get; set; } } } }",
            "/machine/checkout/Options.cs")
        .AsProgram();
}
