using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>Adds an amendment to a record's front matter, at the end of the list, or in a new list.</summary>
internal static class AmendmentEdit
{
    private const string Key = "amendments";

    // A new list goes before these keys.
    private static readonly string[] _after = ["waivers", FieldNames.Rules];

    /// <summary>The file's text with the amendment.</summary>
    /// <param name="file">The file.</param>
    /// <param name="today">The current day.</param>
    /// <param name="change">What changed.</param>
    /// <exception cref="ToolException">The amendment cannot be added safely.</exception>
    public static EditedText Write(LogFile file, string today, string change)
    {
        var edited = new EditedText(file.Text);
        var amendment = $"{{ date: {today}, change: {YamlText.Quoted(change)} }}";
        var fields = file.Fields;
        if (!fields.HasFrontMatter)
        {
            throw Refusal.Of(file, Place.Start, "Amendments belong in front matter, which the record does not have.",
                $"'---', '{Key}:', '  - {amendment}', '---' at its start");
        }
        if (LineOfFence(edited) is not { } fence)
        {
            throw Refusal.Of(file, Place.Start, "The front matter starts with '---' but does not end.",
                $"'{Key}:', '  - {amendment}', '---' after it");
        }
        return fields.Key(Key) is { } entry
            ? WriteInto(edited, fields, entry, amendment, fence)
                ?? throw Refusal.Of(file, entry.Value.Place, "The list of amendments has a form that cannot be extended safely.",
                $"'- {amendment}' at its end")
            : WriteNew(edited, fields, amendment, fence);
    }

    private static EditedText? WriteInto(EditedText edited, RecordFields fields, YamlEntry entry, string amendment, int fence)
    {
        var keyLine = edited.Line(entry.Key.Place.Line);
        switch (entry.Value)
        {
            case YamlScalar { IsLeftOpen: true }:
                return edited.Insert(keyLine.Number + 1, $"  - {amendment}");
            case YamlSequence { Items.Count: 0 } when edited.At(entry.Value.Place) is ['[', .., ']']:
                return WithoutValue(edited, entry).Insert(keyLine.Number + 1, $"  - {amendment}");
            case YamlSequence { Items.Count: > 0 } list when edited.At(list.Place) is ['[', .., ']']:
                var close = new Place(list.Place.Line, list.Place.EndColumn - 1, list.Place.Line, list.Place.EndColumn - 1);
                return edited.Replace(close with { Column = EndOfItems(edited, close) },
                    $", {amendment}{edited.At(close with { Column = EndOfItems(edited, close) })}");
            case YamlSequence { Items: [{ } first, ..] } when edited.Line(first.Place.Line).Text is { } line && line.TrimStart() is ['-', ' ', ..]:
                return edited.Insert(EndOf(edited, fields, entry, fence) + 1, $"{line[..(line.Length - line.TrimStart().Length)]}- {amendment}");
            default:
                return null;
        }
    }

    // Removes "[]" and the space before it; a comment after it stays.
    private static EditedText WithoutValue(EditedText edited, YamlEntry entry)
    {
        var before = edited.Line(entry.Value.Place.Line).Text[..(entry.Value.Place.Column - 1)].TrimEnd();
        return edited.Replace(entry.Value.Place with { Column = before.Length + 1 }, "");
    }

    // The column after the last item of a list in brackets: "[ { … } ]" keeps its space.
    private static int EndOfItems(EditedText edited, Place close) => edited.Line(close.Line).Text[..(close.Column - 1)].TrimEnd().Length + 1;

    // The last line of a key's value: the last line with content before the next key or the closing fence.
    private static int EndOf(EditedText edited, RecordFields fields, YamlEntry entry, int fence)
    {
        var next = fields.Keys.Select(key => key.Key.Place.Line).Where(line => line > entry.Key.Place.Line).DefaultIfEmpty(fence).Min();
        return LastBefore(edited, next);
    }

    private static EditedText WriteNew(EditedText edited, RecordFields fields, string amendment, int fence)
    {
        var later = fields.Keys.Where(key => _after.Contains(key.Key.Text, StringComparer.OrdinalIgnoreCase)).Select(key => key.Key.Place.Line);
        var before = later.DefaultIfEmpty(fence).Min();
        return edited.Insert(LastBefore(edited, before) + 1, $"{Key}:", $"  - {amendment}");
    }

    // A comment above a key belongs to it.
    private static int LastBefore(EditedText edited, int line)
    {
        var last = line - 1;
        while (last > 1 && edited.Line(last).Text.TrimStart() is "" or ['#', ..]) last--;
        return last;
    }

    // The line that ends the front matter, '---' or '...'; null if there is none.
    private static int? LineOfFence(EditedText edited) =>
        FrontMatter.Of(edited.Text) is { Yaml: not null, IsClosed: true } front ? front.BodyLine - 1 : null;
}
