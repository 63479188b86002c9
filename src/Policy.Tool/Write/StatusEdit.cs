using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>Writes a record's status in its place: in front matter, under <c>## Status</c>, or in a bullet.</summary>
internal static class StatusEdit
{
    /// <summary>The file's text with another status.</summary>
    /// <param name="file">The file.</param>
    /// <param name="edited">Its text so far.</param>
    /// <param name="status">The status in lower case, as in <c>accepted</c>.</param>
    /// <param name="link">The status for prose, where a record is named by a link; null for the same text.</param>
    /// <exception cref="ToolException">The status cannot be changed safely.</exception>
    public static EditedText Write(LogFile file, EditedText edited, string status, string? link = null)
    {
        var fields = file.With(edited.Text).Fields;
        if (fields.Status is { } statement && WhyNot(statement) is { } why)
        {
            throw Refusal.Of(file, statement.Place, $"{why} {Lines(edited, statement, link ?? status)}", $"the status '{link ?? status}' there");
        }
        if (fields.HasStatusInProse) return edited.Replace(fields.Status!.PlaceOfWords, InCaseOf(edited.At(fields.Status.PlaceOfWords), link ?? status));
        if (fields.Key("status") is { } entry)
        {
            return ValueEdit.Write(edited, entry, old => Instead(old, status, file.Conventions))
                ?? throw Refusal.OfValue(file, entry, "status", $"'status: {status}'");
        }
        if (!fields.HasFrontMatter) throw Refusal.Of(file, Place.Start, "The record does not state a status.", $"'## Status' and below it '{status}'");
        // A line beside what is not understood could become part of it, or the other way round.
        if (Refusal.IsUnreadable(file)) throw Refusal.Of(file, Place.Start, Refusal.NoYaml, $"'status: {status}'");
        // Before its date, or after the keys that name the record.
        var date = fields.Key(FieldNames.Date);
        var named = fields.Keys.Where(key => key.Key.Text is "id" or "name" or "title")
            .Select(key => key.Key.Place.Line)
            .DefaultIfEmpty(FrontMatter.FirstLine - 1)
            .Max();
        return edited.Insert(date?.Key.Place.Line ?? named + 1, $"status: {status}");
    }

    // Why a status is not replaced; null if nothing beside it would have to change as well.
    private static string? WhyNot(StatusStatement statement) => statement.Form switch
    {
        StatementForm.History => "The status is the latest entry of a history, to which an entry must be added.",
        StatementForm.CheckList => "The status is a ticked box among others.",
        StatementForm.Picture => "The status is an image.",
        StatementForm.Contradiction => "Several entries state different statuses.",
        StatementForm.Aside => "The status is in a place where it is not read.",
        _ when statement.Phrase.Status == DecisionStatus.Unknown => "The status is not one of the known words.",
        _ when !statement.Phrase.IsAlone => "A date or a remark beside the status belongs to the old one.",
        _ => null,
    };

    // The line as it is, and as it would be with the status replaced, if it is certain where that is.
    private static string Lines(EditedText edited, StatusStatement statement, string status)
    {
        var (line, words) = (statement.Place.Line, statement.PlaceOfWords);
        var old = edited.At(words);
        var isCertain = old.Length > 0 && old == statement.Text.Substring(statement.Phrase.Start, statement.Phrase.Length);
        var become = isCertain ? $", and would have become '{edited.Replace(words, InCaseOf(old, status)).Line(line).Text.Trim()}'" : "";
        return $"The line is '{edited.Line(line).Text.Trim()}'{become}.";
    }

    // The marks around the words and the rest of the status stay: "**Proposed**; supersedes ADR-0045".
    private static string Instead(string old, string status, RecordConventions conventions)
    {
        var phrase = StatusPhrase.Of(old, conventions);
        return old[..phrase.Start] + InCaseOf(old[phrase.Start..], status) + old[(phrase.Start + phrase.Length)..];
    }

    private static string InCaseOf(string old, string status) =>
        old.Length > 0 && char.IsUpper(old[0]) ? char.ToUpperInvariant(status[0]) + status[1..] : status;
}
