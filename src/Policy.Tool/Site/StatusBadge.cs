namespace DecisionPolicies.Tool.Site;

/// <summary>A record's status, its date, and its successors.</summary>
internal static class StatusBadge
{
    public static void Write(Html html, AdrRecord record, SitePages pages)
    {
        html.Element("span", record.Decision.Status.Word(), ("class", $"badge {record.Decision.Status.Word()}"));
        if (record.Decision.Date is { } date) html.Markup(" ").Element("time", date.InWords(), ("datetime", date.InWords()));
        if (record.Decision.SupersededBy.Count == 0) return;
        html.Markup(" ").Open("span", ("class", "by")).Text("by ");
        for (var i = 0; i < record.Decision.SupersededBy.Count; i++)
        {
            if (i > 0) html.Text(", ");
            WriteReference(html, record.Decision.SupersededBy[i], pages);
        }
        html.Close();
    }

    /// <summary>An id, as a link if the record exists.</summary>
    public static void WriteReference(Html html, string id, SitePages pages)
    {
        if (pages.Find(id) is { } other) html.Element("a", other.Decision.Id, ("href", pages.Names[other]), ("title", other.Decision.Title));
        else html.Text(id);
    }
}
