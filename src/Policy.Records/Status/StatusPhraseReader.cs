using System.Globalization;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Reads a <see cref="StatusPhrase"/> from left to right: a status, dates, successors, and remarks that change nothing.</summary>
internal sealed class StatusPhraseReader
{
    /// <summary>The length of the longest text that is read.</summary>
    public const int Longest = 512;

    private const int LongestDate = 24;

    // Signs that only divide. A slash or a bar divides alternatives, so that the status on each side must be the same.
    private const string Dividers = ".,:;-/|\uFF1A\uFF0C\u3002\u3001\u2013\u2014\u2192\u00B7\u2022!=>\u2026";
    private const string Opening = "(\uFF08{";
    private const string Closing = ")\uFF09}";

    // Check marks, the two halves of a green circle, and the selector that turns a character into a picture.
    private const string Yes = "\u2705\u2714\u2611\uFE0F\uD83D\uDFE2";
    private static readonly string[] _yesNames = [":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", ":green_circle:"];

    private static readonly char[] _beforeReference = [' ', '\t', ':', '\uFF1A', '-', '\u2192', '>', '*', '_'];

    // What may precede a date.
    private static readonly string[] _beforeDate =
        ["on", "at", "as of", "as from", "since", "from", "date", "am", "vom", "seit", "le", "du", "depuis", "el", "desde", "em", "il", "dal", "op", "sinds",
            "dnia", "od"];

    // What may precede the people who decided.
    private static readonly string[] _beforePeople = ["by", "von", "durch", "par", "por", "da", "dal", "door", "przez"];

    // Words that turn a remark into a condition, or take the status back.
    private static readonly HashSet<string> _limits = new(
        ["not", "no", "never", "until", "unless", "except", "if", "when", "once", "but", "pending", "partial", "partially", "partly", "part", "provisional",
            "provisionally", "conditional", "conditionally", "temporarily", "reverted", "revoked", "withdrawn", "formerly", "initially", "previously",
            "was", "were", "expired", "retired", "nicht", "noch", "teilweise", "bis", "pas", "partiellement", "parcialmente", "parzialmente", "deels",
            "niet", "częściowo", "nie", "see", "tbd", "todo", "wip"],
        StringComparer.OrdinalIgnoreCase);

    private readonly string _text;
    private readonly string _shown;
    private readonly List<string> _supersededBy = [];
    private readonly List<string> _supersedes = [];
    private DecisionStatus _status;
    private DateOnly? _date;
    private int _at;
    private int _start = -1;
    private int _end;
    private bool _isDecorated;
    private bool _isAlone = true;
    private bool _isSentence;

    public StatusPhraseReader(string text, string shown)
    {
        _text = text;
        _shown = shown;
    }

    /// <summary>Reads the text.</summary>
    public StatusPhrase Read()
    {
        // "[ ] superseded": a box that is not ticked takes its text back.
        if (ListItem.Of("- " + _text, isInList: true).IsTicked == false) return StatusPhrase.None;
        SkipLabel();
        while (SkipSpace())
        {
            if (!(ReadDate() || ReadSign() || ReadSuccessors() || ReadPredecessors() || ReadStatus() || ReadRemark())) return StatusPhrase.None;
        }
        // "❌ accepted" is unclear; a picture before another status does not matter.
        if (_isDecorated && _status == DecisionStatus.Accepted) return StatusPhrase.None;
        return new(_status, Math.Max(_start, 0), _start < 0 ? 0 : _end - _start, true)
        {
            Date = _date,
            SupersededBy = _supersededBy,
            Supersedes = _supersedes,
            IsAlone = _isAlone,
            IsSentence = _isSentence,
        };
    }

    // "Status: Accepted" below the heading "Status".
    private void SkipLabel()
    {
        var colon = _shown.IndexOfAny([':', '\uFF1A']);
        if (colon > 0 && FieldLabels.NameOf(_shown.Substring(0, colon)) == FieldLabels.Status) _at = colon + 1;
        // "![status](…) Accepted"
        var start = _shown.Length - _shown.TrimStart().Length;
        if (start < 2 || _text[start - 2] != '!') return;
        var end = EndOfWord(start);
        if (FieldLabels.NameOf(_shown.Substring(start, end - start)) == FieldLabels.Status) _at = end;
    }

    private bool SkipSpace()
    {
        while (_at < _shown.Length && char.IsWhiteSpace(_shown[_at])) _at++;
        return _at < _shown.Length;
    }

    private bool ReadDate()
    {
        if (DateEnd(_at, out var date) is not (var end and > 0)) return false;
        _date = date;
        (_at, _isAlone) = (end, false);
        return true;
    }

    // Where the longest date that starts here ends; 0 if none does.
    private int DateEnd(int at, out DateOnly date)
    {
        for (var end = Day.CanStart(_shown, at) ? Math.Min(at + LongestDate, _shown.Length) : 0; end > at + 5; end--)
        {
            if (end < _shown.Length && char.IsLetterOrDigit(_shown[end])) continue;
            if (!char.IsLetterOrDigit(_shown[end - 1])) continue;
            if (Day.TryParse(_shown.Substring(at, end - at), out date)) return end;
        }
        date = default;
        return 0;
    }

    private bool ReadSign()
    {
        var sign = _shown[_at];
        if (Opening.IndexOf(sign) >= 0 && _status != DecisionStatus.Unknown) return ReadAside(Closing[Opening.IndexOf(sign)]);
        if (sign == ':' && EndOfPicture() is var picture and > 0)
        {
            _isDecorated |= !_yesNames.Contains(_shown.Substring(_at, picture - _at), StringComparer.Ordinal);
            _at = picture;
            return true;
        }
        if (Dividers.IndexOf(sign) >= 0 || Opening.IndexOf(sign) >= 0 || Closing.IndexOf(sign) >= 0)
        {
            _at++;
            return true;
        }
        var isPicture = char.IsSurrogate(sign) || sign == '\uFE0F'
            || char.GetUnicodeCategory(sign) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;
        if (!isPicture) return false;
        _isDecorated |= Yes.IndexOf(sign) < 0;
        _at++;
        return true;
    }

    // ":white_check_mark:"
    private int EndOfPicture()
    {
        var end = _at + 1;
        while (end < _shown.Length && _shown[end] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '+' or '-') end++;
        return end > _at + 1 && end < _shown.Length && _shown[end] == ':' ? end + 1 : 0;
    }

    // A remark in brackets changes nothing, unless it names another status, a successor or a condition.
    private bool ReadAside(char close)
    {
        var end = _shown.IndexOf(close, _at);
        if (end < 0) return false;
        var aside = _shown.Substring(_at + 1, end - _at - 1).TrimStart();
        var start = end - aside.Length;
        _isAlone = false;
        if (SupersessionPhrase.LengthAt(_shown, start, SupersessionPhrase.SupersededBy) is var phrase and > 0)
        {
            AddSuccessors(_at, start + phrase, end);
        }
        else if (_status == DecisionStatus.Superseded && ReferencesIn(AfterSee(start, end), end) is { Count: > 0 } successors)
        {
            _supersededBy.AddRange(successors);
            _end = end + 1;
        }
        else
        {
            if (!ChangesNothing(aside)) return false;
            for (var at = start; at < end && _date is null; at++)
            {
                if (DateEnd(at, out var date) > 0) _date = date;
            }
        }
        _at = end + 1;
        return true;
    }

    private bool ReadSuccessors()
    {
        var phrase = SupersessionPhrase.LengthAt(_shown, _at, SupersessionPhrase.SupersededBy);
        if (phrase == 0) return false;
        var end = EndOfClause();
        AddSuccessors(_at, _at + phrase, end);
        _at = end;
        return true;
    }

    private void AddSuccessors(int start, int from, int end)
    {
        if (_start < 0 || _status is DecisionStatus.Accepted or DecisionStatus.Deprecated or DecisionStatus.Proposed) _start = _start < 0 ? start : _start;
        _status = DecisionStatus.Superseded;
        _supersededBy.AddRange(ReferencesIn(from, end));
        _isSentence |= IsSentence(from, end);
        _end = end;
    }

    // "Amended by [7. X](0007-x.md): the framing was" goes on in the next line.
    private bool IsSentence(int from, int end)
    {
        foreach (var word in _shown.Substring(from, end - from).Split([' ', '\t', ',', ':', '&'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Any(char.IsLetter) && !word.Any(char.IsDigit) && _text.IndexOf('[', from, end - from) < 0) return true;
        }
        // Behind the last link.
        var close = _text.LastIndexOf(')', end - 1, end - from);
        return close >= 0 && _text.IndexOf('[', from, end - from) >= 0 && _text.Substring(close + 1, end - close - 1).Any(char.IsLetter);
    }

    private bool ReadPredecessors()
    {
        var phrase = SupersessionPhrase.LengthAt(_shown, _at, SupersessionPhrase.Supersedes);
        var other = SupersessionPhrase.LengthAt(_shown, _at, SupersessionPhrase.Amends);
        if (phrase == 0 && other == 0) return false;
        var end = EndOfClause();
        var references = ReferencesIn(_at + Math.Max(phrase, other), end);
        // "Ersetzt" without a record is a status: replaced.
        if (references.Count == 0) return false;
        _isSentence |= IsSentence(_at + Math.Max(phrase, other), end);
        if (phrase >= other) _supersedes.AddRange(references);
        _at = end;
        return true;
    }

    private bool ReadStatus()
    {
        var (status, length) = WordAt(_at);
        if (status == DecisionStatus.Unknown) return false;
        // "Accepted, implemented" is one status, "Accepted, rejected" two; "Accepted, superseded by …" is read before.
        if (_status != DecisionStatus.Unknown && _status != status) return false;
        _isAlone &= _status == DecisionStatus.Unknown;
        _status = status;
        if (_start < 0) (_start, _end) = (_at, _at + length);
        _at += length;
        if (status != DecisionStatus.Superseded) return true;
        // "Superseded - ADR-0001", "Superseded → [ADR-0001](…)"
        var end = EndOfClause();
        if (ReferencesIn(AfterSee(_at, end), end) is not { Count: > 0 } successors || _shown.IndexOfAny(['(', '\uFF08'], _at, end - _at) >= 0) return true;
        _supersededBy.AddRange(successors);
        _at = _end = end;
        return true;
    }

    // The status that the words at a position mean. The longest wins.
    private (DecisionStatus Status, int Length) WordAt(int at)
    {
        var found = (DecisionStatus.Unknown, 0);
        var end = at;
        var words = "";
        for (var count = 0; count < StatusWords.MostWords; count++)
        {
            var start = end;
            while (start < _shown.Length && _shown[start] == ' ') start++;
            end = EndOfWord(start);
            if (end == start) break;
            words += (words.Length == 0 ? "" : " ") + _shown.Substring(start, end - start).Normalize().ToLowerInvariant();
            if (StatusWords.Of(words) is var status and not DecisionStatus.Unknown) found = (status, end - at);
        }
        return found;
    }

    // Letters and their marks. Digits and a dash belong to the word, so that "accepted-provisional" is another one.
    private int EndOfWord(int at)
    {
        while (at < _shown.Length && (char.IsLetterOrDigit(_shown[at]) || char.GetUnicodeCategory(_shown[at]) == UnicodeCategory.NonSpacingMark
            || (_shown[at] is '-' or '_' && at + 1 < _shown.Length && char.IsLetter(_shown[at + 1]) && at > 0 && char.IsLetter(_shown[at - 1])))) at++;
        return at;
    }

    // "on 2024-02-03", "by the board"
    private bool ReadRemark()
    {
        if (_status == DecisionStatus.Unknown) return false;
        var people = SupersessionPhrase.LengthAt(_shown, _at, _beforePeople);
        var end = EndOfClause();
        if (people > 0 && ChangesNothing(_shown.Substring(_at, end - _at)))
        {
            for (var at = _at; at < end && _date is null; at++)
            {
                if (DateEnd(at, out var date) > 0) _date = date;
            }
            (_at, _isAlone) = (end, false);
            return true;
        }
        var before = SupersessionPhrase.LengthAt(_shown, _at, _beforeDate);
        if (before == 0) return false;
        _at += before;
        return SkipSpace() && ReadDate();
    }

    // Whether a remark leaves a status as it is.
    private bool ChangesNothing(string remark)
    {
        foreach (var word in remark.Split([' ', ',', ';', ':', '.', '(', ')', '/', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (_limits.Contains(word)) return false;
            var letters = word.All(char.IsLetter) ? word.Normalize().ToLowerInvariant() : word;
            if (StatusWords.Of(letters) is var status and not DecisionStatus.Unknown && status != _status) return false;
        }
        return true;
    }

    // A semicolon outside of a link ends a clause.
    private int EndOfClause() => _at + Reference.Split(_text.Substring(_at), ";").First().Length;

    private int AfterSee(int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(_shown[at]) || Dividers.IndexOf(_shown[at]) >= 0)) at++;
        return at + SupersessionPhrase.LengthAt(_shown, at, ["see", "by", "siehe", "durch", "voir", "ver", "zie"]);
    }

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '(' or ')' or ',' or '.' or ';';

    // The records that a part of the text names. A date in it is not a number.
    private List<string> ReferencesIn(int from, int end)
    {
        var part = _text.Substring(from, end - from).ToCharArray();
        for (var at = from; at < end; at++)
        {
            if (at > 0 && !IsEdge(_text[at - 1])) continue;
            // "20240531-use-one-queue" is an id.
            if (DateEnd(at, out _) is not (var dateEnd and > 0) || dateEnd > end || (dateEnd < _text.Length && !IsEdge(_text[dateEnd]))) continue;
            for (; at < dateEnd; at++) part[at - from] = ' ';
        }
        var references = new string(part).TrimStart(_beforeReference).TrimEnd(' ', '\t', '*', '_');
        return Reference.AllInProse(references).ToList();
    }
}
