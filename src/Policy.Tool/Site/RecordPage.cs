using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The page of a record: the decision, its rules in words, and its text.</summary>
internal static class RecordPage
{
    // Every record of a long chain has a page: if each drew all of it, the pages would grow with the square of its length.
    private const int MostDrawn = 24;

    public static string Of(SitePages pages, FoundRecord found, Neighbours neighbours) =>
        Page.Of(found.Record.Decision.ToString(), pages.Title, null, html => Write(html, pages, found, neighbours));

    private static void Write(Html html, SitePages pages, FoundRecord found, Neighbours neighbours)
    {
        var record = found.Record;
        html.Open("article");
        html.Open("header");
        html.Open("p", ("class", "state")).Element("span", record.Decision.Citation(), ("class", "id")).Markup(" ");
        StatusBadge.Write(html, record, pages);
        html.Close();
        html.Element("h1", record.Decision.Title);
        html.Close();
        WriteDecision(html, record);
        RecordRules.Write(html, record);
        WriteSupersession(html, pages, record);
        RecordFacts.Write(html, pages, record);
        WriteFaults(html, pages, record);
        WriteText(html, pages, found);
        html.Close();
        WriteNeighbours(html, pages, neighbours);
    }

    private static void WriteDecision(Html html, AdrRecord record)
    {
        if (record.Decision.Because is { } because) html.Open("section", ("class", "because")).Element("h2", "Because").Element("p", because).Close();
        WriteList(html, "Instead", record.Decision.Instead, "instead");
        WriteList(html, "Allowed", record.Decision.Allows, "allowed");
    }

    private static void WriteList(Html html, string heading, IReadOnlyList<string> items, string kind)
    {
        if (items.Count == 0) return;
        html.Open("section", ("class", kind)).Element("h2", heading).Open("ul");
        foreach (var item in items) html.Element("li", item);
        html.Close().Close();
    }

    private static void WriteSupersession(Html html, SitePages pages, AdrRecord record)
    {
        var graph = pages.Supersession.Around(record, MostDrawn);
        if (graph.Edges.Count == 0) return;
        html.Open("section", ("class", "supersession")).Element("h2", "Supersession");
        SupersessionDrawing.Write(html, graph, pages, record);
        if (graph.Nodes.Count == MostDrawn)
        {
            html.Open("p")
                .Text($"At most {MostDrawn} records are drawn here, the nearest ones. ")
                .Element("a", "The index shows all.", ("href", $"{PageNames.Index}#supersession"))
                .Close();
        }
        html.Close();
    }

    private static void WriteFaults(Html html, SitePages pages, AdrRecord record)
    {
        var faults = pages.Log.FaultsBeside(record.Path).ToList();
        if (faults.Count == 0) return;
        html.Open("section", ("class", "faults")).Element("h2", "Faults in this record");
        RecordFaults.Write(html, faults);
        html.Close();
    }

    private static void WriteText(Html html, SitePages pages, FoundRecord found)
    {
        var text = RecordBody.Of(found, pages);
        if (text.Length == 0) return;
        html.Open("section", ("class", "body")).Element("h2", "The record").Markup(text).Close();
    }

    private static void WriteNeighbours(Html html, SitePages pages, Neighbours neighbours)
    {
        if (neighbours is (null, null)) return;
        html.Open("nav", ("class", "neighbours"), ("aria-label", "Previous and next record"));
        if (neighbours.Before is { } before)
        {
            html.Element("a", $"\u2190 {before.Decision.Id}: {before.Decision.Title}", ("href", pages.Names[before]), ("rel", "prev")).Markup("\n");
        }
        if (neighbours.After is { } after)
        {
            html.Element("a", $"{after.Decision.Id}: {after.Decision.Title} \u2192", ("href", pages.Names[after]), ("rel", "next")).Markup("\n");
        }
        html.Close();
    }
}
