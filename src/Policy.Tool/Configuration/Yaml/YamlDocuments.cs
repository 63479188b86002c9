namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>
/// Splits a YAML stream into its documents, so that one that cannot be read does not hide the others. A line that begins with
/// <c>---</c> or <c>...</c> separates documents wherever it is, even inside quotes (YAML 1.2, 9.1.2).
/// </summary>
internal static class YamlDocuments
{
    /// <summary>The documents, each with its directives.</summary>
    /// <param name="lines">The lines of the stream.</param>
    public static IEnumerable<YamlDocument> Of(LineIndex lines)
    {
        var start = 1;
        // Comments and directives before a document belong to it.
        var hasContent = false;
        for (var line = 1; line <= lines.Count; line++)
        {
            if (IsMark(lines[line], "..."))
            {
                if (hasContent) yield return DocumentOf(lines, start, line + 1);
                (start, hasContent) = (line + 1, false);
            }
            else if (IsMark(lines[line], "---"))
            {
                if (hasContent)
                {
                    yield return DocumentOf(lines, start, line);
                    start = line;
                }
                hasContent = true;
            }
            else if (!hasContent) hasContent = IsContent(lines[line]);
        }
        if (hasContent) yield return DocumentOf(lines, start, lines.Count + 1);
    }

    private static bool IsMark(ReadOnlySpan<char> line, string mark) =>
        line.StartsWith(mark) && (line.Length == mark.Length || line[mark.Length] is ' ' or '\t');

    private static bool IsContent(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(' ');
        return text.Length > 0 && text[0] != '#' && line[0] != '%';
    }

    private static YamlDocument DocumentOf(LineIndex lines, int first, int end)
    {
        var text = lines.Text[lines.Offset(first, 1)!.Value..(end > lines.Count ? lines.Text.Length : lines.Offset(end, 1)!.Value)];
        return new(first, end - 1, text);
    }
}

/// <summary>One document of a YAML stream.</summary>
/// <param name="FirstLine">The line on which it begins.</param>
/// <param name="LastLine">The line on which it ends.</param>
/// <param name="Text">Its text.</param>
internal sealed record YamlDocument(int FirstLine, int LastLine, string Text);
