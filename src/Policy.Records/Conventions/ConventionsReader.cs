namespace DecisionPolicies.Records;

/// <summary>
/// Reads <c>decisions.yml</c>. What it cannot read it reports as a warning and leaves out: a record with rules then has no status, which is an
/// error, so that no rule is lost.
/// </summary>
internal static class ConventionsReader
{
    private const string Words = "statuses";
    private const string Headings = "status-headings";
    private const string Default = "default-status";
    private const string DefaultWithRules = "default-status-with-rules";
    private const string Ids = "ids";

    // Each word is compared with the words of each status.
    private const int MostWords = 200;
    private const int LongestText = 64 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="faults">Where faults are added.</param>
    public static RecordConventions Read(string text, List<Fault> faults)
    {
        if (text.Length > LongestText)
        {
            faults.Add(new(FaultKind.UnreadableConventions, Place.Start, $"The file is longer than {LongestText / 1024} KiB, so it is not read."));
            return RecordConventions.None;
        }
        var root = YamlReader.ReadDocument(text, 1, out var unreadable);
        if (unreadable is not null)
        {
            faults.Add(new(FaultKind.UnreadableConventions, unreadable.Place, $"The file cannot be read: {unreadable.Reason}"));
            return RecordConventions.None;
        }
        if (root is null or YamlScalar { IsNull: true }) return RecordConventions.None;
        if (root is not YamlMapping mapping)
        {
            faults.Add(new(FaultKind.UnreadableConventions, root.Place,
                $"The file is {root.Description}, not a mapping. Write lines of the form 'default-status: accepted'."));
            return RecordConventions.None;
        }
        return Read(new FieldReader(mapping, faults).Allow(RecordConventions.FileName, Severity.Warning, Words, Headings, Default, DefaultWithRules, Ids));
    }

    private static RecordConventions Read(FieldReader fields) => new()
    {
        Words = WordsOf(fields).ToValueList(),
        StatusHeadings = fields.List(Headings),
        IdSchemes = fields.List(Ids).Where(text => IsScheme(text, fields)).Select(text => new IdScheme(text)).ToValueList(),
        DefaultStatus = StatusOf(fields, Default),
        DefaultStatusWithRules = StatusOf(fields, DefaultWithRules),
    };

    private static IEnumerable<StatusWord> WordsOf(FieldReader fields)
    {
        if (fields.Mapping(Words) is not { } words) yield break;
        if (words.Entries.Count > MostWords) Report(words, words.Place, $"Only the first {MostWords} words are read.");
        foreach (var entry in words.Entries.Take(MostWords))
        {
            var word = StatusWords.Composed(string.Join(" ", entry.Key.Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));
            var status = StatusOf(words, entry.Key.Text);
            if (status == DecisionStatus.Unknown || word.Length == 0) continue;
            // Everyone who reads the record takes the words of MADR for what they are.
            if (StatusWords.OfMadr.Contains(word, StringComparer.OrdinalIgnoreCase) && !string.Equals(word, status.Word(), StringComparison.OrdinalIgnoreCase))
            {
                Report(words, entry.Value.Place, $"'{word}' is a status, and cannot mean another one.");
                continue;
            }
            yield return new(word, status);
        }
    }

    private static DecisionStatus StatusOf(FieldReader fields, string name)
    {
        if (fields.Text(name) is not { } text) return DecisionStatus.Unknown;
        var status = StatusWords.OfMadr.Contains(text, StringComparer.OrdinalIgnoreCase) ? StatusWords.Of(text.ToLowerInvariant()) : DecisionStatus.Unknown;
        if (status == DecisionStatus.Unknown)
        {
            Report(fields, fields.PlaceOf(name)!.Value,
                $"'{text}' is not a status.{Spelling.DidYouMean(text, StatusWords.OfMadr)} Write one of: {string.Join(", ", StatusWords.OfMadr)}.");
        }
        return status;
    }

    private static bool IsScheme(string text, FieldReader fields)
    {
        if (IdScheme.IsScheme(text)) return true;
        Report(fields, fields.PlaceOf(Ids)!.Value,
            $"'{text}' is not a form of ids. Write it with one {{number}}, as in 'RFC-{{number}}'; {{year}} and {{letters}} may be beside it.");
        return false;
    }

    private static void Report(FieldReader fields, Place place, string message) => fields.Report(FaultKind.UnreadableConventions, place, message);
}
