using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Browse;

/// <summary>Writes text as code in Markdown, where nothing in it is markup.</summary>
internal static partial class CodeSpan
{
    private const string Opening = "(\"'\u201C\u2018\u00AB";
    private const string Closing = ".,;!?)\"'\u201D\u2019\u00BB";

    /// <summary>A word as code. The punctuation around it stays outside.</summary>
    /// <param name="word">Text without spaces.</param>
    /// <param name="escape">Writes the punctuation.</param>
    public static string Around(string word, Func<string, string> escape)
    {
        var start = word.Length - word.TrimStart([.. Opening]).Length;
        var end = word.TrimEnd([.. Closing]).Length;
        // A bracket that closes one inside is part of it, as in https://example.org/a_(b).
        return start >= end || word[start..end].Contains('(', StringComparison.Ordinal)
            ? Of(word)
            : escape(word[..start]) + Of(word[start..end]) + escape(word[end..]);
    }

    /// <summary>A text as code.</summary>
    /// <param name="text">Text in one line.</param>
    private static string Of(string text)
    {
        var fence = new string('`', Ticks().Matches(text).Select(ticks => ticks.Length).DefaultIfEmpty(0).Max() + 1);
        var space = text[0] == '`' || text[^1] == '`' ? " " : "";
        return fence + space + RunnerCommand.Broken(text) + space + fence;
    }

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();
}
