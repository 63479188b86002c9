using System.Globalization;
using System.Text.RegularExpressions;
using DecisionPolicies.Benchmarks.Report;

namespace DecisionPolicies.Benchmarks.Processes;

/// <summary>What DESIGN asks for besides speed: counted, by the tests that hold it.</summary>
internal sealed partial class ReliabilitySection : Section
{
    private const int FuzzedTexts = 1_000_000;
    private const int FewFuzzedTexts = 20_000;

    public override string Name => "reliability";

    public override string Title => "Reliability";

    public override string Page => "performance-runtime.md";

    public override void Run(bool isQuick, Pages page)
    {
        page.Text("Counted and not timed. The bypass suite (`tests/Policy.Tests/Bypass`) sets a forbidden value in every way that we know .NET to bind. "
            + "Hostile texts are those of the tests that are called so, of which many try a thousand random ones each. "
            + "The damaged texts are those of `tests/Policy.Fuzz`: records, configuration files, keys, patterns, Markdown, and what git answers.");
        var ways = Tests("Policy.Tests", "*.BypassTests");
        (string Read, Count Tests)[] hostile =
        [
            ("hostile texts for the reader of records and settings", Tests("Policy.Records.Tests", "*Hostile*")),
            ("hostile texts for the generator", Tests("Policy.Generator.Tests", "*Hostile*")),
            ("hostile texts for the command", Tests("Policy.Tool.Tests", "*Hostile*")),
            ("damaged texts", Fuzzed(isQuick ? FewFuzzedTexts : FuzzedTexts)),
        ];
        page.Table(["tried", "tests or inputs", "failed"],
            hostile.Prepend(("ways to set a forbidden value", ways))
                .Select(row => (string[])[row.Item1, Pages.Count(row.Item2.All), Pages.Count(row.Item2.Failed)]));
        page.Bar("every way to spell a violation that .NET would bind is rejected",
            $"of {Pages.Count(ways.All)} ways in the bypass suite, {ways.Failed} are not rejected", ways.Failed == 0, this);
        var failed = hostile.Sum(row => row.Tests.Failed);
        page.Bar("no input makes the reader, the generator or the command throw, hang or emit code that does not compile",
            $"of {Pages.Count(hostile.Sum(row => row.Tests.All))} tests and inputs, {failed} failed", failed == 0, this);
    }

    private static Count Tests(string project, string classes)
    {
        var child = Run(project, "-noColor", "-class", classes);
        var counted = Counted().Match(child.Output);
        return counted.Success && counted.Groups["all"].Value != "0"
            ? new(Number("all"), Number("errors") + Number("failed"))
            : throw new InvalidOperationException($"No tests {classes} of {project} were run.\n{child.Output}{child.Error}");

        int Number(string group) => int.Parse(counted.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    // It ends at the first that fails.
    private static Count Fuzzed(int texts)
    {
        var child = Run("Policy.Fuzz", texts.ToString(CultureInfo.InvariantCulture));
        return new(texts, child.ExitCode == 0 ? 0 : 1);
    }

    private static Child Run(string project, params string[] arguments)
    {
        var child = Child.RunToEnd(
            "dotnet",
            Machine.RepositoryRoot,
            new Dictionary<string, string>(),
            ["run", "-c", "Release", "--framework", "net10.0", "--project", $"tests/{project}", "--", .. arguments]);
        if (child.ExitCode != 0) Console.Error.WriteLine(child.Output + child.Error);
        return child;
    }

    [GeneratedRegex("Total: (?<all>[0-9]+), Errors: (?<errors>[0-9]+), Failed: (?<failed>[0-9]+)")]
    private static partial Regex Counted();

    private sealed record Count(int All, int Failed);
}
