using System.Globalization;
using System.Text;
using DecisionPolicies.Tool.Repository;

namespace DecisionPolicies.Tool.Browse;

/// <summary>Writes a flowchart in the language of Mermaid.</summary>
internal static class Mermaid
{
    private const string Missing = "missing";

    // Dark text on a light background is legible on a light page and on a dark one.
    private static readonly (string Class, string Style)[] _classes =
    [
        (DecisionStatus.Proposed.Word(), "fill:#fff4d6,stroke:#8a6100,color:#3d2b00"),
        (DecisionStatus.Accepted.Word(), "fill:#dff5e5,stroke:#1f7a3d,color:#0c3a1c"),
        (DecisionStatus.Rejected.Word(), "fill:#fde3e3,stroke:#a32a2a,color:#4d1010"),
        (DecisionStatus.Deprecated.Word(), "fill:#ececec,stroke:#666666,color:#333333"),
        (DecisionStatus.Superseded.Word(), "fill:#ececec,stroke:#666666,color:#333333,stroke-dasharray:4 3"),
        (DecisionStatus.Unknown.Word(), "fill:#ffffff,stroke:#666666,color:#333333"),
        (Missing, "fill:#ffffff,stroke:#a32a2a,color:#4d1010,stroke-dasharray:2 2"),
    ];

    /// <summary>The flowchart: older records on the left, with an arrow to the record that supersedes them.</summary>
    /// <param name="graph">What to draw.</param>
    public static string Of(SupersessionGraph graph)
    {
        var names = graph.Nodes.Select((node, index) => (node, Name: $"r{index + 1}")).ToDictionary(pair => pair.node, pair => pair.Name);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in graph.Nodes) text.Append(CultureInfo.InvariantCulture, $"  {names[node]}[\"{Escaped(node.Label)}\"]:::{ClassOf(node)}\n");
        foreach (var edge in graph.Edges) text.Append(CultureInfo.InvariantCulture, $"  {names[edge.Old]} -->|superseded by| {names[edge.New]}\n");
        var used = graph.Nodes.Select(ClassOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, style) in _classes.Where(pair => used.Contains(pair.Class)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  classDef {name} {style}\n");
        }
        return text.ToString();
    }

    private static string ClassOf(SupersessionNode node) => node.Record?.Decision.Status.Word() ?? Missing;

    // Everything that could end the label, be read as markup, or begin a Markdown list becomes a character code.
    private static string Escaped(string label)
    {
        var text = new StringBuilder();
        foreach (var rune in DisplayText.Visible(label).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || " -,.:()/'!?".Contains((char)Math.Min(rune.Value, char.MaxValue))) text.Append(rune);
            else text.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }
        return text.ToString();
    }
}
