using DecisionPolicies.Tool.Configuration.Yaml;

namespace DecisionPolicies.Tool.Configuration.Docker;

/// <summary>
/// Reads what containers of a Dockerfile's build stages are started with: variables, and the arguments of <c>ENTRYPOINT</c> and <c>CMD</c>. Each
/// stage is a configuration, with what it has from the stage that it is built from. A host does not see build arguments, so they are separate.
/// </summary>
internal sealed class DockerfileReader
{
    // Each stage lists what it inherits, so that a short file could say very much.
    private const int MostInherited = 100_000;

    private readonly FileContent _content = new(isProvidersFormat: false);
    private readonly DockerfileLines _lines;
    private readonly DockerWords _words;
    private readonly List<DockerStage> _stages = [new(null, 0, null)];
    private readonly Dictionary<string, DockerStage> _byName = new(StringComparer.OrdinalIgnoreCase);
    private int _inherited;

    private DockerfileReader(string text)
    {
        _lines = new(new LineIndex(text));
        _words = new(_lines.Escape);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var reader = new DockerfileReader(text);
        while (reader._lines.Next() is { } instruction) reader.Read(instruction);
        foreach (var stage in reader._stages) reader.Add(stage);
        return reader._content.ToFile();
    }

    private DockerStage Current => _stages[^1];

    private void Read(ContinuedLine instruction)
    {
        var text = instruction.Text;
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        switch (text[..end].ToUpperInvariant())
        {
            case "FROM": Begin(text[end..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)); break;
            case "ENV": ReadVariables(instruction, end); break;
            case "ARG": ReadArguments(instruction, end); break;
            case "ENTRYPOINT": Current.Entrypoint = CommandIn(instruction, end); break;
            case "CMD": Current.Command = CommandIn(instruction, end); break;
        }
    }

    // FROM [--platform=…] IMAGE [AS NAME]
    private void Begin(string[] words)
    {
        var image = words.FirstOrDefault(word => !word.StartsWith("--", StringComparison.Ordinal));
        var name = words.Length > 2 && words[^2].Equals("AS", StringComparison.OrdinalIgnoreCase) ? words[^1] : null;
        var parent = image is not null && _byName.TryGetValue(image, out var found) ? found : null;
        _stages.Add(new(name is null ? null : YamlNodeExtensions.NameOf(name), _stages.Count, parent));
        if (name is not null) _byName[name] = Current;
    }

    // ["dotnet", "a.dll"], which is JSON, or the line of a shell.
    private static DockerCommand CommandIn(ContinuedLine instruction, int start)
    {
        var text = instruction.Text;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        return new(instruction, DockerList.Read(instruction, start), start);
    }

    private void ReadVariables(ContinuedLine instruction, int start)
    {
        var words = _words.Split(instruction.Text, start).ToList();
        // The old form, with one name and the rest of the line as its value.
        var isOld = words.Count > 1 && instruction.Text.IndexOf('=', words[0].Start, words[0].End - words[0].Start) < 0;
        var set = isOld
            ? [Variable(instruction, words[0].Start, words[0].End, words[1].Start, instruction.Text.TrimEnd().Length)]
            : words.ConvertAll(word => Assignment(instruction, word, isNameEnough: false));
        // An instruction does not see what it sets itself.
        foreach (var variable in set.OfType<(string Name, DockerVariable Value)>()) Current.Variables[variable.Name] = variable.Value;
    }

    private void ReadArguments(ContinuedLine instruction, int start)
    {
        foreach (var word in _words.Split(instruction.Text, start))
        {
            if (Assignment(instruction, word, isNameEnough: true) is { } argument) Current.Arguments[argument.Name] = argument.Value;
            // A name alone takes the value from before the first stage.
            else if (_stages[0].Arguments.TryGetValue(instruction.Text[word.Start..word.End], out var known))
            {
                Current.Arguments[instruction.Text[word.Start..word.End]] = known;
            }
        }
    }

    private (string Name, DockerVariable Value)? Assignment(ContinuedLine instruction, (int Start, int End) word, bool isNameEnough)
    {
        var separator = instruction.Text.IndexOf('=', word.Start, word.End - word.Start);
        if (separator > word.Start) return Variable(instruction, word.Start, separator, separator + 1, word.End);
        if (!isNameEnough || separator >= 0)
        {
            _content.Fail(instruction.PlaceOf(word.Start, word.End), "This word is not valid. ENV has NAME=value, or one name and one value.");
        }
        return null;
    }

    private (string Name, DockerVariable Value)? Variable(ContinuedLine instruction, int start, int nameEnd, int valueStart, int end)
    {
        var name = _words.Read(instruction.Text, start, nameEnd, Current.ValueOf, out var openQuote);
        var value = _words.Read(instruction.Text, valueStart, end, Current.ValueOf, out var open);
        openQuote = openQuote >= 0 ? openQuote : open;
        if (openQuote < 0 && name.Length > 0) return (name, new(instruction.PlaceOf(start, nameEnd), value, instruction.PlaceOf(valueStart, end)));
        if (openQuote >= 0) _content.Fail(instruction.PlaceOf(openQuote, openQuote + 1), "This quote is not closed.");
        return null;
    }

    private void Add(DockerStage stage)
    {
        var part = stage.Name is { } name ? FilePart.In($"stage {name}", null) : _stages.Count > 2 && stage.Number > 0 ? FilePart.Stage(stage.Number) : null;
        var process = Of(stage, each => each.Variables);
        process.AddArguments(ProgramArguments.AfterProgram([.. stage.Started().SelectMany(command => WordsOf(command, process))]));
        if (!process.IsEmpty) _content.Add(process.ToTree(part));
        else if (part is not null) _content.AddIdle(part);
        if (stage.Arguments.Count > 0) _content.Add(Of(stage, each => each.Arguments).ToTree(FilePart.In("build arguments", part)));
    }

    // The shell replaces the variables of the container; nobody replaces those in a list.
    private IEnumerable<(string Word, Place Place)> WordsOf(DockerCommand command, EnvironmentVariables process) =>
        command.Words ?? _words.Split(command.Line.Text, command.Start).Select(word =>
            (_words.Read(command.Line.Text, word.Start, word.End, process.ValueOf, out _), command.Line.PlaceOf(word.Start, word.End)));

    private EnvironmentVariables Of(DockerStage stage, Func<DockerStage, Dictionary<string, DockerVariable>> which)
    {
        var variables = new EnvironmentVariables(_content);
        foreach (var from in stage.Chain().Reverse())
        {
            if (from != stage && !MayInherit(which(from))) continue;
            foreach (var (name, variable) in which(from)) variables.Add(name, variable.NamePlace, variable.Value, variable.ValuePlace);
        }
        return variables;
    }

    private bool MayInherit(Dictionary<string, DockerVariable> variables)
    {
        var was = _inherited;
        _inherited += variables.Count;
        if (_inherited <= MostInherited) return true;
        if (was <= MostInherited) _content.Fail(variables.Values.First().NamePlace, "Stages inherit more than 100000 variables, which is the limit.");
        return false;
    }
}
