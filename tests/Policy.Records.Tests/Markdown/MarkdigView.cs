using DecisionPolicies.Records.Markdown;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace DecisionPolicies.Records.Tests.Markdown;

/// <summary>The blocks of a text as Markdig has them, with the extensions that pages are rendered with.</summary>
internal static class MarkdigView
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    public static MarkdownDocument Parse(string text) => Markdig.Markdown.Parse(text, _pipeline);

    /// <summary>Each block as its kind and its first and last line.</summary>
    public static List<string> Of(string text)
    {
        var lines = TextLine.Of(text, 0, 1).ToList();
        var document = Parse(text);
        var blocks = document.Where(block => block is not LinkReferenceDefinitionGroup).ToList();
        var definitions = document.Descendants<LinkReferenceDefinition>().SelectMany(definition => LinesOf(lines, definition)).ToHashSet();
        var shown = new List<string>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var (first, last) = (LineAt(lines, blocks[i].Span.Start), LineAt(lines, blocks[i].Span.End));
            var next = i + 1 < blocks.Count ? LineAt(lines, blocks[i + 1].Span.Start) : lines.Count + 1;
            // The paragraph above a table spans the table, and the definitions of links above a paragraph are in its span.
            if (blocks[i] is ParagraphBlock && next <= last) last = next - 1;
            while (blocks[i] is LeafBlock && definitions.Contains(first)) first++;
            // The lines of a fence that is not closed are in no span, nor is a table's rule without a table.
            while (last + 1 < next && !definitions.Contains(last + 1) && (blocks[i] is FencedCodeBlock || !IsBlank(lines[last]))) last++;
            // A list spans blank lines below it.
            while (last > first && IsBlank(lines[last - 1])) last--;
            shown.Add($"{KindOf(blocks[i])} {first}-{last}");
        }
        return shown;
    }

    private static IEnumerable<int> LinesOf(List<TextLine> lines, LinkReferenceDefinition definition)
    {
        var first = LineAt(lines, definition.Span.Start);
        return Enumerable.Range(first, LineAt(lines, definition.Span.End) - first + 1);
    }

    private static bool IsBlank(TextLine line) => string.IsNullOrWhiteSpace(line.Text);

    private static int LineAt(List<TextLine> lines, int at) => lines.FindLastIndex(line => line.Start <= at) + 1;

    private static string KindOf(Markdig.Syntax.Block block) => block switch
    {
        HeadingBlock heading => $"{nameof(BlockKind.Heading)} {heading.Level}",
        FencedCodeBlock => nameof(BlockKind.FencedCode),
        CodeBlock => nameof(BlockKind.IndentedCode),
        HtmlBlock => nameof(BlockKind.Html),
        ThematicBreakBlock => nameof(BlockKind.ThematicBreak),
        QuoteBlock => nameof(BlockKind.Quote),
        ListBlock => nameof(BlockKind.List),
        Table => nameof(BlockKind.Table),
        ParagraphBlock => nameof(BlockKind.Paragraph),
        _ => block.GetType().Name,
    };
}
