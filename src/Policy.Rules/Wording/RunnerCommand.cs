using System.Text;

namespace DecisionPolicies.Rules;

/// <summary>
/// Commands to a runner of continuous integration, which it reads in the log of whatever it runs: <c>##vso[task.complete]</c> (Azure
/// Pipelines), <c>##[error]</c> (Azure Pipelines, and GitHub Actions of old) and <c>##teamcity[…]</c> anywhere in a line, and
/// <c>::error::</c> (GitHub Actions, Gitea, Forgejo) at its start.
/// </summary>
internal static class RunnerCommand
{
    private const string Mark = "##";
    private const string Start = "::";
    private const char Escape = '\\';

    /// <summary>The text with a backslash in each command, as in <c>##vso\[task.complete]</c> and <c>\::error::</c>: no runner obeys it then.</summary>
    /// <param name="text">Any text, in one line, which may be the whole line.</param>
    public static string Broken(string text)
    {
        var start = StartIn(text);
        // Nearly every text has neither, and is not copied.
        if (start < 0 && text.IndexOf(Mark, StringComparison.Ordinal) < 0) return text;
        var broken = new StringBuilder(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == start || (text[i] == '[' && IsMarked(text, i))) broken.Append(Escape);
            broken.Append(text[i]);
        }
        return broken.ToString();
    }

    /// <summary>Whether a character can be part of the name that follows the mark, as in <c>##vso[</c>.</summary>
    /// <param name="c">The character.</param>
    public static bool IsOfName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';

    // A name does not contain a bracket, so no character is looked at twice.
    private static bool IsMarked(string text, int bracket)
    {
        var at = bracket - 1;
        while (at >= 0 && IsOfName(text[at])) at--;
        return at > 0 && text[at] == '#' && text[at - 1] == '#';
    }

    // A runner passes over the white space before a command. '::1' is an address.
    private static int StartIn(string text)
    {
        var at = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return string.CompareOrdinal(text, at, Start, 0, Start.Length) == 0 && at + Start.Length < text.Length && IsLetter(text[at + Start.Length]) ? at : -1;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
