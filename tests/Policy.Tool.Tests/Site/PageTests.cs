using System.Security.Cryptography;
using System.Text;
using DecisionPolicies.Tool.Browse;

namespace DecisionPolicies.Tool.Tests.Site;

/// <summary>What the pages hold.</summary>
public sealed class PageTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_runs_and_loads_nothing_but_what_it_holds()
    {
        _folder.WithRecord("0001-one", "status: accepted", "# One\n");
        foreach (var name in new[] { "index.html", "0001-one.html" })
        {
            var page = Page(name);
            var policy = page.Named("meta").Single(meta => meta["http-equiv"] == "Content-Security-Policy")["content"]!;
            Assert.StartsWith("default-src 'none'; ", policy);
            var sources = page.Elements.Where(element => element.Name is "style" or "script")
                .Select(element => $"{element.Name}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.Text)))}'");
            Assert.All(sources, source => Assert.Contains(source, policy));
            Assert.Equal(name == "index.html" ? 1 : 0, page.Named("script").Count());
            Assert.All(page.Elements, element => Assert.Null(element["style"]));
        }
    }

    [Fact]
    public void The_index_has_a_row_for_each_record_without_any_script()
    {
        _folder.WithRecord("0001-one", "status: accepted\ndate: 2026-08-02\ntags: [a, b]\naliases: [Other]", "# One\n\nProse, of words.\n")
            .WithRecord("0002-two", "status: superseded by ADR-0001", "# Two\n");
        var page = Page("index.html");
        Assert.Equal(["Id", "Decision", "Status"], page.Named("th").Where(cell => cell["scope"] == "col").Select(cell => cell.Text));
        Assert.Equal(["ADR-0001", "ADR-0002"], page.Named("th").Where(cell => cell["scope"] == "row").Select(cell => cell.Text));
        Assert.Equal(["accepted", "superseded"], page.Named("tr").Select(row => row["data-status"]).OfType<string>());
        Assert.Contains(" prose ", page.Named("tr").First(row => row["data-words"] is not null)["data-words"]);
        Assert.Equal("", page.Elements.Single(element => element["id"] == "filter")["hidden"]);
        Assert.Equal("2 records: 1 accepted, 1 superseded.", page.Named("p").First().Text);
    }

    [Fact]
    public void The_script_folds_letters_as_the_words_are_folded()
    {
        _folder.WithRecord("0001-one", "status: accepted");
        Assert.Contains($"\"{FoldedText.Letters}\"", Page("index.html").TextOf("script"));
    }

    [Fact]
    public void A_record_page_says_what_the_record_says()
    {
        _folder.WithRecord(
            "0001-one",
            """
            status: accepted
            date: 2026-08-02
            decision-makers: [Somebody]
            tags: ["a & b"]
            because: It has to be.
            instead: [Do this.]
            allows: [This is fine.]
            revisit: { by: 2027-08-02, when: [It rains.] }
            amendments: [{ date: 2026-09-01, change: A word. }]
            rules:
              - { configuration: "A:B", forbid: true, environments: [Production], because: B is bad. }
            waivers:
              - { rule: "A:B", until: 2026-12-31, because: Not yet. }
            """,
            "# One\n\nProse.\n");
        var page = Page("0001-one.html");
        var texts = page.Elements.Select(element => element.Text.Trim()).ToList();
        Assert.Equal("One", page.TextOf("h1"));
        Assert.Equal(["Because", "Instead", "Allowed", "Rules", "Waivers", "Revisit", "Amendments", "Facts", "The record"],
            page.Named("h2").Select(heading => heading.Text));
        string[] expected =
        [
            "It has to be.", "Do this.", "This is fine.", "It rains.", "A word.", "B is bad.", "in Production", "must not be true", "Not yet.",
            "Somebody", "Prose.", "Decisions.One",
        ];
        foreach (var text in expected) Assert.Contains(text, texts);
        Assert.Equal(["2026-08-02", "2026-12-31", "2027-08-02", "2026-09-01"], page.Named("time").Select(time => time["datetime"]));
        Assert.Contains(page.Named("a"), link => link["href"] == "index.html#tag=a%20%26%20b");
        Assert.DoesNotContain("The title is not repeated", page.Named("h3").Select(heading => heading.Text));
    }

    [Fact]
    public void Headings_of_the_text_leave_no_level_out_and_are_below_those_of_the_page()
    {
        _folder.WithRecord("0001-one", "status: accepted", "# One\n\n#### Deep\n\n## Less\n\n### More\n\n# Top\n\n###### Six\n");
        Assert.Equal(["h3", "h3", "h4", "h3", "h4"],
            Page("0001-one.html").Elements.Where(element => element.Name.Length == 2 && element.Name[0] == 'h' && element.Name[1] > '2')
                .Select(element => element.Name));
    }

    [Fact]
    public void Links_between_records_lead_to_their_pages_and_others_to_the_repository()
    {
        _folder.WithRecord("0001-one", "status: accepted",
            "# One\n\n[a](0002-two.md) [b](./0002-two.md#why) [c](../../src/x%20y.cs#L3) [d](/docs/adr/0002-two.md) "
                + "[e](#why) [f](../../../out) [g](https://example.org/?a=1&b=2) [h](mailto:a@example.org)\n\n## Why\n")
            .WithRecord("0002-two", "status: accepted", "# Two\n\n## Why\n");
        Assert.Equal(
            ["0002-two.html", "0002-two.html#text-why", "https://example.org/r/src/x%20y.cs#L3", "0002-two.html", "#text-why", "https://example.org/?a=1&b=2",
                "mailto:a@example.org"],
            BodyLinks(Page("0001-one.html", "--link-base", "https://example.org/r")));
        Assert.Contains(Page("0001-one.html").Named("h3"), heading => heading["id"] == "text-why");
    }

    [Fact]
    public void Without_a_link_base_a_link_to_another_file_is_text()
    {
        _folder.WithRecord("0001-one", "status: accepted", "# One\n\n[code](../../src/x.cs)\n");
        var page = Page("0001-one.html");
        Assert.Empty(BodyLinks(page));
        Assert.Contains(page.Named("p"), paragraph => paragraph.Text == "code");
    }

    [Fact]
    public void An_image_is_named_and_not_loaded()
    {
        _folder.WithRecord("0001-one", "status: accepted",
            "# One\n\n![a chart](https://example.org/c.png) [![badge](b.svg)](https://example.org)\n\n<img src=\"d.png\" alt=\"a drawing\">\n");
        var page = Page("0001-one.html");
        Assert.Empty(page.Named("img"));
        Assert.Equal(["https://example.org/c.png", "https://example.org"], BodyLinks(page));
        Assert.Equal(["image: a chart", "image: badge"],
            page.Named("a").Where(link => link.Above.Contains("p") && link["href"]!.StartsWith("https://example.org", StringComparison.Ordinal))
                .Select(link => link.Text));
        Assert.Contains(page.Named("p"), paragraph => paragraph.Text == "image: a drawing, d.png");
    }

    [Fact]
    public void Comments_are_left_out_and_other_markup_is_text()
    {
        _folder.WithRecord("0001-one", "status: accepted",
            "# One\n\n<!-- unseen -->\nseen\n\n<details>\n<summary>More</summary>\n\ntext <kbd>x</kbd> List<string> <!-- unseen -->\n\n</details>\n");
        var texts = Page("0001-one.html").Named("p").Select(paragraph => paragraph.Text).ToList();
        Assert.Contains("seen", texts);
        Assert.Contains("More", texts);
        Assert.Contains("text x List<string>", texts.Select(text => text.Trim()));
        Assert.DoesNotContain(texts, text => text.Contains("unseen", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_nested_too_deeply_is_shown_unchanged()
    {
        _folder.WithRecord("0001-one", "status: accepted", $"# One\n\n{new string('>', 5000)} deep\n");
        Assert.Contains("deep", Page("0001-one.html").Named("pre").Single().Text);
    }

    [Fact]
    public void Supersession_is_drawn_where_a_record_takes_part_in_it()
    {
        _folder.WithRecord("0001-a", "status: superseded by ADR-0002", "# A\n")
            .WithRecord("0002-b", "status: accepted\nsupersedes: ADR-0001", "# B\n")
            .WithRecord("0003-c", "status: accepted", "# C\n");
        Assert.Empty(Page("0003-c.html").Named("svg"));
        foreach (var name in new[] { "index.html", "0001-a.html", "0002-b.html" })
        {
            var page = Page(name);
            Assert.Equal(2, page.Named("rect").Count());
            Assert.Single(page.Elements, element => element["class"] == "arrow");
            Assert.Contains(page.Named("li"), item => item.Text == "ADR-0001: A, is superseded by ADR-0002: B.");
            Assert.Equal(name == "index.html" ? 0 : 1, page.Named("a").Count(link => link["aria-current"] == "page"));
        }
        Assert.Contains(Page("0001-a.html").Named("a"), link => link["href"] == "0002-b.html" && link.Text == "ADR-0002");
    }

    private PageMarkup Page(string name, params string[] more)
    {
        _folder.Run(["site", "out/pages", .. more]);
        return PageMarkup.Of(_folder.Read($"out/pages/{name}"));
    }

    private static IEnumerable<string?> BodyLinks(PageMarkup page) =>
        page.Named("a").Where(link => link.Above.Contains("p") && link["class"] is null).Select(link => link["href"]);
}
