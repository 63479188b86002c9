namespace DecisionPolicies.Tool.Configuration.Docker;

/// <summary>Divides a Dockerfile into its instructions, and passes over comments and the files that are written into it (<c>&lt;&lt;EOF</c>).</summary>
internal sealed class DockerfileLines
{
    private static readonly string[] _withFiles = ["RUN", "COPY", "ADD"];

    private readonly LineIndex _lines;
    private readonly Lazy<Dictionary<string, int>> _lastLines;
    private int _next = 1;

    /// <summary>Reads the directives at the start of the file.</summary>
    /// <param name="lines">The lines of the file.</param>
    public DockerfileLines(LineIndex lines)
    {
        _lines = lines;
        _lastLines = new(LastLines);
        for (; DirectiveIn(Trimmed(_next)) is { } directive; _next++)
        {
            if (directive.Name is "escape" && directive.Value is "`") Escape = '`';
        }
    }

    /// <summary>The character that escapes another, and the end of a line.</summary>
    public char Escape { get; } = '\\';

    /// <summary>The next instruction, or null at the end of the file.</summary>
    public ContinuedLine? Next()
    {
        ContinuedLine? line = null;
        while (_next <= _lines.Count)
        {
            var text = _lines[_next];
            var start = _lines.Offset(_next, 1)!.Value;
            var trimmed = Trimmed(_next++);
            // Docker leaves them out inside an instruction, too.
            if (trimmed is [] or ['#', ..]) continue;
            var end = EndBeforeEscape(text);
            var first = line is null ? text.Length - trimmed.Length : 0;
            line ??= new(_lines);
            line.Add(start + Math.Min(first, end ?? text.Length), start + (end ?? text.Length));
            if (end is null) break;
        }
        if (line is not null) PassFiles(line.Text);
        return line;
    }

    private ReadOnlySpan<char> Trimmed(int number) => _lines[number].TrimStart(" \t\uFEFF");

    // '# escape=`', but only before anything else.
    private static (string Name, string Value)? DirectiveIn(ReadOnlySpan<char> line)
    {
        if (line is not ['#', ..] || line.IndexOf('=') is not (> 0 and var separator)) return null;
        var name = line[1..separator].Trim();
        return name.ContainsAny(" \t") ? null : (name.ToString().ToLowerInvariant(), line[(separator + 1)..].Trim().ToString());
    }

    // An escape at the end of a line, perhaps with space after it; two of them are an escaped one.
    private int? EndBeforeEscape(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd(" \t").Length - 1;
        return end >= 0 && line[end] == Escape && (end == 0 || line[end - 1] != Escape) ? end : null;
    }

    private void PassFiles(string instruction)
    {
        if (!instruction.Contains("<<", StringComparison.Ordinal)) return;
        var words = instruction.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (!_withFiles.Contains(words[0], StringComparer.OrdinalIgnoreCase)) return;
        foreach (var word in words)
        {
            // A file that does not end is not one: its lines are read.
            if (FileEnd(word) is { Length: > 0 } end && _lastLines.Value.TryGetValue(end, out var last) && last >= _next) PassFile(end);
        }
    }

    private void PassFile(string end)
    {
        while (_next <= _lines.Count && !_lines[_next++].TrimStart('\t').SequenceEqual(end))
        {
        }
    }

    // The word after <<, perhaps after the number of a stream, with '-' or quotes.
    private static string? FileEnd(string word)
    {
        var rest = word.AsSpan().TrimStart("0123456789");
        return rest is not ['<', '<', .. var name] || name.Contains('<') ? null : name.TrimStart('-').Trim("\"'").ToString();
    }

    private Dictionary<string, int> LastLines()
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; number <= _lines.Count; number++) last[_lines[number].TrimStart('\t').ToString()] = number;
        return last;
    }
}
