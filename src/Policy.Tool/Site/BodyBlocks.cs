using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DecisionPolicies.Tool.Site;

/// <summary>Prepares code and tables: the keyboard can scroll what is wider than the page, and no element has a style attribute.</summary>
internal static class BodyBlocks
{
    /// <summary>Prepares the code and tables of a document.</summary>
    /// <param name="document">The record's text.</param>
    public static void Prepare(MarkdownDocument document)
    {
        foreach (var code in document.Descendants<CodeBlock>()) code.SetAttributes(With("tabindex", "0"));
        foreach (var table in document.Descendants<Table>()) Prepare(table);
    }

    private static void Prepare(Table table)
    {
        // The page's policy forbids style attributes, so alignment becomes a class.
        var alignments = table.ColumnDefinitions.Select(column => column.Alignment).ToList();
        foreach (var column in table.ColumnDefinitions) (column.Alignment, column.Width) = (null, 0);
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i] is not TableCell cell) continue;
                // An empty header cell is not a header.
                var attributes = !row.IsHeader ? new HtmlAttributes() : cell.Descendants<LeafInline>().Any() ? With("scope", "col") : With("role", "cell");
                if (i < alignments.Count && alignments[i] is TableColumnAlign.Right or TableColumnAlign.Center)
                {
                    attributes.AddClass(alignments[i] == TableColumnAlign.Right ? "right" : "centre");
                }
                cell.SetAttributes(attributes);
            }
        }
    }

    private static HtmlAttributes With(string name, string value)
    {
        var attributes = new HtmlAttributes();
        attributes.AddProperty(name, value);
        return attributes;
    }
}
