using System.CommandLine;

namespace DecisionPolicies.Tool.Log;

/// <summary>The option <c>--format</c>: text for people, JSON for programs.</summary>
internal static class FormatOption
{
    private const string Text = "text";
    private const string Json = "json";

    public static Option<string> Create()
    {
        var option = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => Text };
        option.AcceptOneOf(Text, Json);
        return option;
    }

    /// <summary>Whether JSON is asked for.</summary>
    public static bool IsJson(this ParseResult call, Option<string> option) => call.GetValue(option) == Json;
}
