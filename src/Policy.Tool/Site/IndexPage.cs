using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The page of all records: a table to filter and search, the files that cannot be read, and which records supersede which.</summary>
internal static class IndexPage
{
    public static string Of(SitePages pages) => Page.Of(null, pages.Title, SiteAssets.Script, html =>
    {
        html.Element("h1", pages.Title);
        html.Element("p", Count([.. pages.Log.EveryRecord]), ("class", "lead"));
        WriteUnreadable(html, [.. pages.Log.Unreadable()]);
        WriteFilter(html, [.. pages.Log.EveryRecord]);
        WriteTable(html, pages);
        if (pages.Supersession.Edges.Count == 0) return;
        html.Open("section", ("aria-labelledby", "supersession")).Element("h2", "Supersession", ("id", "supersession"));
        SupersessionDrawing.Write(html, pages.Supersession, pages, current: null);
        html.Close();
    });

    private static string Count(IReadOnlyList<AdrRecord> records)
    {
        var states = records.GroupBy(record => record.Decision.Status.Word())
            .OrderBy(group => StatusText.Words.ToList().IndexOf(group.Key))
            .Select(group => $"{group.Count()} {group.Key}");
        return $"{Plural.Of(records.Count, "record")}{(records.Count == 0 ? "" : ": ")}{string.Join(", ", states)}.";
    }

    private static void WriteUnreadable(Html html, List<FaultInFile> faults)
    {
        if (faults.Count == 0) return;
        html.Open("section", ("class", "faults"), ("aria-labelledby", "unreadable")).Element("h2", "Files not read as records", ("id", "unreadable"));
        RecordFaults.Write(html, faults);
        html.Close();
    }

    // The filter needs the script, which makes it visible.
    private static void WriteFilter(Html html, IReadOnlyList<AdrRecord> records)
    {
        html.Open("div", ("class", "filter"), ("id", "filter"), ("role", "search"), ("aria-label", "Decisions"), ("hidden", ""));
        html.Open("div")
            .Element("label", "Search", ("for", "words"))
            .Void("input", ("id", "words"), ("type", "search"), ("autocomplete", "off"), ("spellcheck", "false"))
            .Close();
        WriteChoice(html, "status", "Status", StatusText.Words.Where(word => records.Any(record => record.Decision.Status.Word() == word)));
        WriteChoice(html, "tag", "Tag", records.SelectMany(record => record.Decision.Tags)
            .Select(DisplayText.Visible)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase));
        html.Element("button", "Clear", ("id", "clear"), ("type", "button"));
        html.Close();
        html.Element("p", "", ("id", "found"), ("role", "status"));
    }

    private static void WriteChoice(Html html, string id, string label, IEnumerable<string> words)
    {
        var choices = words.ToList();
        html.Open("div", ("hidden", choices.Count == 0 ? "" : null))
            .Element("label", label, ("for", id))
            .Open("select", ("id", id))
            .Element("option", "all", ("value", ""));
        foreach (var choice in choices) html.Element("option", choice, ("value", choice));
        html.Close().Close();
    }

    private static void WriteTable(Html html, SitePages pages)
    {
        html.Open("table", ("class", "log"), ("id", "log")).Element("caption", "All decisions, in the order of their files", ("class", "unseen"));
        html.Open("thead").Open("tr");
        foreach (var column in new[] { "Id", "Decision", "Status" }) html.Element("th", column, ("scope", "col"));
        html.Close().Close().Open("tbody");
        foreach (var found in pages.Log.FoundWithPacks()) WriteRow(html, pages, found);
        html.Close().Close();
    }

    private static void WriteRow(Html html, SitePages pages, FoundRecord found)
    {
        var record = found.Record;
        html.Open("tr", ("data-status", record.Decision.Status.Word()), ("data-words", SearchedWords.Of(found)));
        html.Element("th", record.Decision.Id, ("scope", "row"));
        html.Open("td").Element("a", record.Decision.Title, ("class", "title"), ("href", pages.Names[record]));
        if (record.Decision.Aliases.Count > 0) html.Element("span", string.Join(", ", record.Decision.Aliases), ("class", "aliases"));
        if (record.Decision.Tags.Count > 0)
        {
            html.Open("ul", ("class", "tags"), ("aria-label", "Tags"));
            foreach (var tag in record.Decision.Tags) html.Element("li", tag);
            html.Close();
        }
        html.Close().Open("td");
        StatusBadge.Write(html, record, pages);
        html.Close().Close();
    }
}
