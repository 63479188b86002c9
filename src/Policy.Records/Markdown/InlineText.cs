using System.Text;

namespace DecisionPolicies.Records.Markdown;

/// <summary>
/// The words of a line of prose, without formatting: emphasis, code, links, escapes and comments. HTML tags and entities stay as they are
/// written, because <c>List&lt;T&gt;</c> in a title is rarely meant as a tag.
/// </summary>
internal sealed class InlineText
{
    // Titles are shorter. Longer text stays as it is written, so that it cannot keep the reader busy.
    private const int Longest = 1024;

    private static readonly char[] _signs = ['\\', '`', '<', '[', ']', '*', '_', '~', '\r', '\n', '\t'];

    private readonly string _text;
    private readonly CodeSpans _code;
    private readonly StringBuilder _words = new();
    private readonly Emphasis _emphasis = new();
    private readonly List<Bracket> _brackets = [];
    private readonly HashSet<int> _marks = [];
    private int _at;

    private InlineText(string text)
    {
        _text = text;
        _code = new(text, 0, text.Length);
    }

    /// <summary>The words of a text.</summary>
    /// <param name="text">The text, on one or more lines.</param>
    public static string Of(string text) =>
        text.Length > Longest || (text.IndexOfAny(_signs) < 0 && text.IndexOf("  ", StringComparison.Ordinal) < 0) ? text.Trim() : new InlineText(text).Read();

    private string Read()
    {
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case '\\' when _at + 1 < _text.Length && InlineSigns.IsPunctuation(_text[_at + 1]):
                    _words.Append(_text[_at + 1]);
                    _at += 2;
                    break;
                case '`':
                    ReadCode();
                    break;
                case '<':
                    ReadAngle();
                    break;
                case '[':
                    _brackets.Add(new(_words.Length, _emphasis.Count, _words.Length > 0 && _text[_at - 1] == '!' && !IsEscaped(_at - 1)));
                    _words.Append(_text[_at++]);
                    break;
                case ']':
                    ReadBracket();
                    break;
                case '*' or '_' or '~':
                    ReadEmphasis();
                    break;
                case '\r' or '\n':
                    _words.Append(' ');
                    _at++;
                    break;
                default:
                    _words.Append(_text[_at++]);
                    break;
            }
        }
        _emphasis.Match(0, _marks);
        return Joined();
    }

    // Removes the marks. Adjacent spaces become one, as on a page: a comment or a line end may leave several.
    private string Joined()
    {
        var joined = new StringBuilder(_words.Length);
        for (var i = 0; i < _words.Length; i++)
        {
            if (_marks.Contains(i)) continue;
            var isSpace = _words[i] is ' ' or '\t';
            if (!isSpace) joined.Append(_words[i]);
            else if (joined.Length > 0 && joined[joined.Length - 1] != ' ') joined.Append(' ');
        }
        return joined.ToString().Trim();
    }

    private void ReadCode()
    {
        var end = _code.EndOf(_at, out var length);
        var (start, stop) = (_at + length, end - length);
        if (stop < start)
        {
            _words.Append(_text, _at, length);
        }
        else
        {
            // "`` ` ``" is one backtick: one space on each side belongs to the marks.
            var code = _text.Substring(start, stop - start).Replace("\r\n", " ").Replace('\n', ' ').Replace('\r', ' ');
            var isPadded = code.Length > 2 && code[0] == ' ' && code[code.Length - 1] == ' ' && code.Trim(' ').Length > 0;
            _words.Append(isPadded ? code.Substring(1, code.Length - 2) : code);
        }
        _at = end;
    }

    private void ReadAngle()
    {
        var end = InlineSigns.EndOfComment(_text, _at, _text.Length);
        if (end == 0 && InlineSigns.EndOfAutolink(_text, _at, _text.Length) is var link and > 0)
        {
            _words.Append(_text, _at + 1, link - _at - 2);
            end = link;
        }
        if (end > 0)
        {
            _at = end;
            return;
        }
        // Asterisks and underscores in a tag belong to the tag.
        var tag = Math.Max(HtmlTag.EndOf(_text, _at, _text.Length), _at + 1);
        _words.Append(_text, _at, tag - _at);
        _at = tag;
    }

    private void ReadBracket()
    {
        _words.Append(_text[_at++]);
        if (_brackets.Count == 0) return;
        var open = _brackets[_brackets.Count - 1];
        _brackets.RemoveAt(_brackets.Count - 1);
        if (open.IsClosed || InlineSigns.EndOfTarget(_text, _at, _text.Length) is not (var end and > 0)) return;
        _at = end;
        _marks.Add(open.Place);
        if (open.IsImage) _marks.Add(open.Place - 1);
        _marks.Add(_words.Length - 1);
        _emphasis.Match(open.Emphasis, _marks);
        if (open.IsImage) return;
        // A link cannot contain another link.
        for (var i = 0; i < _brackets.Count; i++)
        {
            if (!_brackets[i].IsImage) _brackets[i] = _brackets[i] with { IsClosed = true };
        }
    }

    private void ReadEmphasis()
    {
        var count = LeafMarks.CountOf(_text, _at, _text.Length);
        var before = _at > 0 ? _text[_at - 1] : ' ';
        var after = _at + count < _text.Length ? _text[_at + count] : ' ';
        _emphasis.Add(_text[_at], _words.Length, count, before, after);
        _words.Append(_text, _at, count);
        _at += count;
    }

    private bool IsEscaped(int at)
    {
        var count = 0;
        while (at - count > 0 && _text[at - count - 1] == '\\') count++;
        return count % 2 == 1;
    }

    // Its position among the words, the number of emphasis runs before it, and whether it can no longer be a link.
    private readonly record struct Bracket(int Place, int Emphasis, bool IsImage)
    {
        public bool IsClosed { get; init; }
    }
}
