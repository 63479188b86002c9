using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>The other facts in a record: when to revisit it, what changed, the decision makers, and its file.</summary>
internal static class RecordFacts
{
    public static void Write(Html html, SitePages pages, AdrRecord record)
    {
        if (record.Decision.Revisit is { } revisit) WriteRevisit(html, revisit);
        if (record.Decision.Amendments.Count > 0) WriteAmendments(html, record.Decision.Amendments);
        html.Open("section", ("class", "facts")).Element("h2", "Facts").Open("dl");
        WriteReferences(html, "Supersedes", record.Decision.Supersedes, pages);
        WriteReferences(html, "Superseded by", record.Decision.SupersededBy, pages);
        WriteText(html, "Decided by", record.Decision.DecisionMakers);
        WriteTags(html, record.Decision.Tags);
        WriteText(html, "Also called", record.Decision.Aliases);
        if (record.Decision.Pack is { } pack) Term(html, "Pack").Text(pack.ToString()).Close();
        Term(html, "In code").Element("code", $"Decisions.{record.Name}").Close();
        WriteFile(html, pages, record);
        html.Close().Close();
    }

    private static void WriteRevisit(Html html, Revisit revisit)
    {
        html.Open("section", ("class", "revisit")).Element("h2", "Revisit");
        if (revisit.By is { } by)
        {
            html.Open("p")
                .Text("By ")
                .Element("time", by.InWords(), ("datetime", by.InWords()))
                .Text(revisit.When.Count > 0 ? ", or if any of these happens:" : ".")
                .Close();
        }
        else if (revisit.When.Count > 0) html.Element("p", "If any of these happens:");
        if (revisit.When.Count > 0)
        {
            html.Open("ul");
            foreach (var when in revisit.When) html.Element("li", when);
            html.Close();
        }
        html.Close();
    }

    private static void WriteAmendments(Html html, ValueList<Amendment> amendments)
    {
        html.Open("section", ("class", "amendments")).Element("h2", "Amendments").Open("ul");
        foreach (var amendment in amendments)
        {
            html.Open("li");
            if (amendment.Date is { } date) html.Element("time", date.InWords(), ("datetime", date.InWords())).Text(" ");
            html.Text(amendment.Change).Close();
        }
        html.Close().Close();
    }

    private static Html Term(Html html, string term) => html.Element("dt", term).Open("dd");

    private static void WriteText(Html html, string term, IReadOnlyList<string> words)
    {
        if (words.Count > 0) Term(html, term).Text(string.Join(", ", words)).Close();
    }

    private static void WriteReferences(Html html, string term, IReadOnlyList<string> ids, SitePages pages)
    {
        if (ids.Count == 0) return;
        Term(html, term);
        for (var i = 0; i < ids.Count; i++)
        {
            if (i > 0) html.Text(", ");
            StatusBadge.WriteReference(html, ids[i], pages);
            if (pages.Find(ids[i]) is { } other) html.Text($" ({other.Decision.Title})");
        }
        html.Close();
    }

    private static void WriteTags(Html html, IReadOnlyList<string> tags)
    {
        if (tags.Count == 0) return;
        Term(html, "Tags").Open("ul", ("class", "tags"));
        foreach (var tag in tags)
        {
            html.Open("li").Element("a", tag, ("href", $"{PageNames.Index}#tag={Uri.EscapeDataString(DisplayText.Visible(tag))}")).Close();
        }
        html.Close().Close();
    }

    private static void WriteFile(Html html, SitePages pages, AdrRecord record)
    {
        Term(html, "File");
        if (pages.Links.To(record) is var link && RecordLink.IsWeb(link)) html.Element("a", record.Path, ("href", link), ("rel", "noreferrer"));
        else html.Element("code", record.Path);
        html.Close();
    }
}
