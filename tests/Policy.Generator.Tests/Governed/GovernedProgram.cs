namespace DecisionPolicies.Generator.Tests.Governed;

/// <summary>Small programs with governed options that are compiled and really run.</summary>
internal static class GovernedProgram
{
    private const string IsFact = """line => line.StartsWith("S:") || line.Contains("judged")""";

    private const string IsRefused = """validator.Validate("", options) is { Failed: true } result""";
    /// <summary>Runs a program with options that are bound from <c>S</c>.</summary>
    /// <param name="members">The members of the class <c>Options</c>, nested classes included.</param>
    /// <param name="body">
    /// Statements that yield text. <c>Refusals</c> gives the rejection of options, line by line and trimmed;
    /// <c>Findings</c> and <c>FindingsOf</c> give only the facts.
    /// </param>
    /// <param name="rules">Each rule as a YAML mapping without its braces.</param>
    public static string[] Run(string members, string body, params string[] rules) => RunAll(
        GovernedCode.Class(members),
        body,
        $$"""
        private static IEnumerable<string> Findings(Action<Options> configure, params string[] arguments) =>
            Refusals<Options>(services => services.AddOptions<Options>().BindConfiguration("S").Configure(configure).ValidateDecisions(), "", arguments)
                .Where({{IsFact}});

        private static IEnumerable<string> FindingsOf(IValidateOptions<Options> validator, Options options) => {{IsRefused}}
            ? result.Failures.SelectMany(failure => failure.Split('\n')).Select(line => line.Trim()).Where({{IsFact}})
            : [];

        private static IValidateOptions<Options> Validator()
        {
            var services = new ServiceCollection();
            services.AddOptions<Options>().ValidateDecisions();
            return services.BuildServiceProvider().GetRequiredService<IValidateOptions<Options>>();
        }
        """,
        rules);

    /// <summary>Runs a program with options of its own.</summary>
    /// <param name="classes">The options classes, each in a namespace.</param>
    /// <param name="body">As for <see cref="Run"/>.</param>
    /// <param name="helpers">More methods.</param>
    /// <param name="rules">Each rule as a YAML mapping without its braces.</param>
    public static string[] RunAll(string classes, string body, string helpers, params string[] rules) =>
        RunWith(GovernedCode.Record(rules), classes, body, helpers);

    /// <summary>Runs a program with a record of its own.</summary>
    public static string[] RunWith(RecordText record, string classes, string body, string helpers = "")
    {
        var build = new Project(record).WithNullable().WithCode(GovernedCode.Code(classes + $$"""

            namespace App
            {
                public static class Program
                {
                    public static string[] Run() => [.. Steps()];

                    private static IEnumerable<string> Steps()
                    {
                        {{body}}
                    }

                    // Builds a container, and makes the options of one name.
                    private static IEnumerable<string> Refusals<T>(Action<IServiceCollection> setUp, string name, params string[] arguments) where T : class
                    {
                        var services = new ServiceCollection();
                        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddCommandLine(arguments).Build());
                        setUp(services);
                        using var provider = services.BuildServiceProvider();
                        return Told(() => provider.GetRequiredService<IOptionsMonitor<T>>().Get(name));
                    }

                    private static IEnumerable<string> Told(Action make)
                    {
                        try
                        {
                            make();
                            return [];
                        }
                        catch (OptionsValidationException refused)
                        {
                            return refused.Failures.SelectMany(failure => failure.Split('\n')).Select(line => line.Trim()).Where(line => line != "").ToList();
                        }
                    }

                    {{helpers}}
                }
            }
            """), GovernedCode.Path).Build();
        return (string[])build.Load().GetType("App.Program", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!;
    }
}
