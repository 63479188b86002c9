using System.Text;
using DecisionPolicies.Settings;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// Reads a file of environment variables, such as <c>.env</c>, as Docker Compose does: one <c>NAME=value</c> in each line, with or without
/// <c>export</c>, with comments after <c>#</c>, and with quotes. <c>${OTHER}</c> is not replaced. Where others read a value that a rule
/// can be about, such as dotenv for Node, theirs counts.
/// </summary>
internal sealed class EnvironmentFileReader
{
    private readonly string _text;
    private readonly LineIndex _lines;
    private readonly FileContent _content = new(isProvidersFormat: false);
    private readonly EnvironmentVariables _variables;
    private int _at;

    private EnvironmentFileReader(string text)
    {
        _text = text;
        _lines = new(text);
        _variables = new(_content, "${");
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var reader = new EnvironmentFileReader(text);
        reader.ReadLines();
        reader._content.Add(reader._variables.ToTree(part: null));
        return reader._content.ToFile();
    }

    /// <summary>The variables in a file that another refers to.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="faults">What cannot be read.</param>
    public static IReadOnlyList<(string Name, Place NamePlace, string Value, Place ValuePlace)> VariablesIn(
        string text, out IReadOnlyList<SettingsFault> faults)
    {
        var reader = new EnvironmentFileReader(text);
        reader.ReadLines();
        faults = reader._content.ToFile().Faults;
        return reader._variables.All();
    }

    private char Current => _at < _text.Length ? _text[_at] : '\n';

    private bool IsAtEnd => Current is '\r' or '\n';

    private void ReadLines()
    {
        while (_at < _text.Length) ReadLine();
    }

    private void ReadLine()
    {
        // Files that were joined have a byte order mark at the start of a line.
        while (Current == '\uFEFF') _at++;
        SkipSpace();
        if (!IsAtEnd && Current != '#') ReadVariable();
        while (!IsAtEnd) _at++;
        _at++;
    }

    private void ReadVariable()
    {
        var (name, namePlace) = ReadName();
        if (name == "export" && !IsAtEnd && Current is not ('=' or ':'))
        {
            (name, namePlace) = ReadName();
        }
        if (name.Length == 0 || !(Current is '=' or ':' || IsAtEnd || Current == '#'))
        {
            _content.Fail(namePlace, "This line is not valid. A line is NAME=value, or a comment after '#'.");
            return;
        }
        // A name alone takes its value from the process that reads the file, which is not known here.
        if (Current is not ('=' or ':')) return;
        _at++;
        SkipSpace();
        if (Current is '"' or '\'' || (Current == '`' && IsQuotedText())) ReadQuoted(name, namePlace);
        else ReadBare(name, namePlace);
    }

    private (string Name, Place Place) ReadName()
    {
        var start = _at;
        while (!IsAtEnd && Current != '=' && !char.IsWhiteSpace(Current)) _at++;
        var end = _at;
        SkipSpace();
        // NAME: value, as in YAML. A name with an equals sign after it may contain colons.
        var colon = Current == '=' || end == start ? -1 : _text[end - 1] == ':' ? end - 1 : _text.IndexOf(':', start, end - start);
        if (colon > start) _at = end = colon;
        return (_text[start..end], _lines.PlaceAt(start, end));
    }

    private void ReadBare(string name, Place namePlace)
    {
        var start = _at;
        var end = _at;
        var isWord = true;
        for (; !IsAtEnd; _at++)
        {
            // A comment begins after a space: the fragment of a URL is not a comment. After a word it is one for dotenv of Node, as in
            // A=true#note, and no rule is about what else it would be.
            if (Current == '#' && (isWord || char.IsWhiteSpace(_text[_at - 1]))) break;
            isWord &= char.IsLetterOrDigit(Current) || Current is '_' or '-' or '.';
            if (!char.IsWhiteSpace(Current)) end = _at + 1;
        }
        _variables.Add(name, namePlace, _text[start..end], _lines.PlaceAt(start, end));
    }

    // Backquotes are quotes for dotenv of Node alone; for others they are part of the value. Nothing but a comment follows quoted text.
    private bool IsQuotedText()
    {
        var at = _text.IndexOf('`', _at + 1) + 1;
        if (at == 0) return false;
        while (at < _text.Length && _text[at] is ' ' or '\t') at++;
        return at == _text.Length || _text[at] is '\r' or '\n' or '#';
    }

    private void ReadQuoted(string name, Place namePlace)
    {
        var quote = Current;
        var start = _at;
        var value = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != quote; _at++)
        {
            if (quote == '"' && _text[_at] == '\\' && _at + 1 < _text.Length) value.Append(Unescaped(_text[++_at]));
            else value.Append(_text[_at]);
        }
        if (_at == _text.Length)
        {
            _content.Fail(_lines.PlaceAt(start, start + 1), "This quote is not closed.");
            // The lines after it are read as if the quote were not there.
            _at = start;
            return;
        }
        _at++;
        _variables.Add(name, namePlace, value.ToString(), _lines.PlaceAt(start, _at));
        SkipSpace();
        if (!IsAtEnd && Current != '#') _content.Fail(_lines.PlaceAt(_at, _at + 1), "Only a comment may follow the closing quote.");
    }

    private static string Unescaped(char c) => c switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        '"' or '\\' or '$' => c.ToString(),
        _ => "\\" + c,
    };

    private void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(Current)) _at++;
    }
}
