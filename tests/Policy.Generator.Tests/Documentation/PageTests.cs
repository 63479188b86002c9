using System.Text.RegularExpressions;

namespace DecisionPolicies.Generator.Tests.Documentation;

/// <summary>Pages are short, and their links lead somewhere.</summary>
public sealed partial class PageTests
{
    private const int MostWords = 2_000;
    private const int MostWordsOfReadme = 600;

    /// <summary>Every page.</summary>
    public static TheoryData<string> Pages => [.. Documents.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_no_longer_than_a_reader_is_patient(string page)
    {
        var words = Documents.Text(page).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.InRange(words, 1, page == "README.md" ? MostWordsOfReadme : MostWords);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_into_the_repository_leads_to_a_file_and_a_heading(string page)
    {
        var broken = Link().Matches(WithoutCode(Documents.Text(page))).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Leads(page, target));
        Assert.Empty(broken);
    }

    [Fact]
    public void The_index_links_to_every_page_in_docs()
    {
        var index = Documents.Text("docs/README.md");
        // A part of a page is linked from that page.
        var parts = new[] { "docs/diagnostics-", "docs/performance-", "docs/rules-", "docs/adr/" };
        var pages = Documents.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/README.md")
            .Where(page => !parts.Any(part => page.StartsWith(part, StringComparison.Ordinal)));
        Assert.All(pages, page => Assert.Contains($"]({page["docs/".Length..]})", index));
    }

    private static bool Leads(string page, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0
            ? page
            : Path.GetRelativePath(Documents.Root, Path.GetFullPath(Path.Combine(Documents.Root, Path.GetDirectoryName(page)!, parts[0])));
        var full = Path.Combine(Documents.Root, file);
        if (Directory.Exists(full)) return parts.Length == 1;
        return File.Exists(full) && (parts.Length == 1 || Anchors(Documents.Text(file.Replace('\\', '/'))).Contains(parts[1]));
    }

    // As GitHub makes them of headings: in lower case, spaces become hyphens, other signs are left out, and a second one is numbered.
    private static HashSet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(WithoutCode(text, keepsInline: true)))
        {
            var words = MarkedLink().Replace(heading.Groups["words"].Value, "$1");
            var anchor = string.Concat(words.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
            if (anchors.Add(anchor)) continue;
            var number = 1;
            while (!anchors.Add($"{anchor}-{number}")) number++;
        }
        return anchors;
    }

    private static string WithoutCode(string text, bool keepsInline = false)
    {
        var prose = Fence().Replace(text, "");
        return keepsInline ? prose : Code().Replace(prose, "");
    }

    [GeneratedRegex(@"^ *(?<fence>`{3,}|~{3,}).*?^ *\k<fence>\s*?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`[^`\n]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex MarkedLink();

    [GeneratedRegex(@"^#{1,6} +(?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
