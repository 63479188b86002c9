using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DecisionPolicies.Tool.Site;

/// <summary>Fits the headings of a record below those of its page: no level is skipped, and no id occurs twice.</summary>
internal static class BodyHeadings
{
    /// <summary>The prefix of each heading's id.</summary>
    public const string Prefix = "text-";

    private const int LevelAbove = 2;
    private const int Deepest = 6;

    /// <summary>Fits the headings.</summary>
    /// <param name="document">The record's text.</param>
    /// <param name="repeatsTitle">Whether its first heading is the title, which the page already has.</param>
    public static void Fit(MarkdownDocument document, bool repeatsTitle)
    {
        if (repeatsTitle && document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1) is { } title) document.Remove(title);
        var above = new Stack<int>();
        var ids = new HeadingIds();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (above.Count > 0 && above.Peek() >= heading.Level) above.Pop();
            above.Push(heading.Level);
            heading.Level = Math.Min(LevelAbove + above.Count, Deepest);
            heading.GetAttributes().Id = Prefix + ids.Of(WordsOf(heading));
        }
    }

    private static string WordsOf(HeadingBlock heading) => string.Concat(heading.Inline?.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        _ => "",
    }) ?? []);

    // As GitHub makes them, which is how links in the repository name them. Very many headings can have the same words.
    private sealed class HeadingIds
    {
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

        public string Of(string words)
        {
            var first = LinkHelper.UrilizeAsGfm(words);
            if (first.Length == 0) first = "section";
            var number = _last.GetValueOrDefault(first);
            var id = first;
            while (!_taken.Add(id)) id = $"{first}-{++number}";
            _last[first] = number;
            return id;
        }
    }
}
