using System.Text.RegularExpressions;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Tool.Lint;

/// <summary>The prose of a record that is about the decision, and whether two texts say the same.</summary>
internal static partial class ProseText
{
    private const int ShortestSpelling = 5;
    private static readonly char[] _punctuation = [.. ".,;:!?\"'()*_`-\u2013\u2014\u2018\u2019\u201C\u201D\u2026#"];
    private static readonly string[] _fields = ["status", "date", "deciders", "decision-makers", "tags", "consulted", "informed", "supersedes",
        "superseded by", "superseded-by", "amends", "amended by"];

    /// <summary>The prose below the front matter, without the status, other fields written in prose, and the targets of links.</summary>
    /// <param name="text">The file's text.</param>
    public static string Of(string text)
    {
        var body = MarkdownBody.Of(text, FrontMatter.Of(text));
        var kept = new List<string>();
        var inStatus = false;
        foreach (var block in body.Blocks)
        {
            if (block.Kind == BlockKind.Heading) inStatus = string.Equals(body.WordsOf(block), "status", StringComparison.OrdinalIgnoreCase);
            if (!inStatus) kept.AddRange(body.LeavesOf(block).SelectMany(leaf => LinesOf(body, leaf)));
        }
        return Address().Replace(LinkTarget().Replace(string.Join('\n', kept), "]"), "");
    }

    // Code is part of what was accepted; a comment, a field, and the target of a label are not.
    private static IEnumerable<string> LinesOf(MarkdownBody body, Block leaf) => leaf.Kind switch
    {
        BlockKind.LinkDefinitions => [],
        BlockKind.FencedCode or BlockKind.IndentedCode => body.LinesOf(leaf).Select(line => line.Text),
        BlockKind.Html when leaf.Html == HtmlKind.Verbatim => body.LinesOf(leaf).Select(line => line.Text),
        _ => ShownLine.Of(body, leaf).Select(line => line.Text).Where(line => !IsField(line)),
    };

    /// <summary>
    /// Whether two texts say the same, apart from space, punctuation at words, and corrected spelling: a word of five letters or more that
    /// differs in one or two. A shorter word, a number or a sign can change what a sentence means.
    /// </summary>
    /// <param name="before">One text.</param>
    /// <param name="after">The other.</param>
    public static bool IsSame(string? before, string? after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal)) return true;
        var (old, now) = (Words(before), Words(after));
        return old.Count == now.Count && old.Zip(now).All(pair => IsSameWord(pair.First, pair.Second));
    }

    private static bool IsSameWord(string before, string after) =>
        before == after
        || (IsWord(before) && IsWord(after) && char.ToLowerInvariant(before[0]) == char.ToLowerInvariant(after[0])
            && Spelling.Nearest(before, [after]) is not null);

    private static bool IsWord(string word) => word.Length >= ShortestSpelling && word.All(char.IsLetter);

    private static List<string> Words(string? text) =>
        (text ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim(_punctuation))
            .Where(word => word.Length > 0)
            .ToList();

    private static bool IsField(string line)
    {
        var start = line.TrimStart('-', '*', ' ', '\t', '_');
        return _fields.Any(field => start.StartsWith(field, StringComparison.OrdinalIgnoreCase)
            && start[field.Length..].TrimStart('*', '_', ' ') is [':' or '[', ..]);
    }

    [GeneratedRegex(@"\]\([^()\r\n]*\)|\]\[[^\]\r\n]*\]")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"<?https?://[^\s<>)]+>?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
