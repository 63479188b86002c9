using System.Globalization;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Site;

/// <summary>Draws which records supersede which, with the same in words below.</summary>
internal static class SupersessionDrawing
{
    private const int Width = 230;
    private const int Height = 52;
    private const int Across = 56;
    private const int Down = 16;
    private const int Margin = 4;
    private const int LongestTitle = 32;

    public static void Write(Html html, SupersessionGraph graph, SitePages pages, AdrRecord? current)
    {
        var layout = SupersessionLayout.Of(graph);
        var (width, height) = ((layout.Columns * (Width + Across)) - Across + (2 * Margin), (layout.Rows * (Height + Down)) - Down + (2 * Margin));
        html.Open("figure");
        html.Open("div", ("class", "wide"), ("role", "region"), ("aria-label", "Diagram of superseded records"), ("tabindex", "0"));
        html.Open("svg", ("class", "graph"), ("role", "group"), ("aria-label", "An arrow leads from each record to the one that supersedes it"),
            ("width", Text(width)), ("height", Text(height)), ("viewBox", $"0 0 {width} {height}"));
        html.Markup("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path "
            + "class=\"head\" d=\"M0 0L8 4L0 8Z\"/></marker></defs>\n");
        foreach (var edge in graph.Edges) WriteArrow(html, layout[edge.Old], layout[edge.New]);
        foreach (var node in graph.Nodes) WriteNode(html, node, layout[node], pages, current);
        html.Close().Close();
        html.Open("figcaption").Open("ul");
        foreach (var edge in graph.Edges) html.Element("li", $"{edge.Old.Label}, is superseded by {edge.New.Label}.");
        html.Close().Close().Close();
    }

    private static void WriteArrow(Html html, (int Column, int Row) from, (int Column, int Row) to)
    {
        var (x1, y1) = (Left(from) + Width, Top(from) + (Height / 2));
        var (x2, y2) = (Left(to), Top(to) + (Height / 2));
        var bend = Across / 2;
        html.Markup(string.Create(CultureInfo.InvariantCulture,
            $"<path class=\"arrow\" marker-end=\"url(#arrow)\" d=\"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}\"/>\n"));
    }

    private static void WriteNode(Html html, SupersessionNode node, (int Column, int Row) cell, SitePages pages, AdrRecord? current)
    {
        var (x, y) = (Left(cell), Top(cell));
        var isCurrent = node.Record is not null && ReferenceEquals(node.Record, current);
        html.Open("g", ("class", $"node {node.Record?.Decision.Status.Word() ?? "missing"}{(isCurrent ? " current" : "")}"));
        if (node.Record is { } record) html.Open("a", ("href", pages.Names[record]), ("aria-current", isCurrent ? "page" : null));
        html.Markup(string.Create(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{Width}\" height=\"{Height}\" rx=\"6\"/>"));
        html.Element("text", $"{node.Id} \u00B7 {node.Record?.Decision.Status.Word() ?? "no such record"}", ("class", "id"), ("x", Text(x + 12)),
            ("y", Text(y + 21)));
        if (node.Record is not null) html.Element("text", Shortened(node.Record.Decision.Title), ("x", Text(x + 12)), ("y", Text(y + 40))).Close();
        html.Close();
    }

    private static int Left((int Column, int Row) cell) => Margin + (cell.Column * (Width + Across));

    private static int Top((int Column, int Row) cell) => Margin + (cell.Row * (Height + Down));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shortened(string title)
    {
        var letters = new StringInfo(title);
        return letters.LengthInTextElements <= LongestTitle ? title : letters.SubstringByTextElements(0, LongestTitle - 1).TrimEnd() + "\u2026";
    }
}
