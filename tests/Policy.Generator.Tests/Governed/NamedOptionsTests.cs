namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Options are validated by the name of their builder, and each violation is reported once.</summary>
public sealed class NamedOptionsTests
{
    private const string Members = "public bool P { get; set; }";
    private const string Rule = "configuration: 'S:P', forbid: true";

    [Theory]
    [InlineData("a", 0)]
    [InlineData("b", 1)]
    [InlineData("", 0)]
    public void Only_the_options_of_the_builders_name_are_judged(string name, int findings) => Assert.Equal(
        findings,
        GovernedProgram.Run(
            Members,
            "return Refusals<Options>(s => { s.ConfigureAll<Options>(o => o.P = true); s.AddOptions<Options>(\"a\"); "
                + $"s.AddOptions<Options>(\"b\").ValidateDecisions(); }}, \"{name}\").Where(line => line.StartsWith(\"S:\"));",
            Rule).Length);

    [Fact]
    public void Two_names_bound_from_two_sections_are_judged_each_by_its_own_values() => Assert.Equal(
        ["S:P = true", "S:P = true", "set by code, another section, or a default value of Options \"b\""],
        GovernedProgram.Run(
            Members,
            """
            void SetUp(IServiceCollection s)
            {
                s.AddOptions<Options>("a").BindConfiguration("S").ValidateDecisions();
                s.AddOptions<Options>("b").BindConfiguration("S2").ValidateDecisions();
            }
            foreach (var line in Refusals<Options>(SetUp, "a", "S:P=true", "S2:P=false").Skip(1).Take(1)) yield return line;
            foreach (var line in Refusals<Options>(SetUp, "b", "S:P=true", "S2:P=false")) yield return line;
            foreach (var line in Refusals<Options>(SetUp, "a", "S:P=false", "S2:P=true")) yield return line;
            foreach (var line in Refusals<Options>(SetUp, "b", "S2:P=true").Skip(1).Take(2)) yield return line;
            """,
            Rule));

    [Fact]
    public void Options_that_are_validated_twice_are_refused_once() => Assert.Single(GovernedProgram.Run(
        Members,
        "return Refusals<Options>(s => { s.AddOptions<Options>().Configure(o => o.P = true).ValidateDecisions(); "
            + "s.AddOptions<Options>().ValidateDecisions(); }, \"\").Where(line => line.StartsWith(\"S:\"));",
        Rule));

    [Fact]
    public void Two_names_with_the_same_fault_are_both_refused_and_the_second_refers_to_the_first() => Assert.Equal(
        ["S:P = true", "ADR-0001 also rejects Options \"b\", at S:P. Its rejection has been reported."],
        GovernedProgram.Run(
            Members,
            """
            var services = new ServiceCollection();
            services.ConfigureAll<Options>(o => o.P = true);
            foreach (var name in new[] { "a", "b" }) services.AddOptions<Options>(name).ValidateDecisions();
            using var provider = services.BuildServiceProvider();
            var monitor = provider.GetRequiredService<IOptionsMonitor<Options>>();
            yield return Told(() => monitor.Get("a")).ElementAt(1);
            yield return Told(() => monitor.Get("b")).Single();
            """,
            Rule));

    [Fact]
    public void Two_classes_of_one_name_do_not_take_each_others_faults_for_their_own() => Assert.Equal(
        ["ADR-0001 also rejects Options, at S:P. Its rejection has been reported."],
        GovernedProgram.RunAll(
            "namespace A { [Governed(\"S\")] public class Options { public bool P { get; set; } } } "
                + "namespace B { [Governed(\"S\")] public class Options { public bool P { get; set; } } }",
            """
            var services = new ServiceCollection();
            services.AddOptions<A.Options>().Configure(o => o.P = true);
            services.AddOptions<B.Options>().Configure(o => o.P = true);
            A.OptionsDecisions.ValidateDecisions(services.AddOptions<A.Options>());
            B.OptionsDecisions.ValidateDecisions(services.AddOptions<B.Options>());
            using var provider = services.BuildServiceProvider();
            _ = Told(() => _ = provider.GetRequiredService<IOptions<A.Options>>().Value);
            return Told(() => _ = provider.GetRequiredService<IOptions<B.Options>>().Value);
            """,
            "",
            Rule));

    [Fact]
    public void A_service_under_a_key_does_not_interfere() => Assert.Single(GovernedProgram.Run(
        Members,
        "return Refusals<Options>(s => { s.AddKeyedSingleton<IValidateOptions<Options>>(\"x\", (_, _) => null!); "
            + "s.AddOptions<Options>().Configure(o => o.P = true).ValidateDecisions(); }, \"\").Where(line => line.StartsWith(\"S:\"));",
        Rule));
}
