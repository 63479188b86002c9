namespace DecisionPolicies.Records;

/// <summary>The status of a record, and the records that its status names.</summary>
/// <param name="Status">The status.</param>
/// <param name="SupersededBy">The successors that the status names, as references.</param>
/// <param name="Supersedes">The predecessors that the status names, as references.</param>
internal sealed record StatusReading(DecisionStatus Status, IEnumerable<string> SupersededBy, IEnumerable<string> Supersedes);

/// <summary>Reads a status. An unknown word stays unknown: it is never taken for a status that is enforced.</summary>
internal static class StatusReader
{
    /// <summary>Where the front matter states the status; null if it does not.</summary>
    /// <param name="front">The front matter.</param>
    /// <param name="conventions">The words of the repository.</param>
    public static StatusStatement? StatementIn(FieldReader front, RecordConventions conventions) =>
        front.PlacedText(FieldLabels.Status) is { Text.Length: > 0 } stated
            ? new(stated.Text, stated.Place, StatusPhrase.Of(stated.Text, conventions), StatementForm.Value)
            : null;

    /// <summary>The status of a record.</summary>
    /// <param name="front">The record's fields.</param>
    /// <param name="statement">Where the record states its status, or null.</param>
    /// <param name="file">The record's file name. In the format of log4brains, a missing status means accepted.</param>
    /// <param name="conventions">The words of the repository.</param>
    public static StatusReading Read(FieldReader front, StatusStatement? statement, FileName file, RecordConventions conventions)
    {
        if (statement is not null) return Read(front, statement);
        var hasRules = RuleReader.HasRules(front);
        // A value that is not text, such as a mapping, is not a missing status.
        if (front.Node(FieldLabels.Status) is null or YamlScalar)
        {
            var status = hasRules ? conventions.DefaultStatusWithRules : conventions.DefaultStatus;
            if (status != DecisionStatus.Unknown) return new(status, [], []);
            if (file.IsLog4brains && front.Node(FieldLabels.Status) is null && !hasRules) return new(DecisionStatus.Accepted, [], []);
            // Front matter that cannot be read may state one.
            if (!front.HasFault(FaultKind.UnreadableFrontMatter))
            {
                Report(front, front.PlaceOf(FieldLabels.Status) ?? front.Place, "The record does not have a status.");
            }
        }
        else front.Text(FieldLabels.Status);
        return new(DecisionStatus.Unknown, [], []);
    }

    private static StatusReading Read(FieldReader front, StatusStatement statement)
    {
        var phrase = statement.Phrase;
        if (phrase.Status == DecisionStatus.Unknown) Report(front, statement.Place, What(statement));
        return new(phrase.Status, phrase.SupersededBy, phrase.Supersedes);
    }

    private static string What(StatusStatement statement) => statement.Form switch
    {
        StatementForm.Contradiction => $"'{statement.Text}' can be read as more than one status.",
        StatementForm.Aside => $"'{statement.Text}' is written where it does not state the status of the record, as in a quotation, code or another section.",
        _ => $"'{statement.Text}' is not a known status.{Spelling.DidYouMean(statement.Text, StatusWords.OfMadr)}",
    };

    private static void Report(FieldReader front, Place place, string what) =>
        front.Report(FaultKind.UnknownStatus, place, what + " Write one of: proposed, accepted, rejected, deprecated, superseded by ADR-0009.");
}
