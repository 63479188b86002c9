using System.Globalization;
using System.Text;
using DecisionPolicies.Records.Markdown;
using DecisionPolicies.Tool.Repository;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace DecisionPolicies.Tool.Site;

/// <summary>The text of a record as HTML. Whatever the text, it runs nothing, loads nothing and links only to pages and files.</summary>
internal static class RecordBody
{
    // Without extensions that let a record set attributes or load files.
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>The HTML; empty if the record does not have a text.</summary>
    /// <param name="found">The record.</param>
    /// <param name="pages">All pages, for links to other records.</param>
    public static string Of(FoundRecord found, SitePages pages)
    {
        var text = found.File.Text;
        var frontMatter = FrontMatter.Of(text);
        var prose = Neutralised(text[frontMatter.BodyStart..]);
        if (string.IsNullOrWhiteSpace(prose)) return "";
        if (HeavyMarkdown.Is(prose)) return Unchanged(prose);
        try
        {
            var document = Markdown.Parse(prose, _pipeline);
            var heading = Heading.Of(MarkdownBody.Of(text, frontMatter), FileName.Of(found.Record.Path));
            BodyHeadings.Fit(document, repeatsTitle: heading.Title == found.Record.Decision.Title);
            new BodyLinks(found.Record, pages).Rewrite(document);
            BodyBlocks.Prepare(document);
            return Rendered(document);
        }
        // A text that is nested too deeply for the parser is shown unchanged.
        catch (ArgumentException)
        {
            return Unchanged(prose);
        }
    }

    private static string Unchanged(string prose) =>
        $"<pre tabindex=\"0\">{string.Join('\n', prose.Split('\n').Select(line => Html.Escaped(line.TrimEnd('\r'))))}</pre>\n";

    private static string Rendered(MarkdownDocument document)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        _pipeline.Setup(renderer);
        BodyHtml.Install(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    // Neutralised line by line.
    private static string Neutralised(string text)
    {
        var harmless = new StringBuilder(text.Length);
        foreach (var line in TextLine.Of(text, 0, 1))
        {
            var tabs = line.Text.Split('\t').Select(DisplayText.Visible);
            harmless.AppendJoin('\t', tabs).Append('\n');
        }
        return harmless.ToString();
    }
}
