namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>What follows from a broken rule is the same for options as for a configuration.</summary>
public sealed class ConsequencesTests
{
    private const string Rules = "rules:\n  - { configuration: 'S:P', forbid: true }\n  - { configuration: 'S:Q', forbid: true }";

    private const string Logged =
        "Microsoft.Extensions.Logging.LogLevel level, Microsoft.Extensions.Logging.EventId id, "
            + "T state, Exception? exception, Func<T, Exception?, string> format";

    private const string Log = $$"""
        private static (IValidateOptions<Options>, RecordedLog) Logged()
        {
            var log = new RecordedLog();
            var services = new ServiceCollection();
            services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(log);
            services.AddOptions<Options>().ValidateDecisions();
            return (services.BuildServiceProvider().GetRequiredService<IValidateOptions<Options>>(), log);
        }

        public sealed class RecordedLog : Microsoft.Extensions.Logging.ILoggerFactory, Microsoft.Extensions.Logging.ILogger
        {
            public List<string> Lines { get; } = [];
            public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => this;
            public void AddProvider(Microsoft.Extensions.Logging.ILoggerProvider provider) { }
            public void Dispose() { }
            public IDisposable? BeginScope<T>(T state) where T : notnull => null;
            public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel level) => true;
            public void Log<T>({{Logged}}) =>
                Lines.Add($"{level}: {format(state, exception).Split('\n')[0]}");
        }
        """;

    private static readonly string _options = GovernedCode.Class("public bool P { get; set; } public bool Q { get; set; }");

    [Fact]
    public void A_proposed_decision_warns_once_and_refuses_nothing() => Assert.Equal(
        ["False", "False", "True", "Warning: ADR-0001 would reject this configuration once it is accepted: Some decision (proposed)"],
        GovernedProgram.RunWith(Records.WithFrontMatter("status: proposed\n" + Rules), _options, Twice("o.P = true"), Log));

    [Fact]
    public void A_decision_and_an_annotation_that_are_both_broken_are_both_told() => Assert.Equal(
        ["S:P = true", "DataAnnotation validation failed for 'Options' members: 'Name' with the error: 'The Name field is required.'."],
        GovernedProgram.RunWith(
            GovernedCode.Record("configuration: 'S:P', forbid: true"),
            GovernedCode.Class("public bool P { get; set; } [System.ComponentModel.DataAnnotations.Required] public string? Name { get; set; }"),
            "return Refusals<Options>(s => s.AddOptions<Options>().Configure(o => o.P = true).ValidateDecisions()"
                + ".ValidateDataAnnotations(), \"\").Where(line => line.StartsWith(\"S:\") || line.StartsWith(\"Data\"));"));

    [Fact]
    public void A_waived_fault_is_logged_once_and_refuses_nothing() => Assert.Equal(
        ["False", "False", "True", "Warning: ADR-0001 is broken at S:P; waived until 2999-01-31: One client migrates."],
        GovernedProgram.RunWith(Waived("2999-01-31"), _options, Twice("o.P = true"), Log));

    [Fact]
    public void A_waiver_that_has_ended_is_told_in_the_refusal() => Assert.Contains(
        "the waiver expired on 2001-01-31",
        GovernedProgram.RunWith(
            Waived("2001-01-31"), _options, "return Refusals<Options>(s => s.AddOptions<Options>().Configure(o => o.P = true).ValidateDecisions(), \"\");"));

    [Fact]
    public void A_fault_beside_a_waived_one_refuses() => Assert.Equal(
        ["True", "True", "True", "Warning: ADR-0001 is broken at S:P; waived until 2999-01-31: One client migrates."],
        GovernedProgram.RunWith(Waived("2999-01-31"), _options, Twice("o.P = o.Q = true"), Log));

    [Fact]
    public void A_fault_that_comes_back_is_told_again() => Assert.Equal(
        ["2"],
        GovernedProgram.RunWith(
            Records.WithFrontMatter("status: proposed\n" + Rules),
            _options,
            """
            var (validator, log) = Logged();
            foreach (var p in new[] { true, true, false, false, true, false }) validator.Validate("", new() { P = p });
            yield return log.Lines.Count.ToString();
            """,
            Log));

    private static string Twice(string configure) => $$"""
        var (validator, log) = Logged();
        for (var i = 0; i < 2; i++)
        {
            var o = new Options();
            {{configure}};
            yield return validator.Validate("", o).Failed.ToString();
        }
        yield return (log.Lines.Count == 1).ToString();
        yield return log.Lines[0];
        """;

    private static RecordText Waived(string until) => Records.WithFrontMatter(
        $"status: accepted\nwaivers:\n  - {{ rule: 'S:P', until: {until}, because: One client migrates. }}\n{Rules}");
}
