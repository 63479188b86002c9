using System.Text;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>The page that a package feed shows of a pack: the index of its decisions.</summary>
internal static class PackReadme
{
    /// <summary>The lines of the page.</summary>
    /// <param name="id">The package's id.</param>
    /// <param name="decisions">Its decisions, with the links to their records.</param>
    public static IEnumerable<string> Lines(string id, IEnumerable<DecisionPolicy> decisions)
    {
        yield return $"# {Shown(id)}";
        yield return "";
        yield return "Architecture decisions for .NET. A project that refers to this package is judged by them when it is built, when it starts";
        yield return "and when its configuration is reloaded.";
        yield return "";
        yield return "| id | decision | status |";
        yield return "|---|---|---|";
        foreach (var decision in decisions)
        {
            yield return $"| {IdOf(decision)} | {Shown(decision.Title)} | {decision.StatusInWords()} |";
        }
    }

    // A feed resolves a path against itself.
    private static string IdOf(DecisionPolicy decision)
    {
        var id = Shown(decision.Id);
        return Uri.TryCreate(decision.Link, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? $"[{id}]({link.AbsoluteUri.Replace("(", "%28").Replace(")", "%29")})"
            : id;
    }

    // The build writes the page, and MSBuild turns a backslash into a slash on Unix. A character reference means the same.
    private static string Shown(string text)
    {
        var escaped = EscapedText.OfLine(text);
        var shown = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] == '\\' && at + 1 < escaped.Length) shown.Append("&#").Append((int)escaped[++at]).Append(';');
            else shown.Append(escaped[at]);
        }
        return shown.ToString();
    }
}
