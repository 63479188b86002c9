using DecisionPolicies.Tool.Packs;
using DecisionPolicies.Tool.Repository;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DecisionPolicies.Tool.Site;

/// <summary>Rewrites the links of a record: to the pages of records, to files on the repository's host, or to text.</summary>
/// <param name="record">The record.</param>
/// <param name="pages">All pages.</param>
internal sealed class BodyLinks(AdrRecord record, SitePages pages)
{
    // A record of a pack links to files of the pack's repository, whose paths begin with the pack.
    private readonly FoundPack? _pack = pages.Log.Packs.Of(record);

    /// <summary>Rewrites every link and image.</summary>
    /// <param name="document">The record's text.</param>
    public void Rewrite(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList()) Rewrite(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowed(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private void Rewrite(LinkInline link)
    {
        link.GetDynamicUrl = null;
        link.Url = TargetOf(link.Url ?? "");
        // The page does not load images: an image becomes a link with its name.
        if (link.IsImage)
        {
            link.IsImage = false;
            if (link.FirstChild is null) link.AppendChild(new LiteralInline("image"));
            else link.FirstChild.InsertBefore(new LiteralInline("image: "));
            if (link.Parent?.FindParentOfType<LinkInline>().Any() == true) link.Url = null;
        }
        if (link.Url is null) link.ReplaceBy(new ContainerInline(), copyChildren: true);
    }

    // Null for a target that must not, or cannot, be a link.
    private string? TargetOf(string url)
    {
        if (url.StartsWith('#')) return "#" + BodyHeadings.Prefix + url[1..];
        if (HasScheme(url)) return IsAllowed(url) ? url : null;
        if (url.Length == 0 || url.StartsWith("//", StringComparison.Ordinal) || url.Contains('\\')) return null;
        var fragment = url.IndexOf('#') is var at and >= 0 ? url[at..] : "";
        if (FileOf(url.Split('#', '?')[0]) is not { } file) return null;
        if (pages.Names.Find(file) is { } page) return page + (fragment.Length > 1 ? "#" + BodyHeadings.Prefix + fragment[1..] : "");
        var target = _pack is null ? pages.Links.ToPath(file) : _pack.Links.ToPath(file[(Root!.Length + 1)..]);
        return target is null ? null : target + fragment;
    }

    private string? Root => _pack?.Pack.ToString();

    // Relative to the repository; null outside it.
    private string? FileOf(string target)
    {
        var above = Root is null ? 0 : 1;
        var folders = record.Path.Split('/').SkipLast(1);
        var segments = (target.StartsWith('/') ? folders.Take(above) : folders).ToList();
        foreach (var segment in Uri.UnescapeDataString(target).Split('/'))
        {
            if (segment is "." or "") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count == above) return null;
            else segments.RemoveAt(segments.Count - 1);
        }
        return string.Join('/', segments);
    }

    private static bool IsAllowed(string url) =>
        RecordLink.IsWeb(url) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    // Anything before a colon, unless it is the colon of a path or of a fragment.
    private static bool HasScheme(string url) => url.IndexOfAny([':', '/', '#', '?']) is var at and >= 0 && url[at] == ':';
}
