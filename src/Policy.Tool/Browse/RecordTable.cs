using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary>Records in aligned columns: id, status, date, title.</summary>
internal static class RecordTable
{
    private const string Between = "  ";
    private const int DateWidth = 10;

    /// <summary>Writes the records.</summary>
    /// <param name="records">The records; at least one.</param>
    /// <param name="context">The surroundings.</param>
    public static void Write(IReadOnlyList<AdrRecord> records, ToolContext context)
    {
        var ids = records.Select(record => DisplayText.Neutralise(record.Decision.Id)).ToList();
        var idWidth = ids.Max(id => id.Length);
        var statusWidth = records.Max(record => record.Decision.Status.Word().Length);
        for (var i = 0; i < records.Count; i++)
        {
            var record = records[i];
            var status = record.Decision.Status.Coloured(record.Decision.Status.Word().PadRight(statusWidth), context.HasColour);
            var date = (record.Decision.Date?.InWords() ?? "").PadRight(DateWidth);
            var id = StatusText.Strong(ids[i].PadRight(idWidth), context.HasColour);
            context.Output.WriteLine(string.Join(Between, id, status, date, DisplayText.Neutralise(record.Decision.Title)).TrimEnd());
        }
    }
}
