using System.Text;

namespace DecisionPolicies.Settings;

/// <summary>
/// Splits JSON into tokens, each with its place, and skips comments and white space. It accepts exactly what .NET's JSON
/// configuration provider accepts; the compiler cannot load System.Text.Json itself.
/// </summary>
/// <param name="text">The text, without a byte order mark.</param>
internal sealed class JsonTokenizer(string text)
{
    private const char Replacement = '\uFFFD';

    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Reads the next token; at the end, and after a fault, the same token again.</summary>
    /// <param name="mayBeComment">Whether a comment may precede it. Between a name and its colon the provider accepts none.</param>
    public JsonToken Next(bool mayBeComment = true)
    {
        if (SkipSpace(mayBeComment) is { } fault) return fault;
        if (_at == text.Length) return Token(JsonTokenKind.End, 0);
        switch (text[_at])
        {
            case '{': return Token(JsonTokenKind.ObjectStart, 1);
            case '}': return Token(JsonTokenKind.ObjectEnd, 1);
            case '[': return Token(JsonTokenKind.ArrayStart, 1);
            case ']': return Token(JsonTokenKind.ArrayEnd, 1);
            case ',': return Token(JsonTokenKind.Comma, 1);
            case ':': return Token(JsonTokenKind.Colon, 1);
            case '"': return Text();
            case '-' or (>= '0' and <= '9'): return Number();
            case 't': return Word("true", "True");
            case 'f': return Word("false", "False");
            case 'n': return Word("null", null);
            case '/': return Fault(1, "A comment must not appear between a name and its ':'.");
            case '\'': return Fault(1, "Write text and names in double quotes.");
            // The text may be a secret, so it is not repeated.
            default: return Fault(1, "This is not a value. Write text in double quotes, and true, false and null in lower case.");
        }
    }

    private JsonToken? SkipSpace(bool mayBeComment)
    {
        while (_at < text.Length)
        {
            switch (text[_at])
            {
                case ' ' or '\t':
                    _at++;
                    break;
                case '\r' or '\n':
                    EndLine();
                    break;
                case '/' when mayBeComment:
                    if (SkipComment() is { } fault) return fault;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private JsonToken? SkipComment()
    {
        switch (_at + 1 < text.Length ? text[_at + 1] : '\0')
        {
            case '/':
                for (_at += 2; _at < text.Length && text[_at] is not ('\r' or '\n'); _at++)
                {
                    if (text[_at] is '\u2028' or '\u2029') return Fault(1, "A one-line comment must not contain a Unicode line separator.");
                }
                return null;
            case '*':
                var (start, line, lineStart) = (_at, _line, _lineStart);
                _at += 2;
                while (_at < text.Length)
                {
                    if (text[_at] is '\r' or '\n') EndLine();
                    else if (text[_at++] == '*' && _at < text.Length && text[_at] == '/')
                    {
                        _at++;
                        return null;
                    }
                }
                (_at, _line, _lineStart) = (start, line, lineStart);
                return Fault(2, "This comment does not end. Close it with '*/'.");
            default:
                return Fault(1, "A comment starts with '//' or '/*'.");
        }
    }

    private void EndLine()
    {
        _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        _lineStart = _at;
    }

    private JsonToken Text()
    {
        StringBuilder? decoded = null;
        var copied = _at + 1;
        var at = copied;
        while (at < text.Length && text[at] != '"')
        {
            var c = text[at];
            if (c is '\r' or '\n') break;
            if (c < ' ') return Fault(at, 1, "Write a control character in text as an escape, as in \\t or \\u0001.");
            if (c == '\\')
            {
                (decoded ??= new()).Append(text, copied, at - copied);
                if (Escape(at, decoded) is not { } length) return Fault(at, 1, FaultOfEscape(at));
                copied = at += length;
            }
            else if (char.IsSurrogate(c))
            {
                // UTF-8 cannot hold an unpaired surrogate; a reader gets the replacement character.
                var isPair = at + 1 < text.Length && char.IsSurrogatePair(c, text[at + 1]);
                if (!isPair) (decoded ??= new()).Append(text, copied, at - copied).Append(Replacement);
                at += isPair ? 2 : 1;
                if (!isPair) copied = at;
            }
            else at++;
        }
        if (at == text.Length || text[at] != '"') return Fault(at - _at, "This text is not closed on its line. Write the closing '\"'.");
        var value = decoded is null ? text.Substring(copied, at - copied) : decoded.Append(text, copied, at - copied).ToString();
        return Token(JsonTokenKind.Text, at + 1 - _at, value);
    }

    // The length of the escape; null if it is not one.
    private int? Escape(int at, StringBuilder decoded)
    {
        switch (at + 1 < text.Length ? text[at + 1] : '\0')
        {
            case '"' or '\\' or '/': decoded.Append(text[at + 1]); return 2;
            case 'b': decoded.Append('\b'); return 2;
            case 'f': decoded.Append('\f'); return 2;
            case 'n': decoded.Append('\n'); return 2;
            case 'r': decoded.Append('\r'); return 2;
            case 't': decoded.Append('\t'); return 2;
        }
        if (CodeUnit(at) is not { } unit || char.IsLowSurrogate(unit)) return null;
        decoded.Append(unit);
        if (!char.IsHighSurrogate(unit)) return 6;
        if (CodeUnit(at + 6) is not { } low || !char.IsLowSurrogate(low)) return null;
        decoded.Append(low);
        return 12;
    }

    private string FaultOfEscape(int at) => CodeUnit(at) is null
        ? "Unknown escape. Write a backslash itself twice."
        : "This escape is half a character. Write both halves, as in \\ud83d\\ude00.";

    private char? CodeUnit(int at)
    {
        if (at + 6 > text.Length || text[at] != '\\' || text[at + 1] != 'u') return null;
        var unit = 0;
        for (var i = at + 2; i < at + 6; i++)
        {
            if (!Uri.IsHexDigit(text[i])) return null;
            unit = (unit * 16) + Uri.FromHex(text[i]);
        }
        return (char)unit;
    }

    private JsonToken Number()
    {
        var at = text[_at] == '-' ? _at + 1 : _at;
        var first = at;
        at = AfterDigits(at);
        if (at == first) return Fault(at - _at, "A digit is missing after the sign.");
        if (text[first] == '0' && at > first + 1) return Fault(at - _at, "A number must not start with 0. Write it in quotes to keep the zeros.");
        if (at < text.Length && text[at] == '.')
        {
            var fraction = at + 1;
            at = AfterDigits(fraction);
            if (at == fraction) return Fault(at - _at, "A digit is missing after the '.'.");
        }
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            at = AfterDigits(exponent);
            if (at == exponent) return Fault(at - _at, "A digit is missing in the exponent.");
        }
        return Token(JsonTokenKind.Value, at - _at, text.Substring(_at, at - _at));
    }

    private int AfterDigits(int at)
    {
        while (at < text.Length && text[at] is >= '0' and <= '9') at++;
        return at;
    }

    private JsonToken Word(string word, string? value) => string.CompareOrdinal(text, _at, word, 0, word.Length) == 0
        ? Token(JsonTokenKind.Value, word.Length, value)
        : Fault(1, "This is not a value. Write text in double quotes, and true, false and null in lower case.");

    private JsonToken Token(JsonTokenKind kind, int length, string? value = null)
    {
        var token = new JsonToken(kind, PlaceAt(_at, length), value);
        _at += length;
        return token;
    }

    private JsonToken Fault(int length, string message) => Fault(_at, length, message);

    private JsonToken Fault(int at, int length, string message) => new(JsonTokenKind.Fault, PlaceAt(at, length), message);

    private Place PlaceAt(int at, int length) => new(_line, at - _lineStart + 1, _line, at - _lineStart + 1 + length);
}

/// <summary>One token of JSON.</summary>
/// <param name="Kind">The kind of token.</param>
/// <param name="Place">Where it is in the text.</param>
/// <param name="Value">The value as the configuration reads it; for a fault, what is wrong.</param>
internal readonly record struct JsonToken(JsonTokenKind Kind, Place Place, string? Value);

/// <summary>The kind of a token.</summary>
internal enum JsonTokenKind
{
    /// <summary>An opening brace.</summary>
    ObjectStart,

    /// <summary>A closing brace.</summary>
    ObjectEnd,

    /// <summary>An opening bracket.</summary>
    ArrayStart,

    /// <summary>A closing bracket.</summary>
    ArrayEnd,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>Text in quotes: a value or a name.</summary>
    Text,

    /// <summary>A number, true, false or null.</summary>
    Value,

    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Something that is not a token.</summary>
    Fault,
}
