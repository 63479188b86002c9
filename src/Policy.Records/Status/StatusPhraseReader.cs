using System.Globalization;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// Reads a <see cref="StatusPhrase"/> from left to right: a status, dates, the people who decided, successors and predecessors. It ends at the
/// first word that is none of these, because that word may take the status back.
/// </summary>
internal sealed class StatusPhraseReader
{
    /// <summary>The length of the longest text that is read.</summary>
    public const int Longest = 512;

    private const int MostNames = 5;

    // Signs that only divide. A slash or a bar divides alternatives, so that the status on each side must be the same.
    private const string Dividers = ".,:;-/|(){}\uFF08\uFF09\uFF1A\uFF0C\u3002\u3001\u2013\u2014\u2192\u00B7\u2022";

    // Check marks, the two halves of a green circle, and the selector that turns a character into a picture.
    private const string Yes = "\u2705\u2714\u2611\uFE0F\uD83D\uDFE2";
    private static readonly string[] _yesNames = [":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", ":green_circle:"];

    // What may precede a date.
    private static readonly string[] _beforeDate =
        ["on", "at", "as of", "as from", "since", "from", "date", "am", "vom", "seit", "le", "du", "depuis", "el", "desde", "em", "il", "dal", "op", "sinds",
            "dnia", "od"];

    // What may precede the people who decided, and what they may be called.
    private static readonly string[] _beforePeople = ["by", "von", "durch", "par", "por", "da", "dal", "door", "przez"];
    private static readonly HashSet<string> _articles = new(
        ["the", "our", "das", "dem", "der", "den", "le", "la", "el", "il", "het", "de"], StringComparer.Ordinal);
    private static readonly HashSet<string> _groups = new(
        ["board", "team", "teams", "group", "committee", "council", "guild", "consensus", "majority", "vote", "architects", "maintainers", "engineers",
            "management"],
        StringComparer.Ordinal);

    private readonly string _text;
    private readonly string _shown;
    private readonly RecordConventions _conventions;
    private readonly List<string> _supersededBy = [];
    private readonly List<string> _supersedes = [];
    private DecisionStatus _status;
    private DateOnly? _date;
    private int _at;
    private int _start = -1;
    private int _end;
    private bool _isDecorated;
    private bool _isMarked;
    private bool _isAlone = true;
    private bool _isSentence;

    public StatusPhraseReader(string text, string shown, RecordConventions conventions)
    {
        _text = text;
        _shown = shown;
        _conventions = conventions;
    }

    /// <summary>Reads the text.</summary>
    public StatusPhrase Read()
    {
        // "[ ] superseded": a box that is not ticked takes its text back.
        var isUnderstood = ListItem.Of("- " + _text, isInList: true).IsTicked != false && !HasFootnote();
        SkipLabel();
        var isDated = SkipSpace() && (DatePhrase.EndAt(_shown, _at, out _) > 0 || IsYear(_at));
        while (isUnderstood && SkipSpace())
        {
            isUnderstood = ReadDate() || ReadSign() || ReadSuccessors() || ReadPredecessors() || ReadStatus() || ReadPeople() || ReadBeforeDate();
        }
        // "❌ accepted" is unclear; a picture before another status does not matter.
        if (!isUnderstood || (_isDecorated && _status == DecisionStatus.Accepted))
        {
            return StatusPhrase.None with { Begins = _status, IsDated = isDated };
        }
        // What is crossed out, or a link whose target holds the word as well, belongs to the old status.
        var hasMore = _status != DecisionStatus.Superseded && (_text.Contains("~~") || _text.Contains("](") || _text.Contains("</"));
        return new(_status, Math.Max(_start, 0), _start < 0 ? 0 : _end - _start, true)
        {
            Date = _date,
            SupersededBy = _supersededBy,
            Supersedes = _supersedes,
            IsAlone = _isAlone && !hasMore,
            IsMarked = _isMarked || (_start > 0 && _text[_start - 1] is '*' or '_' or '`'),
            IsSentence = _isSentence,
        };
    }

    // "Accepted*": a single star is not emphasis. It marks a footnote, which may take the status back.
    private bool HasFootnote() => _text.TrimEnd().EndsWith("*", StringComparison.Ordinal) && _text.Count(c => c == '*') % 2 == 1;

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

    // Two days are a period, which may be over.
    private bool ReadDate()
    {
        var end = DatePhrase.EndAt(_shown, _at, out var date);
        // "(2024)"
        if (end == 0 && _status != DecisionStatus.Unknown && IsYear(_at)) end = _at + 4;
        else if (end == 0 || (_date is not null && _date != date)) return false;
        else _date = date;
        (_at, _isAlone) = (end, false);
        return true;
    }

    private bool IsYear(int at) => EndOfWord(at) - at == 4 && int.TryParse(_shown.Substring(at, 4), out var year) && year is >= 1900 and < 2100;

    private bool ReadSign()
    {
        var sign = _shown[_at];
        if (sign == ':' && EndOfPicture() is var picture and > 0)
        {
            Decorate(_yesNames.Contains(_shown.Substring(_at, picture - _at), StringComparer.Ordinal));
            _at = picture;
            return true;
        }
        // "->", "=>"
        var isArrow = sign is '-' or '=' && _at + 1 < _shown.Length && _shown[_at + 1] == '>';
        if (isArrow || Dividers.IndexOf(sign) >= 0)
        {
            // Empty brackets are a box that is not ticked.
            if (sign == '(' && _shown.Substring(_at + 1).TrimStart() is [')', ..]) return false;
            _isAlone &= sign is not ('(' or '\uFF08');
            _at += isArrow ? 2 : 1;
            return true;
        }
        var isPicture = char.IsSurrogate(sign) || sign == '\uFE0F' || char.GetUnicodeCategory(sign) == UnicodeCategory.OtherSymbol;
        if (!isPicture) return false;
        Decorate(Yes.IndexOf(sign) >= 0);
        _at++;
        return true;
    }

    private void Decorate(bool isYes)
    {
        _isDecorated |= !isYes;
        _isMarked |= isYes;
    }

    // ":white_check_mark:"
    private int EndOfPicture()
    {
        var end = _at + 1;
        while (end < _shown.Length && _shown[end] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '+' or '-') end++;
        return end > _at + 1 && end < _shown.Length && _shown[end] == ':' ? end + 1 : 0;
    }

    private bool ReadSuccessors()
    {
        var phrase = SupersessionPhrase.LengthAt(_shown, _at, SupersessionPhrase.SupersededBy);
        if (phrase == 0) return false;
        var (start, from, end) = (_at, _at + phrase, EndOfClause());
        var rest = _shown.Substring(from, end - from).Trim();
        _at = end;
        // "Superseded by: none" is an empty field.
        if (rest.Length > 0 && ReferencePhrase.IsNone(rest)) return true;
        if (!ReferencePhrase.IsAll(_text, from, end)) return false;
        if (_start < 0) _start = start;
        _status = DecisionStatus.Superseded;
        _supersededBy.AddRange(ReferencePhrase.In(_text, _shown, from, end));
        _end = end;
        return true;
    }

    private bool ReadPredecessors()
    {
        var phrase = SupersessionPhrase.LengthAt(_shown, _at, SupersessionPhrase.Supersedes);
        var other = SupersessionPhrase.LengthAt(_shown, _at, SupersessionPhrase.Amends);
        if (phrase == 0 && other == 0) return false;
        var (from, end) = (_at + Math.Max(phrase, other), EndOfClause());
        var references = ReferencePhrase.In(_text, _shown, from, end);
        // "Ersetzt" without a record is a status: replaced.
        if (references.Count == 0) return false;
        // "Amended by [7. X](0007-x.md): the framing was" goes on in the next line.
        _isSentence |= _shown.Substring(from, end - from).IndexOf(':') >= 0 || !ReferencePhrase.IsAll(_text, from, end);
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
        // "Superseded - ADR-0001", "Superseded (see [ADR-0001](…))"
        var end = EndOfClause();
        var from = AfterSee(_at, end);
        if (!ReferencePhrase.IsAll(_text, from, end) || ReferencePhrase.In(_text, _shown, from, end) is not { Count: > 0 } successors) return true;
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
        for (var count = 0; count < _conventions.MostWords; count++)
        {
            var start = end;
            while (start < _shown.Length && _shown[start] == ' ') start++;
            end = EndOfWord(start);
            if (end == start) break;
            words += (words.Length == 0 ? "" : " ") + StatusWords.Composed(_shown.Substring(start, end - start));
            if (_conventions.StatusOf(words) is var status and not DecisionStatus.Unknown) found = (status, end - at);
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

    // "by the storage board", "by Ann and Bob": names, or words that end with the name of a group.
    private bool ReadPeople()
    {
        var length = SupersessionPhrase.LengthAt(_shown, _at, _beforePeople);
        if (_status == DecisionStatus.Unknown || length == 0) return false;
        var names = new List<string>();
        var at = _at + length;
        var end = at;
        while (names.Count <= MostNames)
        {
            while (at < _shown.Length && (_shown[at] is ' ' or '&' || (_shown[at] == ',' && names.Count > 0))) at++;
            var next = EndOfWord(at);
            var name = _shown.Substring(at, next - at);
            // The date that follows is not a name.
            if (name.Length == 0 || DatePhrase.EndAt(_shown, at, out _) > 0 || _beforeDate.Contains(name, StringComparer.Ordinal)) break;
            at = end = next;
            if (!_articles.Contains(name) && !ReferencePhrase.IsBetween(name)) names.Add(name);
        }
        var isGroup = names.Count > 0 && _groups.Contains(names[names.Count - 1].ToLowerInvariant());
        if (names.Count is 0 or > MostNames || !(isGroup || names.TrueForAll(name => char.IsUpper(name[0])))) return false;
        (_at, _isAlone) = (end, false);
        return true;
    }

    // "on 2024-02-03"
    private bool ReadBeforeDate()
    {
        var before = SupersessionPhrase.LengthAt(_shown, _at, _beforeDate);
        if (_status == DecisionStatus.Unknown || before == 0) return false;
        _at += before;
        return SkipSpace() && ReadDate();
    }

    // A semicolon outside of a link ends a clause.
    private int EndOfClause() => _at + Reference.Split(_text.Substring(_at), ";").First().Length;

    private int AfterSee(int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(_shown[at]) || _shown[at] is '=' or '>' || Dividers.IndexOf(_shown[at]) >= 0)) at++;
        return at + SupersessionPhrase.LengthAt(_shown, at, ["see", "by", "siehe", "durch", "voir", "ver", "zie"]);
    }
}
