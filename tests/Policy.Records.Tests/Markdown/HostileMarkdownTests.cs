using DecisionPolicies.Records.Markdown;

namespace DecisionPolicies.Records.Tests.Markdown;

/// <summary>A text of 300 kilobytes is read to its end, whatever is in it: were the cost to grow with its square, these would take very long.</summary>
public sealed class HostileMarkdownTests
{
    private const int Length = 300_000;

    public static TheoryData<string> Repeated =>
    [
        "> ", "- ", "1. ", "* a\n", "- a\n ", "> a\n",
        "\n", "\t", " ", "    a\n\n", "a\n", "a\n===\n", "a\n---\n",
        "#", "# ", "`", "` ``", "`a``b```c\n", "~~~\n", "```\n\n",
        "<!--", "<!--\n", "<a ", "<a b='", "</", "<div>\n", "<pre\n", "<![CDATA[\n",
        "[", "[a", "[a]: ", "[a]: b 'c\n", "[a]: b\n", "[a]: b\n'c\n", "[a]: <", "[\n", "[a](", "](",
        "|", "a|b\n", "a|b\n-|-\n", "|`\n", "*", "_a", "**a ", "\\", "\0", "\r", "\uD800",
    ];

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Very_much_of_one_sign_is_read_to_its_end(string sign)
    {
        var signs = string.Concat(Enumerable.Repeat(sign, Length / sign.Length));

        Assert.Equal(LastWritten(signs), LastLine(signs));
        Assert.NotNull(RecordReader.Read(Reading.Path, $"# T\n\n- Status: accepted\n\n{signs}"));
        Assert.NotNull(RecordReader.Read(Reading.Path, $"# {signs}"));
    }

    // Each of the blank lines belongs to every item that is open.
    [Fact]
    public void Deep_items_above_many_lines_are_read_to_their_end()
    {
        var text = string.Concat(Enumerable.Repeat("- ", 100_000)) + "a\n" + new string('\n', Length) + "b";

        Assert.Equal(Length + 2, LastLine(text));
    }

    [Fact]
    public void What_is_nested_too_deep_is_text() =>
        Assert.Equal([BlockKind.Quote], MarkdownBody.Of(string.Concat(Enumerable.Repeat("> ", 500)) + "a").Blocks.Select(block => block.Kind));

    private static int LastLine(string text) => MarkdownBody.Of(text).Blocks.Select(block => block.LastLine).LastOrDefault();

    private static int LastWritten(string text) =>
        TextLine.Of(text, 0, 1).Where(line => line.Text.Trim(' ', '\t').Length > 0).Select(line => line.Number).LastOrDefault();
}
