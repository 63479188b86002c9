using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records;

/// <summary>Reads the fields in a table: labels in its head and values below them, or labels in its first column.</summary>
internal static class FactTable
{
    /// <summary>Reads a table.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="section">Where a status is added.</param>
    /// <param name="add">Adds another field.</param>
    /// <param name="conventions">The words of the repository.</param>
    /// <returns>Whether the table has a known label.</returns>
    public static bool Read(List<List<TableCell>> rows, StatusSection section, Action<YamlEntry> add, RecordConventions conventions)
    {
        if (rows.Count == 0) return false;
        var labels = rows[0].Select(NameOf).ToList();
        var status = labels.IndexOf(FieldLabels.Status);
        // "| Status | Accepted |" in the head is a label and its value.
        var isPair = rows[0].Count == 2 && labels[0] is not null && labels[1] is null && (labels[0] != FieldLabels.Status || IsStatus(rows[0][1], conventions));
        if (labels.TrueForAll(label => label is null) || isPair) return ReadPairs(rows, section, add);
        // "| ADR | Status |" lists other records.
        if (labels[0] is null && !FieldLabels.IsVersion(VisibleText.Of(rows[0][0].Text))) return false;
        var values = rows.Skip(1).ToList();
        var date = labels.IndexOf(FieldLabels.Date);
        foreach (var row in values.Where(row => status >= 0 && status < row.Count && row[status].Length > 0))
        {
            var day = date >= 0 && date < row.Count && Day.TryParse(VisibleText.Of(row[date].Text), out var read) ? read : default(DateOnly?);
            // In the row of a history, the day comes first.
            section.Add(row[status].Text, row[status].Place, null, values.Count > 1 || date < status ? day : null, isEntry: true);
        }
        // With several rows, the other columns belong to each row's own status.
        if (values.Count != 1) return status >= 0;
        for (var column = 0; column < Math.Min(labels.Count, values[0].Count); column++)
        {
            if (labels[column] is { } name && name != FieldLabels.Status && values[0][column].Length > 0) add(EntryOf(name, values[0][column]));
        }
        return true;
    }

    private static bool ReadPairs(List<List<TableCell>> rows, StatusSection section, Action<YamlEntry> add)
    {
        var hasLabel = false;
        foreach (var row in rows.Where(row => row.Count == 2 && row[1].Length > 0))
        {
            if (NameOf(row[0]) is not { } name) continue;
            hasLabel = true;
            if (name == FieldLabels.Status) section.Add(row[1].Text, row[1].Place);
            else add(EntryOf(name, row[1]));
        }
        return hasLabel;
    }

    private static string? NameOf(TableCell cell) => cell.Length == 0 ? null : FieldLabels.NameOf(VisibleText.Of(cell.Text));

    private static bool IsStatus(TableCell cell, RecordConventions conventions) =>
        StatusPhrase.Of(cell.Text, conventions).Status != DecisionStatus.Unknown;

    private static YamlEntry EntryOf(string name, TableCell cell) => new(new(name, true, cell.Place), new YamlScalar(cell.Text, false, cell.Place));
}
