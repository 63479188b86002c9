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
        if (fields.HasStatusInProse) return edited.Replace(fields.Status!.PlaceOfWords, Instead(fields.Status.Text, link ?? status));
        if (fields.Key("status") is { } entry)
        {
            return ValueEdit.Write(edited, entry, old => Instead(old, status))
                ?? throw Refusal.Of(file, entry.Value.Place, "The status spans several lines, or is not text.", $"'status: {status}'");
        }
        if (!fields.HasFrontMatter) throw Refusal.Of(file, Place.Start, "The record does not state a status.", $"'## Status' and below it '{status}'");
        // Before its date, or after the keys that name the record.
        var date = fields.Key(FieldNames.Date);
        var named = fields.Keys.Where(key => key.Key.Text is "id" or "name" or "title")
            .Select(key => key.Key.Place.Line)
            .DefaultIfEmpty(FrontMatter.FirstLine - 1)
            .Max();
        return edited.Insert(date?.Key.Place.Line ?? named + 1, $"status: {status}");
    }

    // The rest of the status stays, and so does the case of its first letter: "Proposed; supersedes ADR-0045".
    private static string Instead(string old, string status)
    {
        var parts = Reference.Split(old, ";").ToList();
        var word = parts[0].TrimStart('*', '_', ' ');
        var spelled = word.Length > 0 && char.IsUpper(word[0]) ? char.ToUpperInvariant(status[0]) + status[1..] : status;
        return string.Join(';', parts.Skip(1).Prepend(spelled));
    }
}
