namespace DecisionPolicies.Tool.Site;

/// <summary>
/// Recognises Markdown that would keep its parser busy for longer than it is worth: quotations and lists in each other, and one paragraph of very many
/// marks, each cost the square of their number. No text that somebody writes for readers is near the limits.
/// </summary>
internal static class HeavyMarkdown
{
    // The depth to which the records' own reader follows containers.
    private const int MostContainers = 100;
    private const int MostMarks = 2_000;

    /// <summary>Whether a text is.</summary>
    /// <param name="text">The text, with line feeds.</param>
    public static bool Is(string text)
    {
        var marks = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            marks = (IsStart(line) ? 0 : marks) + MarksIn(line);
            if (marks > MostMarks || ContainersIn(line) > MostContainers) return true;
        }
        return false;
    }

    // An empty line ends a paragraph, and an item or a heading begins another.
    private static bool IsStart(ReadOnlySpan<char> line) =>
        line.TrimStart() is [] or ['#', ..] or ['-' or '+' or '*', ' ' or '\t', ..];

    // Runs of marks that can begin or end emphasis, and brackets that can begin a link.
    private static int MarksIn(ReadOnlySpan<char> line)
    {
        var runs = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '[' || (line[i] is '*' or '_' or '~' && (i == 0 || line[i - 1] != line[i]))) runs++;
        }
        return runs;
    }

    private static int ContainersIn(ReadOnlySpan<char> line)
    {
        var containers = 0;
        for (var i = 0; i < line.Length; i++)
        {
            // The mark of an item is followed by a space; a row of them is a line.
            if (line[i] == '>' || (line[i] is '-' or '+' or '*' or '.' or ')' && line[(i + 1)..] is [' ' or '\t', ..])) containers++;
            else if (line[i] is not (' ' or '\t' or (>= '0' and <= '9'))) break;
        }
        return containers;
    }
}
