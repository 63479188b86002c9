using System.Text;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// Reads a file of environment variables, such as <c>.env</c>, as Docker Compose does: one <c>NAME=value</c> in each line, with or without
/// <c>export</c>, with comments after <c>#</c>, and with quotes. <c>${OTHER}</c> is not replaced.
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
        while (reader._at < text.Length) reader.ReadLine();
        reader._content.Add(reader._variables.ToTree(part: null));
        return reader._content.ToFile();
    }

    private char Current => _at < _text.Length ? _text[_at] : '\n';

    private bool IsAtEnd => Current is '\r' or '\n';

    private void ReadLine()
    {
        SkipSpace();
        if (!IsAtEnd && Current != '#') ReadVariable();
        while (!IsAtEnd) _at++;
        _at++;
    }

    private void ReadVariable()
    {
        var (name, namePlace) = ReadName();
        if (name == "export" && !IsAtEnd && Current != '=')
        {
            (name, namePlace) = ReadName();
        }
        if (name.Length == 0 || !(Current == '=' || IsAtEnd || Current == '#'))
        {
            _content.Fail(namePlace, "This line is not valid. A line is NAME=value, or a comment after '#'.");
            return;
        }
        // A name alone takes its value from the process that reads the file, which is not known here.
        if (Current != '=') return;
        _at++;
        SkipSpace();
        if (Current is '"' or '\'') ReadQuoted(name, namePlace);
        else ReadBare(name, namePlace);
    }

    private (string Name, Place Place) ReadName()
    {
        var start = _at;
        while (!IsAtEnd && Current != '=' && !char.IsWhiteSpace(Current)) _at++;
        var name = _text[start.._at];
        var place = _lines.PlaceAt(start, _at);
        SkipSpace();
        return (name, place);
    }

    private void ReadBare(string name, Place namePlace)
    {
        var start = _at;
        var end = _at;
        for (; !IsAtEnd; _at++)
        {
            // A comment begins only after a space: the fragment of a URL is not a comment.
            if (Current == '#' && (_at == start || char.IsWhiteSpace(_text[_at - 1]))) break;
            if (!char.IsWhiteSpace(Current)) end = _at + 1;
        }
        _variables.Add(name, namePlace, _text[start..end], _lines.PlaceAt(start, end));
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
