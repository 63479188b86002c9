using System.Text;

namespace DecisionPolicies.Tool.Site;

/// <summary>Builds HTML. Text becomes markup only here, and only escaped.</summary>
internal sealed class Html
{
    // A line end between words would show as a space, so only block elements have one after them.
    private static readonly HashSet<string> _inline =
        ["a", "b", "code", "label", "option", "small", "span", "strong", "time", "text", "tspan", "title"];

    private readonly StringBuilder _markup = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">Names and values; an attribute with the value null is left out.</param>
    public Html Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the innermost open element.</summary>
    public Html Close()
    {
        var element = _open.Pop();
        _markup.Append("</").Append(element).Append('>');
        if (!_inline.Contains(element)) _markup.Append('\n');
        return this;
    }

    /// <summary>An element without an end tag.</summary>
    public Html Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _markup.Append('\n');
        return this;
    }

    /// <summary>An element that holds text.</summary>
    public Html Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>Text, which stays on its line.</summary>
    public Html Text(string text)
    {
        _markup.Append(Escaped(text));
        return this;
    }

    /// <summary>Markup that this command has built itself.</summary>
    public Html Markup(string markup)
    {
        _markup.Append(markup);
        return this;
    }

    /// <summary>The markup.</summary>
    public override string ToString() =>
        _open.Count == 0 ? _markup.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is not closed.");

    /// <summary>Text escaped for markup and attributes, and harmless to show.</summary>
    /// <param name="text">Any text.</param>
    public static string Escaped(string text) => DisplayText.Visible(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _markup.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null) _markup.Append(' ').Append(name).Append("=\"").Append(Escaped(value)).Append('"');
        }
        _markup.Append('>');
    }
}
