namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>Divides HCL into tokens. Any text has tokens; what is not closed ends with the line or the file.</summary>
/// <param name="lines">The lines of the file.</param>
/// <param name="content">Receives the faults.</param>
internal sealed class HclScanner(LineIndex lines, FileContent content)
{
    private readonly string _text = lines.Text;
    private readonly NamePool _names = new();
    private int _at;

    /// <summary>The next token.</summary>
    public HclToken Next()
    {
        SkipSpace();
        var start = _at;
        if (_at >= _text.Length) return new(HclTokenKind.End, start, start);
        var c = _text[_at];
        if (c is '\r' or '\n') return Taken(HclTokenKind.NewLine, 1);
        if (c == '"') return Quoted();
        if (c == '<' && At(1) == '<' && Heredoc() is { } heredoc) return heredoc;
        if (char.IsLetter(c) || c == '_') return Word(HclTokenKind.Name, static c => char.IsLetterOrDigit(c) || c is '_' or '-');
        if (char.IsAsciiDigit(c)) return Number();
        return (c, At(1)) is ('=', '=') or ('=', '>') or ('!', '=') or ('<', '=') or ('>', '=') or ('&', '&') or ('|', '|')
            ? Taken(HclTokenKind.Operator, 2)
            : Taken(HclTokenKind.Symbol, 1) with { Symbol = c };
    }

    private char At(int offset) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    private HclToken Taken(HclTokenKind kind, int length)
    {
        _at += length;
        return new(kind, _at - length, _at);
    }

    private HclToken Word(HclTokenKind kind, Func<char, bool> isPart)
    {
        var start = _at;
        while (_at < _text.Length && isPart(_text[_at])) _at++;
        return new(kind, start, _at, _names.Of(_text.AsSpan(start, _at - start)));
    }

    // 1, 1.5 or 1e-3. A dot that no digit follows is an operator.
    private HclToken Number()
    {
        var start = _at;
        while (char.IsAsciiDigit(At(0)) || (At(0) == '.' && char.IsAsciiDigit(At(1)))) _at++;
        var sign = At(1) is '+' or '-' ? 1 : 0;
        if (At(0) is 'e' or 'E' && char.IsAsciiDigit(At(1 + sign)))
        {
            _at += 1 + sign;
            while (char.IsAsciiDigit(At(0))) _at++;
        }
        return new(HclTokenKind.Number, start, _at, _names.Of(_text.AsSpan(start, _at - start)));
    }

    private HclToken Quoted()
    {
        var start = _at;
        _at = HclText.EndOfQuoted(_text, start, out var isTemplate, out var isClosed);
        if (!isClosed) content.Fail(lines.PlaceAt(start, start + 1), "This quote is not closed.");
        var text = isTemplate || !isClosed ? null : HclText.Unescaped(_text.AsSpan(start + 1, _at - start - 2));
        return new(HclTokenKind.Text, start, _at, text);
    }

    // <<NAME or <<-NAME, then lines, then a line with the name.
    private HclToken? Heredoc()
    {
        var start = _at;
        var nameStart = _at + (At(2) == '-' ? 3 : 2);
        var nameEnd = nameStart;
        while (nameEnd < _text.Length && (char.IsLetterOrDigit(_text[nameEnd]) || _text[nameEnd] is '_' or '-')) nameEnd++;
        if (nameEnd == nameStart || (nameEnd < _text.Length && _text[nameEnd] is not ('\r' or '\n'))) return null;
        var number = lines.PlaceAt(start, start).Line + 1;
        var isIndented = nameStart - start == 3;
        var name = _text.AsSpan(nameStart, nameEnd - nameStart);
        for (var first = number; number <= lines.Count; number++)
        {
            if (!lines[number].Trim().SequenceEqual(name)) continue;
            _at = lines.Offset(number, lines[number].TrimEnd().Length + 1)!.Value;
            return new(HclTokenKind.Text, start, _at, HclText.OfHeredoc(lines, first, number, isIndented));
        }
        content.Fail(lines.PlaceAt(start, nameEnd), "This text is not closed: no line with its name follows.");
        _at = _text.Length;
        return new(HclTokenKind.Text, start, _at);
    }

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '#' || (c == '/' && At(1) == '/')) SkipTo(_text.AsSpan(_at).IndexOfAny('\r', '\n'), 0);
            else if (c == '/' && At(1) == '*') SkipTo(_text.AsSpan(_at + 2).IndexOf("*/"), 4);
            else if (c is not ('\r' or '\n') && (char.IsWhiteSpace(c) || c == '\uFEFF')) _at++;
            else return;
        }
    }

    private void SkipTo(int found, int further) => _at = found < 0 ? _text.Length : _at + found + further;
}
