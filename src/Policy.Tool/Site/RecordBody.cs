using System.Globalization;
using System.Text;
using DecisionPolicies.Records.Markdown;
using DecisionPolicies.Tool.Repository;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace DecisionPolicies.Tool.Site;

/// <summary>The text of a record as HTML. Whatever stands there, it runs nothing, loads nothing and leads only to pages and files.</summary>
internal static class RecordBody
{
    // Nothing that could give an element attributes of the record's choice, or fetch what it names.
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>The HTML; empty where the record has no text.</summary>
    /// <param name="found">The record.</param>
    /// <param name="pages">All pages, to which links to other records lead.</param>
    public static string Of(FoundRecord found, SitePages pages)
    {
        var text = found.File.Text;
        var frontMatter = FrontMatter.Of(text);
        var prose = Neutralised(text[frontMatter.BodyStart..]);
        if (string.IsNullOrWhiteSpace(prose)) return "";
        try
        {
            var document = Markdown.Parse(prose, _pipeline);
            BodyHeadings.Fit(document, repeatsTitle: Heading.Of(MarkdownBody.Of(text, frontMatter)).Title == found.Record.Decision.Title);
            new BodyLinks(found.Record.Path, pages).Rewrite(document);
            BodyBlocks.Prepare(document);
            return Rendered(document);
        }
        // What is nested too deep for the parser is shown as it is.
        catch (ArgumentException)
        {
            return $"<pre tabindex=\"0\">{string.Join('\n', prose.Split('\n').Select(line => Html.Escaped(line.TrimEnd('\r'))))}</pre>\n";
        }
    }

    private static string Rendered(MarkdownDocument document)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        _pipeline.Setup(renderer);
        BodyHtml.Install(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    // As text elsewhere, but with its lines.
    private static string Neutralised(string text)
    {
        var harmless = new StringBuilder(text.Length);
        foreach (var line in TextLine.Of(text, 0, 1))
        {
            var tabs = line.Text.Split('\t').Select(DisplayText.Neutralise);
            harmless.AppendJoin('\t', tabs).Append('\n');
        }
        return harmless.ToString();
    }
}
