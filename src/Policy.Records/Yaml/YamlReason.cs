using YamlDotNet.Core;

namespace DecisionPolicies.Records;

/// <summary>Explains why YAML cannot be read and what to do. It never repeats a value, which may be a secret.</summary>
internal static class YamlReason
{
    private const string Tab = "This line is indented with a tab, but YAML requires spaces.";

    /// <summary>The reason, and its place in the YAML.</summary>
    /// <param name="exception">What the library says.</param>
    /// <param name="yaml">What it was reading.</param>
    public static (Mark Start, Mark End, string Reason) Of(YamlException exception, string yaml)
    {
        var message = exception.Message;
        // The most common mistakes get messages of their own.
        if (message.Contains("tab character") || message.Contains("tab as indentation")
            || (message.Contains("cannot start any token") && IsTab(exception.Start, yaml)))
        {
            var tab = FirstTab(yaml, exception.Start);
            return (tab, tab, Tab);
        }
        var reason = message switch
        {
            _ when message.Contains("found invalid mapping") => "A value that contains ': ' needs quotes, as in because: \"One rule: always\".",
            _ when message.Contains("cannot start any token") => "A value that starts with this character needs quotes.",
            _ when message.EndsWith(".", StringComparison.Ordinal) => message,
            _ => message + ".",
        };
        return (exception.Start, exception.End, reason);
    }

    private static bool IsTab(Mark at, string yaml) => at.Index >= 0 && at.Index < yaml.Length && yaml[(int)at.Index] == '\t';

    // The library reports the start of the token before the tab.
    private static Mark FirstTab(string yaml, Mark from)
    {
        foreach (var line in TextLine.Of(yaml, 0, 1))
        {
            if (line.Number < from.Line) continue;
            var tab = line.Text.IndexOf('\t');
            if (tab >= 0 && line.Text.Substring(0, tab).Trim(' ').Length == 0) return new(line.Start + tab, line.Number, tab + 1);
        }
        return from;
    }
}
