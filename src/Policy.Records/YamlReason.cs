using YamlDotNet.Core;

namespace DecisionPolicies.Records;

/// <summary>Why YAML cannot be read, in words that say what to do. They repeat no value, which may be a secret.</summary>
internal static class YamlReason
{
    /// <summary>The reason, as a sentence.</summary>
    /// <param name="exception">What the library says.</param>
    /// <param name="yaml">What it was reading.</param>
    public static string Of(YamlException exception, string yaml)
    {
        // The most common mistakes deserve words of their own.
        var reason = exception.Message switch
        {
            var message when message.Contains("found invalid mapping") => "A value with ': ' in it needs quotes, as in because: \"It is so: always\".",
            var message when message.Contains("tab character") || message.Contains("tab as indentation") || IsTab(exception, yaml) => "A tab indents this line, and YAML needs spaces.",
            var message when message.Contains("cannot start any token") => "A value that starts with this character needs quotes.",
            var message => message,
        };
        return reason.EndsWith(".", StringComparison.Ordinal) ? reason : reason + ".";
    }

    private static bool IsTab(YamlException exception, string yaml)
    {
        var at = exception.Start.Index;
        return at >= 0 && at < yaml.Length && yaml[(int)at] == '\t' && exception.Message.Contains("cannot start any token");
    }
}
