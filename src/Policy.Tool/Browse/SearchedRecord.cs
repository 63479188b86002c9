using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary>A record that a search found.</summary>
/// <param name="Record">The record.</param>
/// <param name="Rank">Where the words were found: lower is closer to the subject of the record.</param>
/// <param name="Line">The line with most of the words, from 1; null if only the file's name has them.</param>
/// <param name="Column">Where the text begins in that line, from 1.</param>
/// <param name="Text">That line, without the space around it.</param>
/// <param name="Word">A word in it.</param>
internal sealed record SearchedRecord(AdrRecord Record, int Rank, int? Line, int Column, string Text, string Word)
{
    private const int InName = 0;
    private const int InTags = 1;
    private const int InText = 2;

    /// <summary>Searches a record for words; null if one of them is missing.</summary>
    /// <param name="found">The record and its file.</param>
    /// <param name="words">The words, folded. One with spaces is a phrase.</param>
    public static SearchedRecord? Of(FoundRecord found, IReadOnlyList<string> words)
    {
        var record = found.Record;
        string[] name = [FoldedText.Of(record.Decision.Title), FoldedText.Of(record.Decision.Id), FoldedText.Of(record.Name),
            .. record.Decision.Aliases.Select(FoldedText.Of)];
        string[] tags = [.. record.Decision.Tags.Select(FoldedText.Of)];
        var lines = TextLine.Of(found.File.Text, 0, 1).Select(line => FoldedText.Of(line.Text)).ToList();
        var text = string.Join(' ', lines);
        var places = words.Select(word => PlaceOf(word, name, tags, text)).ToList();
        if (places.Contains(null)) return null;
        var line = LineWithMost(lines, words) ?? LineOf(lines, text.IndexOf(words[0], StringComparison.Ordinal));
        var word = line is { } at ? words.FirstOrDefault(word => lines[at].Contains(word, StringComparison.Ordinal)) : null;
        var written = line is { } index ? TextLine.Of(found.File.Text, 0, 1).ElementAt(index).Text : "";
        var shown = written.Trim().TrimStart('\uFEFF');
        return new(record, RankOf(places), line + 1, written.IndexOf(shown, StringComparison.Ordinal) + 1, shown, word ?? "");
    }

    // The worst place of a word decides, then the sum of all places.
    private static int RankOf(List<int?> places) => (places.Max()!.Value * (places.Count + 1) * (InText + 1)) + places.Sum()!.Value;

    private static int? PlaceOf(string word, string[] name, string[] tags, string text) =>
        name.Any(part => part.Contains(word, StringComparison.Ordinal)) ? InName
        : tags.Any(tag => tag.Contains(word, StringComparison.Ordinal)) ? InTags
        : text.Contains(word, StringComparison.Ordinal) ? InText
        : null;

    private static int? LineWithMost(List<string> lines, IReadOnlyList<string> words)
    {
        var (best, most) = ((int?)null, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var count = words.Count(word => lines[i].Contains(word, StringComparison.Ordinal));
            if (count > most) (best, most) = (i, count);
        }
        return best;
    }

    // A phrase may continue on the next line.
    private static int? LineOf(List<string> lines, int index)
    {
        if (index < 0) return null;
        for (var i = 0; i < lines.Count; i++)
        {
            index -= lines[i].Length + 1;
            if (index < 0) return i;
        }
        return null;
    }
}
