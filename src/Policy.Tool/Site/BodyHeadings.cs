using Markdig.Renderers.Html;
using Markdig.Syntax;

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
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (above.Count > 0 && above.Peek() >= heading.Level) above.Pop();
            above.Push(heading.Level);
            heading.Level = Math.Min(LevelAbove + above.Count, Deepest);
            if (heading.TryGetAttributes() is { Id: { } id } attributes) attributes.Id = Prefix + id;
        }
    }
}
