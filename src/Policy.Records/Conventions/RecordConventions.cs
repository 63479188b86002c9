namespace DecisionPolicies.Records;

/// <summary>How the records of a folder are written, where that differs from what is read without a setting: the content of <c>decisions.yml</c>.</summary>
internal sealed record RecordConventions
{
    /// <summary>The name of the file that states them, beside the records.</summary>
    public const string FileName = "decisions.yml";

    /// <summary>No conventions of one's own.</summary>
    public static RecordConventions None { get; } = new();

    /// <summary>Words for statuses.</summary>
    public ValueList<StatusWord> Words { get; init; } = ValueList<StatusWord>.Empty;

    /// <summary>Headings of the section that holds the status.</summary>
    public ValueList<string> StatusHeadings { get; init; } = ValueList<string>.Empty;

    /// <summary>Forms of ids at the start of file names, as in <c>RFC-{number}</c>.</summary>
    public ValueList<IdScheme> IdSchemes { get; init; } = ValueList<IdScheme>.Empty;

    /// <summary>The status of a record that states neither a status nor rules; unknown for none.</summary>
    public DecisionStatus DefaultStatus { get; init; }

    /// <summary>The status of a record that states rules but not a status; unknown for none.</summary>
    public DecisionStatus DefaultStatusWithRules { get; init; }

    /// <summary>Whether a file states conventions.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsIn(string path) => path.EndsWith(FileName, StringComparison.OrdinalIgnoreCase)
        && (path.Length == FileName.Length || path[path.Length - FileName.Length - 1] is '/' or '\\');

    /// <summary>The status that words mean; unknown if they have no meaning, here or elsewhere.</summary>
    /// <param name="words">The words, with one space between them.</param>
    public DecisionStatus StatusOf(string words)
    {
        foreach (var own in Words)
        {
            if (string.Equals(own.Word, words, StringComparison.OrdinalIgnoreCase)) return own.Status;
        }
        return StatusWords.Of(words.ToLowerInvariant());
    }

    /// <summary>The largest number of words in a row that mean one status.</summary>
    public int MostWords => Words.Aggregate(StatusWords.MostWords, (most, own) => Math.Max(most, own.Word.Count(c => c == ' ') + 1));

    /// <summary>Whether a heading is that of the section that holds the status.</summary>
    /// <param name="heading">The heading, without marks.</param>
    public bool IsStatusHeading(string heading) =>
        FieldLabels.NameOf(heading) == FieldLabels.Status || StatusHeadings.Any(own => string.Equals(own, heading.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A word for a status.</summary>
/// <param name="Word">The word, or several with one space between them.</param>
/// <param name="Status">What it means.</param>
internal sealed record StatusWord(string Word, DecisionStatus Status);
