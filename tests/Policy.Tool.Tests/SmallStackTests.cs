using DecisionPolicies.Records;
using DecisionPolicies.Tool.Configuration;

namespace DecisionPolicies.Tool.Tests;

/// <summary>What is nested or chained is read in loops, or up to a bound: with the bound, one more, and far more, a small stack is enough.</summary>
public sealed class SmallStackTests
{
    // The bounds are 64 levels of values, 100 of Markdown and 64 segments of a key.
    private static readonly int[] _times = [63, 64, 65, 99, 100, 101, 20_000];

    public static MatrixTheoryData<string, int> Values { get; } = new(
        ["[", "{", "{\"a\":", "[{\"a\":", "- ", "? ", "a:\n ", "!x ", "a.", "a:", "a__", "<a>", "<a><b>",
            "a=[", "a={a=", "a{", "a \"b\" {\n", "(", "\\", "${", "%"],
        _times);

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_format_is_read(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        SmallStack.Run(() =>
        {
            foreach (var format in Enum.GetValues<ConfigurationFormat>())
            {
                Assert.NotNull(ConfigurationFile.Read(format, text));
                Assert.NotNull(ConfigurationFile.Read(format, "a = " + text));
                Assert.NotNull(ConfigurationFile.Read(format, "a: " + text));
            }
        });
    }

    public static MatrixTheoryData<string, int> Markdown { get; } = new(
        [">", "> ", "- ", "1. ", "> - ", "*a ", "**a ", "[", "![", "[a](", "<a>", "<!-- ", "`a ", "~~a ", "| a ", "#", "\\", "&amp;", "<a@b.c> "], _times);

    [Theory]
    [MemberData(nameof(Markdown))]
    public void A_record_and_its_page_are_read(string piece, int times)
    {
        using var folder = new ToolFolder()
            .WithRecord("0001-one", "status: accepted", $"# One\n\n{string.Concat(Enumerable.Repeat(piece, times))}\n\n# {piece}\n");

        SmallStack.Run(() =>
        {
            Assert.Equal(0, folder.Run("site", "out").Exit);
            Assert.InRange(folder.Run("lint").Exit, 0, 1);
        });

        Assert.Contains("<h1", folder.Read("out/0001-one.html"));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    public void Front_matter_is_read(string open, string close)
    {
        foreach (var times in _times)
        {
            var value = string.Concat(Enumerable.Repeat(open, times)) + "x" + string.Concat(Enumerable.Repeat(close, times));
            SmallStack.Run(() => Assert.NotNull(RecordReader.Read("docs/adr/0001-a.md", $"---\nrules:\n  {value}\n---\n# A\n")));
        }
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("superseded by ADR-00001")]
    public void A_chain_of_records_is_followed_to_its_end(string last)
    {
        const int Count = 5_000;
        var files = Enumerable.Range(1, Count).Select(i => RecordReader.Read(
            $"docs/adr/{i:00000}-r.md", $"---\nstatus: {(i < Count ? $"superseded by ADR-{i + 1:00000}" : last)}\n---\n# R{i}\n")).ToList();

        SmallStack.Run(() => Assert.Equal(Count, RecordSet.Of(files).Records.Count));
    }
}
