namespace DecisionPolicies.Tool.Site;

/// <summary>The frame of every page: head, link to the index, main part, footer.</summary>
internal static class Page
{
    /// <summary>Marks a page as written by this command.</summary>
    public const string Mark = "<meta name=\"generator\" content=\"decisions site\">";

    /// <summary>A whole page.</summary>
    /// <param name="title">The title of the page; null for the site's own.</param>
    /// <param name="site">The title of the site.</param>
    /// <param name="script">The script, or null.</param>
    /// <param name="main">Writes the main part.</param>
    public static string Of(string? title, string site, Asset? script, Action<Html> main)
    {
        var html = new Html();
        html.Markup("<!DOCTYPE html>\n").Open("html", ("lang", "en"));
        WriteHead(html, title is null ? site : $"{title} - {site}", script);
        html.Open("body");
        html.Element("a", "Skip to the content", ("class", "skip"), ("href", "#main")).Markup("\n");
        // The index itself begins with the title.
        if (title is not null) html.Open("header", ("class", "site")).Element("a", site, ("href", PageNames.Index)).Close();
        html.Open("main", ("id", "main"), ("tabindex", "-1"));
        main(html);
        html.Close();
        html.Open("footer", ("class", "site"))
            .Open("p")
            .Text("Written from the decision records by ")
            .Element("code", "decisions site")
            .Text(".")
            .Close()
            .Close();
        if (script is not null) html.Markup($"<script>{script.Text}</script>\n");
        return html.Close().Close().ToString();
    }

    private static void WriteHead(Html html, string title, Asset? script)
    {
        var policy = $"default-src 'none'; style-src {SiteAssets.Style.Source}; {(script is null ? "" : $"script-src {script.Source}; ")}img-src data:; "
            + "base-uri 'none'; form-action 'none'";
        html.Open("head");
        html.Void("meta", ("charset", "utf-8"));
        html.Markup(Mark + "\n");
        // The hashes need no escaping, and the quotation marks must stay unescaped.
        html.Markup($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        // Without an icon, a browser asks the server for one.
        html.Void("link", ("rel", "icon"), ("href", "data:,"));
        html.Element("title", title).Markup("\n");
        html.Markup($"<style>{SiteAssets.Style.Text}</style>\n");
        html.Close();
    }
}
