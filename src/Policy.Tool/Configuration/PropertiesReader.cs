using System.Globalization;
using System.Text;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>
/// Reads Java properties as <c>java.util.Properties</c> does. As in Spring Boot, dots and brackets in a name separate segments, and a line
/// <c>#---</c> begins another document.
/// </summary>
internal sealed class PropertiesReader
{
    private const int HexDigits = 4;

    private readonly string _text;
    private readonly LineIndex _lines;
    private readonly FileContent _content = new(isProvidersFormat: false);
    private readonly List<Document> _documents = [];
    private int _at;
    private int _number = 1;

    private PropertiesReader(string text)
    {
        _text = text;
        _lines = new(text);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var reader = new PropertiesReader(text);
        while (reader._at < text.Length) reader.ReadLine();
        foreach (var document in reader._documents) reader.Add(document);
        return reader._content.ToFile();
    }

    private char Current => _at < _text.Length ? _text[_at] : '\n';

    private bool IsAtEnd => IsEndAt(_at);

    private bool IsEndAt(int at) => at >= _text.Length || _text[at] is '\r' or '\n';

    private void Add(Document document)
    {
        var part = _number > 1 ? FilePart.Document(document.Number) : null;
        _content.Add(document.Variables.ToTree(FilePart.In("variables", part)));
        _content.Add(new(document.Tree.Settings) { Part = part });
    }

    private void ReadLine()
    {
        // Files that were joined have a byte order mark at the start of a line.
        while (Current == '\uFEFF') _at++;
        SkipSpace();
        if (Current is '#' or '!') ReadComment();
        else if (!IsAtEnd) ReadProperty();
        // Of CRLF, the second half is an empty line.
        _at++;
    }

    private void ReadComment()
    {
        var start = _at;
        while (!IsAtEnd) _at++;
        if (_text.AsSpan(start + 1, _at - start - 1).TrimEnd() is "---") _number++;
    }

    private void ReadProperty()
    {
        var start = _at;
        var name = ReadText(isName: true);
        var namePlace = _lines.PlaceAt(start, _at);
        SkipBlank();
        if (Current is '=' or ':')
        {
            _at++;
            SkipBlank();
        }
        start = _at;
        var value = ReadText(isName: false);
        Set(name, namePlace, value, _lines.PlaceAt(start, _at));
    }

    private void Set(string name, Place namePlace, string value, Place valuePlace)
    {
        if (_documents.Count == 0 || _documents[^1].Number != _number) _documents.Add(new(_number, new(_content), new(_content)));
        var document = _documents[^1];
        // Such a file is also given to a container, as in 'kubectl create configmap --from-env-file'.
        if (name.Contains("__", StringComparison.Ordinal)) document.Variables.Add(name, namePlace, value, valuePlace);
        // A name that occurs twice has its last value.
        document.Tree.Below(document.Tree.Root, KeyOf(name), namePlace)?.Set(value, valuePlace);
    }

    // a.b[0].c is a:b:0:c. What is in brackets keeps its dots, as in Spring Boot.
    private static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length + 1);
        for (var i = 0; i < name.Length; i++)
        {
            var end = name[i] == '[' ? name.IndexOf(']', i) : -1;
            // Of brackets that are not closed, none is: the rest is as it is written.
            if (name[i] == '[' && end < 0) return key.Append(name, i, name.Length - i).ToString();
            if (end < 0)
            {
                key.Append(name[i] == '.' ? ':' : name[i]);
                continue;
            }
            if (key.Length > 0 && key[^1] != ':') key.Append(':');
            key.Append(name, i + 1, end - i - 1);
            i = end;
            if (i + 1 < name.Length && name[i + 1] is not ('.' or '[' or ':')) key.Append(':');
        }
        return key.ToString();
    }

    private string ReadText(bool isName)
    {
        var text = new StringBuilder();
        while (!IsAtEnd && !(isName && Current is '=' or ':' or ' ' or '\t' or '\f'))
        {
            if (Current == '\\') ReadEscape(text);
            else text.Append(_text[_at++]);
        }
        return text.ToString();
    }

    private void ReadEscape(StringBuilder text)
    {
        if (SkipContinuation()) return;
        var escaped = _text[_at + 1];
        if (escaped == 'u') ReadCharacter(text);
        else
        {
            text.Append(escaped switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'f' => '\f', _ => escaped });
            _at += 2;
        }
    }

    private void ReadCharacter(StringBuilder text)
    {
        var digits = _text.AsSpan(_at + 2, Math.Min(HexDigits, _text.Length - _at - 2));
        if (digits.Length == HexDigits && ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            _at += 2 + HexDigits;
            return;
        }
        _content.Fail(_lines.PlaceAt(_at, _at + 2), @"This escape is not valid: '\u' needs four hexadecimal digits.");
        text.Append('u');
        _at += 2;
    }

    // A backslash at the end of a line: the line continues in the next one, without the space at its start.
    private bool SkipContinuation()
    {
        if (Current != '\\' || !IsEndAt(_at + 1)) return false;
        var isCrLf = _at + 2 < _text.Length && _text[_at + 1] == '\r' && _text[_at + 2] == '\n';
        _at = Math.Min(_text.Length, _at + (isCrLf ? 3 : 2));
        SkipSpace();
        return true;
    }

    private void SkipBlank()
    {
        do SkipSpace();
        while (SkipContinuation());
    }

    private void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\f') _at++;
    }

    private sealed record Document(int Number, SettingTree Tree, EnvironmentVariables Variables);
}
