using System.Globalization;

namespace DecisionPolicies.Benchmarks.Generator;

/// <summary>Records of the usual size, each with two rules.</summary>
internal static class RecordInput
{
    private const string Root = "/app/";

    private static readonly string[] _verbs = ["use", "no", "keep", "avoid", "prefer", "publish", "version", "isolate", "encrypt", "drop"];
    private static readonly string[] _objects = ["queues", "shared-databases", "http", "one-queue-for-each-tenant", "schemas", "feature-flags", "personal-data",
        "retries"];

    /// <summary>How the build marks a record: with the length of what comes before its path in the repository.</summary>
    public static Dictionary<string, string> Mark { get; } =
        new() { ["build_metadata.AdditionalFiles.DecisionRecord"] = Root.Length.ToString(CultureInfo.InvariantCulture) };

    public static BuildOptions Options { get; } = new(
        new Dictionary<string, string> { ["build_property.RootNamespace"] = "App" },
        static _ => Mark);

    public static IEnumerable<InputText> Files(int count) => Enumerable.Range(1, count).Select(number => new InputText(PathOf(number), Text(number)));

    public static string PathOf(int number) => $"{Root}docs/adr/{number:0000}-{Slug(number)}.md";

    // Names differ in their beginnings and in their length, as those of real records do.
    private static string Slug(int number) => $"{_verbs[number % _verbs.Length]}-{_objects[number / _verbs.Length % _objects.Length]}-{number}";

    /// <summary>A record of about 60 lines.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="because">Its reason, in the front matter.</param>
    /// <param name="prose">A line more of prose, below the front matter.</param>
    public static string Text(int number, string because = "It costs more than it brings.", string prose = "") => $$"""
        ---
        status: accepted
        date: 2026-08-02
        decision-makers: [Maintainers, Operations]
        tags: [architecture, part-{{number}}]
        because: {{because}}
        instead:
          - Use what the platform offers for part {{number}}.
          - Ask the maintainers.
        rules:
          - configuration: Part{{number}}:Feature:Enabled
            forbid: true
            because: It switches the feature on.
          - configuration: Part{{number}}:Endpoints:*
            forbid: { like: "http://**" }
            environments: [Production]
        ---
        # Decision {{number}}

        ## Context

        The part has grown for years, and every team that uses it has its own way to do so. What was a shortcut in the beginning is
        a rule today, and nobody remembers why. We have looked at how others do it, and at what it would cost to do the same here.

        ## Decision

        We do not switch the feature on, and we do not let traffic leave the network in the clear. See
        [the first decision](0001-decision-1.md) for what it follows from.

        ## Options

        - **Keep it.** Nothing to do today, and more to do every day after.
        - **Replace it.** The platform offers the same, kept current by somebody else.
        - **Write our own.** We would own every fault of it.

        ## Consequences

        Operators set nothing: the feature is off unless it is switched on. Developers find the constant, and with it the reason.
        What is there already moves within a year, and what is new does not begin with it.

        ## More

        - The discussion is in the issue tracker, under the number of this decision.
        - The measurements are beside it. {{prose}}

        """;
}
