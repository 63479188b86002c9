using System.Reflection;
using CsCheck;
using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records.Tests.Markdown;

/// <summary>Our reader of Markdown and Markdig see the same blocks, apart from what a table lists.</summary>
[Trait("Category", "Law")]
public sealed class BlockPropertyTests
{
    private static readonly string _root = typeof(BlockPropertyTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public void A_generated_document_has_the_blocks_that_Markdig_sees()
        => Law.Check(MarkdownGen.Documents.Where(text => !Difference.IsPossible(text)), 4_000, AssertSame);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_of_this_repository_has_the_blocks_that_Markdig_sees(string path)
    {
        var text = File.ReadAllText(Path.Combine(_root, path));
        AssertSame(text[FrontMatter.Of(text).BodyStart..]);
    }

    // Remove a row that is not a difference any more, so that its texts are compared again.
    [Theory]
    [MemberData(nameof(Differences))]
    public void A_difference_is_as_the_table_says(int row)
    {
        var difference = Difference.All[row];

        Assert.Equal(difference.Markdig, string.Join("; ", MarkdigView.Of(difference.Text)));
        Assert.Equal(difference.Ours, string.Join("; ", Ours(difference.Text)));
        Assert.True(Difference.IsPossible(difference.Text));
    }

    public static TheoryData<string> Pages => [.. Directory
        .EnumerateFiles(Path.Combine(_root, "docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(_root, "*.md"))
        .Concat(Directory.EnumerateFiles(Path.Combine(_root, "tests/Policy.Records.Tests/Fixtures"), "*.md", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<int> Differences => [.. Enumerable.Range(0, Difference.All.Count)];

    private static void AssertSame(string text) => Assert.Equal(MarkdigView.Of(text), Ours(text));

    private static IEnumerable<string> Ours(string text) => MarkdownBody.Of(text).Blocks.Where(block => block.Kind != BlockKind.LinkDefinitions).Select(Shown);

    private static string Shown(Block block) => $"{block.Kind}{(block.Level > 0 ? $" {block.Level}" : "")} {block.FirstLine}-{block.LastLine}";
}
