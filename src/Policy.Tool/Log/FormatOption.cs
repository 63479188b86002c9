using System.CommandLine;

namespace DecisionPolicies.Tool.Log;

/// <summary>The option <c>--format</c>: text for people, JSON for programs.</summary>
internal static class FormatOption
{
    private const string Text = "text";
    private const string Json = "json";

    public static Option<string> Create()
    {
        var option = new Option<string>("--format") { Description = "How to print it: text or json.", HelpName = "FORMAT", DefaultValueFactory = _ => Text };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not (Text or Json) and var other }]) result.AddError($"'{other}' is no format. Write text or json.");
        });
        return option;
    }

    /// <summary>Whether JSON is asked for.</summary>
    public static bool IsJson(this ParseResult call, Option<string> option) => call.GetValue(option) == Json;
}
