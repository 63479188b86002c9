using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration.Systemd;

/// <summary>
/// Reads what a systemd service starts its processes with, from its unit file: <c>Environment=</c>, <c>EnvironmentFile=</c> and the arguments of
/// <c>ExecStart=</c> and <c>ExecStartPre=</c> in <c>[Service]</c>.
/// </summary>
internal sealed class SystemdReader
{
    private const string Section = "[Service]";

    // Each of many commands has all variables.
    private const int MostVariables = 100_000;

    // What a path can have before it: whether a failure counts, and with which rights the program runs.
    private const string Marks = "@-:+!|";

    private readonly LineIndex _lines;
    private readonly FileContent _content;
    private readonly List<SystemdWord> _variables = [];
    private readonly List<(string Path, Place Place)> _files = [];
    private readonly List<List<SystemdWord>> _before = [];
    private readonly List<List<SystemdWord>> _commands = [];
    private int _next = 1;
    private int _given;

    private SystemdReader(string text, ReferredFiles? files)
    {
        _lines = new(text);
        _content = new(isProvidersFormat: false, files);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="files">The files that it refers to; null if they are not read.</param>
    public static ConfigurationFile Read(string text, ReferredFiles? files = null)
    {
        var reader = new SystemdReader(text, files);
        var isService = false;
        while (reader.NextLine() is { } line)
        {
            var trimmed = line.Text.AsSpan().Trim();
            if (trimmed is ['[', ..]) isService = trimmed is Section;
            else if (isService) reader.ReadSetting(line);
        }
        reader.AddProcesses();
        return reader._content.ToFile();
    }

    // A backslash at the end of a line continues it, and is a space. Comments between such lines are not part of them.
    private ContinuedLine? NextLine()
    {
        if (_next > _lines.Count) return null;
        var line = new ContinuedLine(_lines);
        while (_next <= _lines.Count)
        {
            var text = _lines[_next];
            var start = _lines.Offset(_next, 1)!.Value;
            _next++;
            if (text.TrimStart(" \t\uFEFF") is ['#' or ';', ..]) continue;
            var isContinued = (text.Length - text.TrimEnd('\\').Length) % 2 == 1;
            var end = start + text.Length - (isContinued ? 1 : 0);
            line.Add(start + (text is ['\uFEFF', ..] ? 1 : 0), Math.Max(end, start + (text is ['\uFEFF', ..] ? 1 : 0)));
            if (!isContinued) break;
            line.AddSpace(end);
        }
        return line;
    }

    private void ReadSetting(ContinuedLine line)
    {
        var separator = line.Text.IndexOf('=', StringComparison.Ordinal);
        if (separator < 0) return;
        var start = separator + 1;
        switch (line.Text.AsSpan(0, separator).Trim())
        {
            case "Environment": Add(_variables, [.. SystemdWords.Of(line, start, (place, reason) => _content.Fail(place, reason))], line, start); break;
            case "EnvironmentFile": ReadFile(line, start); break;
            case "ExecStart": ReadCommands(_commands, line, start); break;
            case "ExecStartPre": ReadCommands(_before, line, start); break;
        }
    }

    // An empty value removes what was set before.
    private static void Add<T>(List<T> all, IReadOnlyList<T> added, ContinuedLine line, int start)
    {
        if (line.Text.AsSpan(start).IsWhiteSpace()) all.Clear();
        else all.AddRange(added);
    }

    // A file that need not be there has a dash before its path.
    private void ReadFile(ContinuedLine line, int start)
    {
        var path = line.Text.AsSpan(start).Trim();
        var first = line.Text.Length - line.Text.AsSpan(start).TrimStart().Length;
        Add(_files, [(path.TrimStart('-').ToString(), line.PlaceOf(first, first + path.Length))], line, start);
    }

    // A semicolon begins another command. systemd starts nothing with a line that it cannot read.
    private static void ReadCommands(List<List<SystemdWord>> all, ContinuedLine line, int start)
    {
        var (commands, isRead) = (new List<List<SystemdWord>> { new() }, true);
        foreach (var word in SystemdWords.Of(line, start, (_, _) => isRead = false))
        {
            if (word.Text == ";") commands.Add([]);
            else commands[^1].Add(word);
        }
        if (isRead) Add(all, commands.FindAll(command => command.Count > 0), line, start);
    }

    // Each command is a process of its own, with the variables of the unit. The last one with 'ExecStart' is the service itself.
    private void AddProcesses()
    {
        var main = _commands.LastOrDefault() ?? [];
        var service = ProcessOf(main);
        if (!service.IsEmpty) _content.Add(service.ToTree(part: null));
        else if (main.Count > 0) _content.AddIdle(FilePart.In("service", null));
        foreach (var command in _commands.SkipLast(1)) AddOther("ExecStart", command);
        foreach (var command in _before) AddOther("ExecStartPre", command);
    }

    // Without arguments it has nothing else than the service.
    private void AddOther(string name, List<SystemdWord> command)
    {
        if (command.Count == 1) return;
        _given += _variables.Count;
        if (_given > MostVariables)
        {
            if (_given - _variables.Count <= MostVariables)
            {
                _content.Fail(command[0].Place, "The commands of this unit have more than 100000 variables together, which is the limit.");
            }
            return;
        }
        var process = ProcessOf(command);
        if (process.HasArguments) _content.Add(process.ToTree(FilePart.In(name, null)));
    }

    private EnvironmentVariables ProcessOf(List<SystemdWord> command)
    {
        var process = new EnvironmentVariables(_content, reference: null, ofArguments: "${");
        foreach (var variable in _variables) Add(variable, process);
        // The files win over the unit, and the last one over the others.
        foreach (var (path, place) in _files) _content.AddVariables("EnvironmentFile", path, place, process);
        process.AddArguments(ProgramArguments.AfterProgram([.. command.SelectMany((word, index) => WordsOf(word, index == 0, process))]));
        return process;
    }

    // A word that is not an assignment sets nothing.
    private static void Add(SystemdWord word, EnvironmentVariables process)
    {
        var length = word.Text.IndexOf('=', StringComparison.Ordinal);
        if (word.Separator < 0 || length <= 0) return;
        // In "A=b", the quotes are around both.
        var text = word.Line.Text;
        var isQuoted = text[word.Start] is '"' or '\'';
        var valueEnd = isQuoted && word.End - 1 > word.Separator && text[word.End - 1] == text[word.Start] ? word.End - 1 : word.End;
        process.Add(
            word.Text[..length], word.Line.PlaceOf(isQuoted ? word.Start + 1 : word.Start, word.Separator),
            word.Text[(length + 1)..], word.Line.PlaceOf(word.Separator + 1, valueEnd));
    }

    // $NAME alone is any number of words; ${NAME} is a part of one.
    private static IEnumerable<(string Word, Place Place)> WordsOf(SystemdWord word, bool isProgram, EnvironmentVariables process)
    {
        if (isProgram) return [(word.Text.TrimStart(Marks.ToCharArray()), word.Place)];
        return word.Text is ['$', not ('{' or '$'), ..] && process.ValueOf(word.Text[1..]) is { } value
            ? CommandLineWords.Of(value).Select(part => (part, word.Place))
            : [(word.Text, word.Place)];
    }
}
