using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// Collects what one section or table says about the status, and decides. One entry is the status. Of several, the last counts if they follow a
/// decision's life, or else the one with the latest date; entries that contradict each other leave the status unknown.
/// </summary>
/// <param name="conventions">The words of the repository.</param>
internal sealed class StatusSection(RecordConventions conventions)
{
    private readonly List<Entry> _entries = [];
    private StatusStatement? _unread;
    private string? _takesBack;
    private bool _isInList;

    /// <summary>The predecessors that lines of the section name.</summary>
    public List<YamlScalar> Supersedes { get; } = [];

    /// <summary>The successors that lines of the section name, besides the one in its status.</summary>
    public IEnumerable<YamlScalar> OtherSuccessors =>
        Successors.Skip(1).SelectMany(entry => entry.Phrase.SupersededBy.Select(reference => Scalar(reference, entry.Place)));

    private IEnumerable<Entry> Successors => _entries.Where(entry => entry.Phrase.SupersededBy.Count > 0);

    /// <summary>Adds the lines of a paragraph or list item. If one of them is not understood, none is: "Accepted" may begin a sentence.</summary>
    /// <param name="lines">The lines that a page shows.</param>
    /// <param name="isInList">Whether they are in a list, after its marker.</param>
    public void Add(IEnumerable<ShownLine> lines, bool isInList)
    {
        var before = _entries.Count;
        foreach (var line in lines)
        {
            if (line.IsBlank) continue;
            var item = ListItem.Of(line.Text, isInList);
            var text = line.Text.Substring(item.Start).TrimEnd();
            var phrase = Add(text, line.Line.Place(item.Start, text.Length), item.IsTicked, isEntry: isInList);
            if (!phrase.IsUnderstood) TakeBack(before, text);
            if (!phrase.IsUnderstood || phrase.IsSentence) return;
        }
    }

    /// <summary>Notes that the sentence of the status goes on in the next line.</summary>
    /// <param name="text">The next line.</param>
    public void GoOn(string text) => TakeBack(0, text);

    // "Accepted", and in the next line "if the budget allows it".
    private void TakeBack(int from, string text)
    {
        if (from == _entries.Count) return;
        var first = _entries[from];
        if (from == 0) _unread = new($"{first.Text} {text}", first.Place, StatusPhrase.None, StatementForm.Value);
        else if (first.Phrase.Status > DecisionStatus.Accepted) _takesBack ??= $"{first.Text} {text}";
        _entries.RemoveRange(from, _entries.Count - from);
    }

    /// <summary>Adds one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Its place.</param>
    /// <param name="isTicked">Whether it is ticked; null if it has no box.</param>
    /// <param name="day">The day beside it, or null.</param>
    /// <param name="isEntry">Whether it is in a list or table, where each text is an entry of its own.</param>
    /// <returns>What it means.</returns>
    public StatusPhrase Add(string text, Place place, bool? isTicked = null, DateOnly? day = null, bool isEntry = false)
    {
        var phrase = StatusPhrase.Of(text, conventions);
        if (!phrase.IsUnderstood)
        {
            if (_entries.Count == 0) _unread ??= new(text, place, StatusPhrase.None, StatementForm.Value);
            // "2022: Withdrawn", "Superseded in part", and another item of the list; other sentences may follow a status.
            else if (phrase.IsDated || phrase.Begins > DecisionStatus.Accepted || (isEntry && _isInList)) _takesBack ??= text;
            return phrase;
        }
        _isInList |= isEntry;
        Supersedes.AddRange(phrase.Supersedes.Select(reference => Scalar(reference, place)));
        if (phrase.Status != DecisionStatus.Unknown) _entries.Add(new(phrase, text, place, isTicked, day ?? phrase.Date));
        // "Accepted", and below it the day.
        else if (phrase.Date is not null && _entries.Count > 0 && _entries[_entries.Count - 1] is { Day: null } last)
        {
            _entries[_entries.Count - 1] = last with { Day = phrase.Date };
        }
        return phrase;
    }

    /// <summary>Notes a text that is written where a status would be, but in a form that does not state one.</summary>
    /// <param name="line">Its first line.</param>
    public void AddAside(ShownLine line)
    {
        if (!line.IsBlank) Aside ??= StatusStatement.AsideOf(line);
    }

    /// <summary>The text that does not state a status, or null.</summary>
    public StatusStatement? Aside { get; private set; }

    /// <summary>The day of the entry that counts, or null.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The statement of the status; null if there is nothing of the kind.</summary>
    public StatusStatement? Decide()
    {
        // A section that begins with other words says something else.
        if (_unread is not null || _entries.Count == 0) return _unread ?? Aside;
        if (_takesBack is not null) return Contradiction();
        if (_entries.Exists(entry => entry.IsTicked is not null)) return Ticked();
        return _entries.Count == 1 ? Counts(_entries[0], FormOf(_entries[0])) : OfSeveral();
    }

    // A day in a line or cell of its own belongs to the status, too.
    private static StatementForm FormOf(Entry entry) =>
        entry.Day is not null && entry.Phrase.Date is null ? StatementForm.History
        : entry.Text.StartsWith("![", StringComparison.Ordinal) ? StatementForm.Picture
        : StatementForm.Value;

    private StatusStatement OfSeveral()
    {
        var last = _entries[_entries.Count - 1];
        var statuses = _entries.Select(entry => entry.Phrase.Status).Distinct().ToList();
        var dated = _entries.Where(entry => entry.Day is not null).ToList();
        if (statuses.Count == 1)
        {
            return Counts(Successors.FirstOrDefault() ?? (dated.Count == _entries.Count ? Latest(dated) : _entries[0]), StatementForm.History);
        }
        if (dated.Count == 0 && IsListOfWords(statuses)) return Contradiction();
        if (FollowsLife()) return Counts(last, last.Phrase.SupersededBy.Count > 0 ? FormOf(last) : StatementForm.History);
        if (dated.Count == 0) return Contradiction();
        var latest = Latest(dated);
        // A headline, and the dates below it.
        var others = _entries.Where(entry => entry.Day is null).ToList();
        var isSame = others.TrueForAll(entry => entry.Phrase.Status == latest.Phrase.Status);
        var isTie = dated.Exists(entry => entry.Day == latest.Day && entry.Phrase.Status != latest.Phrase.Status && Age(entry) == Age(latest));
        return isSame && !isTie ? Counts(others.FirstOrDefault() ?? latest, StatementForm.History) : Contradiction();
    }

    // Three words and more are rather the list of a template than a history. So is a list in which an earlier word is marked.
    private bool IsListOfWords(List<DecisionStatus> statuses) => statuses.Count > 2
        || (_entries.FindIndex(entry => entry.Phrase.IsMarked) is var marked and >= 0 && !_entries[_entries.Count - 1].Phrase.IsMarked
            && _entries[marked].Phrase.Status != _entries[_entries.Count - 1].Phrase.Status);

    // From proposed to accepted, and from there to deprecated or superseded.
    private bool FollowsLife()
    {
        for (var i = 1; i < _entries.Count; i++)
        {
            var (before, next) = (_entries[i - 1], _entries[i]);
            if (next.Day < before.Day || Age(next) < Age(before)) return false;
            if (Age(next) == Age(before) && next.Phrase.Status != before.Phrase.Status) return false;
        }
        return true;
    }

    // How far a status is in a decision's life. A decision is accepted or rejected.
    private static int Age(Entry entry) => entry.Phrase.Status switch
    {
        DecisionStatus.Proposed => 0,
        DecisionStatus.Accepted or DecisionStatus.Rejected => 1,
        DecisionStatus.Deprecated => 2,
        _ => 3,
    };

    private StatusStatement Ticked()
    {
        var ticked = _entries.Where(entry => entry.IsTicked == true).ToList();
        return ticked.Select(entry => entry.Phrase.Status).Distinct().Count() == 1 && _entries.TrueForAll(entry => entry.IsTicked is not null)
            ? Counts(ticked[ticked.Count - 1], StatementForm.CheckList)
            : Contradiction();
    }

    private StatusStatement Counts(Entry entry, StatementForm form)
    {
        Day = entry.Day;
        return new(entry.Text, entry.Place, entry.Phrase, form);
    }

    private StatusStatement Contradiction()
    {
        var texts = _entries.Select(entry => entry.Text).Concat(_takesBack is null ? [] : [_takesBack]);
        return new(string.Join(" / ", texts), _entries[0].Place, StatusPhrase.None, StatementForm.Contradiction);
    }

    private static Entry Latest(List<Entry> dated) => dated.Aggregate((latest, entry) =>
        entry.Day > latest.Day || (entry.Day == latest.Day && Age(entry) >= Age(latest)) ? entry : latest);

    private static YamlScalar Scalar(string text, Place place) => new(text, false, place);

    private sealed record Entry(StatusPhrase Phrase, string Text, Place Place, bool? IsTicked, DateOnly? Day);
}
