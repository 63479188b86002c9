using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>
/// Reads the fields of records without front matter as if front matter held them: lines, bullets and tables before the first section (MADR 2,
/// log4brains), lines such as <c>Date: 2016-02-12</c>, and the sections <c>## Status</c> (Nygard, adr-tools) and <c>## Metadata</c>.
/// </summary>
internal sealed class ProseFields
{
    private static readonly string[] _breaks = ["  ", "\\", "<br>", "<br/>", "<br />"];

    private readonly MarkdownBody _body;
    private readonly RecordConventions _conventions;
    private readonly List<YamlEntry> _entries = [];
    private readonly List<StatusSection> _heads = [];
    private readonly List<StatusSection> _sections = [];
    private readonly List<YamlScalar> _links = [];
    private StatusStatement? _aside;
    private DateOnly? _latestChange;
    private Room _room = Room.Head;
    private bool _isBelowLabel;
    private string? _field;

    private ProseFields(MarkdownBody body, RecordConventions conventions)
    {
        _body = body;
        _conventions = conventions;
    }

    // The part of the text that is being read.
    private enum Room
    {
        Head,
        Facts,
        Status,
        Field,
        Changes,
        Other,
    }

    /// <summary>The fields, without the status; null if the prose does not say anything about the record.</summary>
    /// <param name="body">The record's text.</param>
    /// <param name="conventions">How the repository writes its records.</param>
    public static ProseReading? Of(MarkdownBody body, RecordConventions conventions) => new ProseFields(body, conventions).Read();

    /// <summary>Whether a block is the heading of the section that holds the status.</summary>
    /// <param name="body">The record's text.</param>
    /// <param name="block">A block of it.</param>
    /// <param name="conventions">How the repository writes its records.</param>
    public static bool IsStatusHeading(MarkdownBody body, Block block, RecordConventions conventions) =>
        block.Level > 1 && conventions.IsStatusHeading(body.WordsOf(block));

    private ProseReading? Read()
    {
        var hasHeading = false;
        foreach (var block in _body.Blocks)
        {
            // The first heading is the title. Some authors underline it with '---'.
            var isTitle = block.Level == 1 && !hasHeading || (block.IsSetext && block.Start == FirstStart());
            if (block.Level > 0 && !isTitle) ReadHeading(block);
            else if (block.Level == 0) ReadBlock(block);
            hasHeading |= block.Level > 0;
        }
        // The section goes before a bullet above it.
        var section = Decided(_sections) ?? Decided(_heads) ?? (null, null);
        var status = section.Statement ?? _aside ?? StatusMention.In(_body, _conventions);
        AddAll("superseded-by", _heads.Concat(_sections).SelectMany(each => each.OtherSuccessors));
        AddAll("supersedes", _heads.Concat(_sections).SelectMany(each => each.Supersedes).Concat(_links));
        if (_entries.Count == 0 && status is null) return null;
        return new(new(_entries, _entries.Count > 0 ? _entries[0].Key.Place : status!.Place), status, section.Day ?? _latestChange);
    }

    // Two statements that differ contradict each other.
    private static (StatusStatement? Statement, DateOnly? Day)? Decided(List<StatusSection> sections)
    {
        var found = sections.Select(section => (Statement: section.Decide(), section)).Where(each => each.Statement is not null).ToList();
        if (found.Count == 0) return null;
        var (first, section) = found[0];
        var other = found.FirstOrDefault(each => each.Statement!.Phrase.Status != first!.Phrase.Status).Statement;
        return other is null
            ? (first, section.Day)
            : (new($"{first!.Text} / {other.Text}", other.Place, StatusPhrase.None, StatementForm.Contradiction), null);
    }

    private StatusSection LastSection => _sections[_sections.Count - 1];

    private int FirstStart() => _body.Blocks.First().Start;

    private void ReadHeading(Block heading)
    {
        // By CommonMark, text directly above a line '---' is a heading. If fields or a status are there, the author meant a rule below them.
        if (heading.IsSetext && _room is Room.Head or Room.Status && heading.Level == 2)
        {
            var lines = ShownLine.Of(_body, heading).Where(line => line.Line.Number < heading.LastLine && line.HasWords).ToList();
            var hasFields = lines.Exists(line => FieldLine.AllIn(line.Text, 0).Count > 0 && !IsHeadingOfStatus(line, lines.Count));
            if (_room == Room.Status && lines.Count > 0 && !IsHeadingOfStatus(lines[0], lines.Count)) LastSection.Add(lines, isInList: false);
            else if (hasFields) ReadLines(lines, isInList: false);
            if (hasFields) return;
        }
        _isBelowLabel = false;
        Enter(_body.WordsOf(heading));
        if (_room == Room.Other) ReadStatusIn(heading);
    }

    private void Enter(string words)
    {
        _field = FieldLabels.NameOf(words);
        _room = _conventions.IsStatusHeading(words) ? Room.Status
            : FieldLabels.IsFacts(words) ? Room.Facts
            : FieldLabels.IsChanges(words) ? Room.Changes
            : _field is not null ? Room.Field
            : Room.Other;
        if (_room == Room.Status) _sections.Add(new(_conventions));
    }

    // "**Status**" or "Status:" alone in a paragraph is a heading to its author.
    private bool ReadLabel(Block paragraph)
    {
        var lines = ShownLine.Of(_body, paragraph).Where(line => !line.IsBlank).Take(2).ToList();
        if (lines.Count != 1) return false;
        var text = lines[0].Text.Trim();
        var plain = text.TrimEnd(':', '\uFF1A');
        var isStrong = plain.Length > 4 && IsStrong(plain, "**") || IsStrong(plain, "__");
        var words = VisibleText.Of(text).Trim().TrimEnd(':', '\uFF1A').Trim();
        var isKnown = FieldLabels.NameOf(words) is not null || _conventions.IsStatusHeading(words);
        if (isKnown && (isStrong || (plain.Length < text.Length && _room == Room.Head)))
        {
            Enter(words);
            _isBelowLabel = true;
            return true;
        }
        if (isStrong && _isBelowLabel) _room = Room.Other;
        return false;
    }

    private static bool IsStrong(string text, string mark) =>
        text.StartsWith(mark, StringComparison.Ordinal) && text.IndexOf(mark, mark.Length, StringComparison.Ordinal) == text.Length - mark.Length;

    private static bool IsHeadingOfStatus(ShownLine line, int count) => count == 1 && FieldLabels.NameOf(VisibleText.Of(line.Text)) is not null;

    // "## Status: Accepted", "## Status - Accepted"
    private void ReadStatusIn(Block heading)
    {
        var line = ShownLine.Of(_body, heading).FirstOrDefault();
        if (line.Line.IsNone) return;
        var from = 0;
        while (from < line.Text.Length && line.Text[from] is '#' or ' ' or '\t') from++;
        var text = line.Text.TrimEnd('#', ' ', '\t');
        var dash = text.IndexOfAny(['-', '\u2013', '\u2014'], Math.Min(from, text.Length));
        var field = FieldLine.AllIn(text, Math.Min(from, text.Length)).FirstOrDefault(each => each.Name == FieldLabels.Status);
        var isDash = field.Name is null && dash > from && dash + 1 < text.Length && text[dash + 1] == ' ';
        if (isDash && FieldLabels.NameOf(VisibleText.Of(text.Substring(from, dash - from))) == FieldLabels.Status)
        {
            var start = dash + 1;
            while (start < text.Length && text[start] == ' ') start++;
            field = new(FieldLabels.Status, start, text.Length - start);
        }
        if (field.Name is null) return;
        _room = Room.Status;
        _sections.Add(new(_conventions));
        if (field.Length > 0) LastSection.Add(text.Substring(field.Start, field.Length), line.Line.Place(field.Start, field.Length));
    }

    private void ReadBlock(Block block)
    {
        foreach (var leaf in _body.LeavesOf(block))
        {
            var isInList = block.Kind == BlockKind.List;
            if (leaf.IsQuoted || (_room == Room.Status && leaf.Kind is BlockKind.FencedCode or BlockKind.IndentedCode))
            {
                NoteAside(leaf);
            }
            else if (leaf.Kind == BlockKind.Table)
            {
                ReadTable(leaf);
            }
            else if (leaf.Kind is BlockKind.Paragraph or BlockKind.Html or BlockKind.Heading)
            {
                if (!isInList && leaf.Kind == BlockKind.Paragraph && ReadLabel(leaf)) continue;
                ReadLines(ShownLine.Of(_body, leaf).Where(line => line.HasWords).ToList(), isInList);
            }
        }
    }

    private void ReadLines(List<ShownLine> lines, bool isInList)
    {
        switch (_room)
        {
            case Room.Head or Room.Facts:
                ReadFields(lines, isInList);
                break;
            case Room.Status when lines.Count > 0 && FieldLine.AllIn(lines[0], isInList) is { Count: > 0 } fields
                && fields[0].Name is not (FieldLabels.Status or FieldLabels.SupersededBy or FieldLabels.Supersedes):
                ReadFields(lines, isInList);
                break;
            case Room.Status:
                LastSection.Add(lines, isInList);
                break;
            case Room.Field when lines.Count > 0:
                var start = ListItem.Of(lines[0].Text, isInList).Start;
                Add(EntryOf(lines[0], new(_field!, start, lines[0].Text.TrimEnd().Length - start)));
                _room = Room.Other;
                break;
            case Room.Changes:
                foreach (var line in lines) NoteChange(line, isInList);
                break;
        }
        if (_room is not (Room.Status or Room.Head)) NoteStatusElsewhere(lines, isInList);
        // log4brains puts "- Supersedes [Title](file.md)" among the links at the end.
        if (!isInList || _room == Room.Status) return;
        foreach (var line in lines.Where(line => line.Text.TrimStart() is ['-' or '*', ..])) AddLink(line);
    }

    private void AddLink(ShownLine line)
    {
        var phrase = StatusPhrase.Of(line.Text.Substring(ListItem.Of(line.Text, isInList: true).Start), _conventions);
        if (phrase is not { IsUnderstood: true, Status: DecisionStatus.Unknown }) return;
        var place = line.Line.Place(0, line.Line.Length);
        _links.AddRange(phrase.Supersedes.Where(reference => reference.Any(char.IsDigit)).Select(reference => new YamlScalar(reference, false, place)));
    }

    // Below a line that is not a field, a line is the rest of a sentence.
    private void ReadFields(List<ShownLine> lines, bool isInList)
    {
        var status = default(StatusSection);
        for (var i = 0; i < lines.Count; i++)
        {
            var fields = FieldLine.AllIn(lines[i], isInList);
            // "Status:", and in the next line "Accepted"
            if (fields is [{ Length: 0 } label] && i + 1 < lines.Count && FieldLine.AllIn(lines[i + 1], isInList).Count == 0)
            {
                var value = lines[++i].Text;
                var start = value.Length - value.TrimStart().Length;
                status = Add(lines[i], [new(label.Name, start, value.TrimEnd().Length - start)]);
                continue;
            }
            if (fields.Count == 0 && i + 1 < lines.Count && FieldLine.DefinedBy(lines[i], lines[i + 1]) is { } definition)
            {
                status = Add(lines[++i], [definition]);
                continue;
            }
            if (fields.Count == 0 && !IsTitleAbove(lines, i) && !FieldLine.IsOther(lines[i], isInList))
            {
                // "Status: accepted", and in the next line "if the budget allows it"
                if (status is not null && !EndsInBreak(lines[i - 1])) status.GoOn(lines[i].Text.Trim());
                return;
            }
            status = Add(lines[i], fields);
        }
    }

    private static bool EndsInBreak(ShownLine line) =>
        _breaks.Any(sign => line.Text.EndsWith(sign, StringComparison.OrdinalIgnoreCase) || line.Line.Text.EndsWith(sign, StringComparison.OrdinalIgnoreCase));

    // A title without a mark, directly above the fields.
    private bool IsTitleAbove(List<ShownLine> lines, int index) => index == 0 && lines[0].Line.Start == FirstStart();

    // Returns where the status was added that ends the line, or null.
    private StatusSection? Add(ShownLine line, List<FieldLine> fields)
    {
        var status = default(StatusSection);
        foreach (var field in fields)
        {
            status = null;
            if (field.Name != FieldLabels.Status) Add(EntryOf(line, field));
            else if (field.Length > 0)
            {
                status = NewHead();
                status.Add(line.Text.Substring(field.Start, field.Length), line.Line.Place(field.Start, field.Length));
            }
        }
        return status;
    }

    private StatusSection NewHead()
    {
        _heads.Add(new(_conventions));
        return _heads[_heads.Count - 1];
    }

    private void ReadTable(Block table)
    {
        if (_room is not (Room.Head or Room.Facts or Room.Status)) return;
        var section = _room == Room.Status ? LastSection : NewHead();
        if (!FactTable.Read(TableCell.RowsOf(_body, table), section, Add, _conventions)) NoteAside(table);
    }

    private void NoteAside(Block leaf)
    {
        if (_room == Room.Status) LastSection.AddAside(ShownLine.WithCode(_body, leaf).FirstOrDefault(line => line.HasWords));
        else if (_room == Room.Head && _aside is null) NoteStatus(ShownLine.Of(_body, leaf));
    }

    private void NoteStatusElsewhere(List<ShownLine> lines, bool isInList)
    {
        if (_aside is null) NoteStatus(lines.Where(line => isInList || line == lines[0]));
    }

    private void NoteStatus(IEnumerable<ShownLine> lines)
    {
        foreach (var line in lines)
        {
            var start = line.Text.Length - line.Text.TrimStart(' ', '\t', '>', '-', '*', '+', '`').Length;
            if (!FieldLine.AllIn(line.Text, start).Exists(field => field is { Name: FieldLabels.Status, Length: > 0 })) continue;
            _aside = StatusStatement.AsideOf(line);
            return;
        }
    }

    private void NoteChange(ShownLine line, bool isInList)
    {
        var text = VisibleText.Of(line.Text).Substring(ListItem.Of(line.Text, isInList).Start).Trim();
        var end = text.IndexOfAny([':', ' ', '\t', '|']);
        if (Day.TryParse(end < 0 ? text : text.Substring(0, end), out var day) && (_latestChange is null || day > _latestChange)) _latestChange = day;
    }

    private void AddAll(string name, IEnumerable<YamlScalar> items)
    {
        var all = items.ToList();
        if (all.Count > 0) Add(new(new(name, true, all[0].Place), new YamlSequence([.. all], all[0].Place)));
    }

    // The first field of each name counts.
    private void Add(YamlEntry entry)
    {
        if (!_entries.Exists(e => e.Key.Text == entry.Key.Text)) _entries.Add(entry);
    }

    private static YamlEntry EntryOf(ShownLine line, FieldLine field)
    {
        var place = line.Line.Place(field.Start, field.Length);
        return new(new(field.Name, true, place), new YamlScalar(line.Text.Substring(field.Start, field.Length), false, place));
    }
}

/// <summary>What the prose of a record says about it.</summary>
/// <param name="Fields">Its fields, without the status.</param>
/// <param name="Status">The statement of its status; null if there is none.</param>
/// <param name="Day">The day beside its status or of its latest change, or null.</param>
internal sealed record ProseReading(YamlMapping Fields, StatusStatement? Status, DateOnly? Day);
