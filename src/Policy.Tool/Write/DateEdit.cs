using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Write;

/// <summary>Writes the date on which a record got its status, if the record states a date.</summary>
internal static class DateEdit
{
    /// <summary>The text with another date. A record without front matter does not get a date that it did not have.</summary>
    /// <param name="file">The file.</param>
    /// <param name="edited">Its text so far.</param>
    /// <param name="today">The current day.</param>
    /// <exception cref="ToolException">The date cannot be changed safely.</exception>
    public static EditedText Write(LogFile file, EditedText edited, string today)
    {
        var fields = file.With(edited.Text).Fields;
        if (fields.Prose("date") is { Value: YamlScalar prose })
        {
            // "2024-01-05, confirmed by Ann" would lose its remark.
            return Day.TryParse(prose.Text, out _)
                ? edited.Replace(prose.Place, today)
                : throw Refusal.Of(file, prose.Place, $"The date '{prose.Text}' is more than a date, or cannot be read.", $"the date '{today}' there");
        }
        if (fields.Key("date") is { } date)
        {
            return ValueEdit.Write(edited, date, _ => today)
                ?? throw Refusal.OfValue(file, date, "date", $"'date: {today}'");
        }
        // The date on which a record was created stays, and no other key is added beside it.
        var hasOther = FieldNames.Date.Any(name => fields.Key(name) is not null);
        return fields.Key("status") is { } status && !hasOther ? edited.Insert(status.Key.Place.Line + 1, $"date: {today}") : edited;
    }
}
