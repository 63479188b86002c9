using System.Text.RegularExpressions;

namespace DecisionPolicies.Tool.Tests.Site;

/// <summary>
/// The elements of a page, as a browser would find them; a page whose elements are not closed in their order, or that holds something
/// between them which a browser could read as markup, cannot be read.
/// </summary>
internal sealed partial class PageMarkup
{
    private static readonly HashSet<string> _void = ["br", "hr", "input", "link", "meta"];

    private PageMarkup(List<PageElement> elements) => Elements = elements;

    /// <summary>Every element, in the order in which they begin.</summary>
    public IReadOnlyList<PageElement> Elements { get; }

    /// <summary>The elements of a name.</summary>
    public IEnumerable<PageElement> Named(string name) => Elements.Where(element => element.Name == name);

    /// <summary>The text of the first element of a name, without what is nested in it.</summary>
    public string TextOf(string name) => Named(name).First().Text;

    /// <summary>Reads a page.</summary>
    public static PageMarkup Of(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", html);
        var elements = new List<PageElement>();
        var open = new Stack<PageElement>();
        var at = "<!DOCTYPE html>\n".Length;
        while (at < html.Length)
        {
            var tag = Tag().Match(html, at);
            var text = tag.Success ? html[at..tag.Index] : html[at..];
            Assert.DoesNotMatch("[<>]", text);
            if (open.TryPeek(out var inside)) inside.Text += System.Net.WebUtility.HtmlDecode(text);
            if (!tag.Success) break;
            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            if (tag.Groups["end"].Length > 0)
            {
                Assert.Equal(open.Pop().Name, name);
                continue;
            }
            var element = new PageElement(name, AttributesOf(tag.Groups["attributes"].Value), [.. open.Reverse().Select(above => above.Name)]);
            elements.Add(element);
            if (name is "style" or "script")
            {
                var end = html.IndexOf($"</{name}>", at, StringComparison.Ordinal);
                element.Text = html[at..end];
                at = end + name.Length + 3;
            }
            else if (!_void.Contains(name) && tag.Groups["closed"].Length == 0) open.Push(element);
        }
        Assert.Empty(open);
        return new(elements);
    }

    private static Dictionary<string, string> AttributesOf(string text)
    {
        Assert.Equal(text.Trim(), string.Join(' ', Attribute().Matches(text).Select(match => match.Value.Trim())));
        return Attribute().Matches(text)
            .ToDictionary(match => match.Groups["name"].Value, match => System.Net.WebUtility.HtmlDecode(match.Groups["value"].Value));
    }

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*(?<closed>/?)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""\s*(?<name>[a-zA-Z-]+)="(?<value>[^"<>]*)["]""")]
    private static partial Regex Attribute();
}

/// <summary>An element of a page.</summary>
internal sealed record PageElement(string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<string> Above)
{
    /// <summary>Its own text.</summary>
    public string Text { get; set; } = "";

    /// <summary>The value of an attribute, or null.</summary>
    public string? this[string name] => Attributes.GetValueOrDefault(name);
}
