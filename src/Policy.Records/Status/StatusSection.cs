using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// Collects what one section or table says about the status, and decides. One entry is the status. Of several, the one with the latest date
/// counts, or else the last; entries that contradict each other leave the status unknown.
/// </summary>
/// <param name="conventions">The words of the repository.</param>
internal sealed class StatusSection(RecordConventions conventions)
{
    private readonly List<Entry> _entries = [];
    private StatusStatement? _unread;

    /// <summary>The predecessors that lines of the section name.</summary>
    public List<YamlScalar> Supersedes { get; } = [];

    /// <summary>The successors that lines of the section name, besides the one in its status.</summary>
    public IEnumerable<YamlScalar> OtherSuccessors =>
        Successors.Skip(1).SelectMany(entry => entry.Phrase.SupersededBy.Select(reference => Scalar(reference, entry.Place)));

    private IEnumerable<Entry> Successors => _entries.Where(entry => entry.Phrase.SupersededBy.Count > 0);

    /// <summary>Adds the lines of a paragraph or list item, up to the first line that is not understood: it begins a sentence.</summary>
    /// <param name="lines">The lines that a page shows.</param>
    /// <param name="isInList">Whether they are in a list, after its marker.</param>
    public void Add(IEnumerable<ShownLine> lines, bool isInList)
    {
        foreach (var line in lines)
        {
            if (line.IsBlank) continue;
            var item = ListItem.Of(line.Text, isInList);
            var text = line.Text.Substring(item.Start).TrimEnd();
            if (!Add(text, line.Line.Place(item.Start, text.Length), item.IsTicked)) return;
        }
    }

    /// <summary>Adds one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Its place.</param>
    /// <param name="isTicked">Whether it is ticked; null if it has no box.</param>
    /// <param name="day">The day beside it, or null.</param>
    /// <returns>Whether every word is understood.</returns>
    public bool Add(string text, Place place, bool? isTicked = null, DateOnly? day = null)
    {
        var phrase = StatusPhrase.Of(text, conventions);
        if (!phrase.IsUnderstood)
        {
            if (_entries.Count == 0) _unread ??= new(text, place, StatusPhrase.None, StatementForm.Value);
            return false;
        }
        Supersedes.AddRange(phrase.Supersedes.Select(reference => Scalar(reference, place)));
        if (phrase.Status != DecisionStatus.Unknown) _entries.Add(new(phrase, text, place, isTicked, day ?? phrase.Date));
        // "Accepted", and below it the day.
        else if (phrase.Date is not null && _entries.Count > 0 && _entries[_entries.Count - 1] is { Day: null } last)
        {
            _entries[_entries.Count - 1] = last with { Day = phrase.Date };
        }
        return !phrase.IsSentence;
    }

    /// <summary>Notes a text that is written where a status would be, but in a form that does not state one.</summary>
    /// <param name="line">Its first line.</param>
    public void AddAside(ShownLine line)
    {
        if (line.IsBlank) return;
        var text = line.Text.Trim();
        Aside ??= new(text, line.Line.Place(line.Text.Length - line.Text.TrimStart().Length, text.Length), StatusPhrase.None, StatementForm.Aside);
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
        if (_entries.Exists(entry => entry.IsTicked is not null)) return Ticked();
        if (Successors.FirstOrDefault() is { } successor) return Counts(successor, StatementForm.Value);
        if (_entries.Count == 1)
        {
            return Counts(_entries[0], _entries[0].Text.StartsWith("![", StringComparison.Ordinal) ? StatementForm.Picture : StatementForm.Value);
        }
        var statuses = _entries.Select(entry => entry.Phrase.Status).Distinct().ToList();
        var dated = _entries.Where(entry => entry.Day is not null).ToList();
        if (dated.Count == _entries.Count) return Counts(Latest(dated), StatementForm.History);
        // A headline, and the dates below it.
        if (dated.Count > 0)
        {
            var isSame = statuses.Count == 1 || Latest(dated).Phrase.Status == _entries[0].Phrase.Status;
            return isSame ? Counts(_entries[0], StatementForm.History) : Contradiction();
        }
        // Three words and more are rather the list of a template than a history.
        var isList = statuses.Count > 2 || (statuses.Contains(DecisionStatus.Accepted) && statuses.Contains(DecisionStatus.Rejected));
        return isList ? Contradiction() : Counts(_entries[_entries.Count - 1], StatementForm.History);
    }

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

    private StatusStatement Contradiction() =>
        new(string.Join(" / ", _entries.Select(entry => entry.Text)), _entries[0].Place, StatusPhrase.None, StatementForm.Contradiction);

    private static Entry Latest(List<Entry> dated) => dated.Aggregate((latest, entry) => entry.Day >= latest.Day ? entry : latest);

    private static YamlScalar Scalar(string text, Place place) => new(text, false, place);

    private sealed record Entry(StatusPhrase Phrase, string Text, Place Place, bool? IsTicked, DateOnly? Day);
}
