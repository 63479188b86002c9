using System.CommandLine;

namespace DecisionPolicies.Tool.Reports;

/// <summary>The option <c>--format</c>: text for people, or a format for other programs.</summary>
internal static class FormatOption
{
    /// <summary>For people.</summary>
    public const string Text = "text";

    /// <summary>For programs, as docs/machine-output.md describes it.</summary>
    public const string Json = "json";

    /// <summary>For code scanning.</summary>
    public const string Sarif = "sarif";

    /// <summary>For test dashboards.</summary>
    public const string JUnit = "junit";

    /// <summary>For a GitHub Actions workflow.</summary>
    public const string GitHub = "github";

    /// <summary>The option of a command that reads the decision log.</summary>
    public static Option<string> OfReading() => Of(Text, Json);

    /// <summary>The option of a command that reports findings.</summary>
    public static Option<string> OfFinding() => Of(Text, Json, Sarif, JUnit, GitHub);

    /// <summary>Whether the call asks for JSON.</summary>
    /// <param name="call">The call.</param>
    /// <param name="option">The option.</param>
    public static bool IsJson(this ParseResult call, Option<string> option) => call.GetValue(option) == Json;

    private static Option<string> Of(params string[] formats)
    {
        var option = new Option<string>("--format", "-f") { Description = "The format of the output.", DefaultValueFactory = _ => Text };
        option.AcceptOneOf(formats);
        return option;
    }
}
