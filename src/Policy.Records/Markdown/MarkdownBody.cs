namespace DecisionPolicies.Records.Markdown;

/// <summary>The text of a record below its front matter, as blocks. They are read once, and only as far as needed.</summary>
internal sealed class MarkdownBody
{
    private readonly BlockReader _reader;

    private MarkdownBody(string text, int start, int line)
    {
        Text = text;
        Start = start;
        _reader = new(text, start, line);
    }

    /// <summary>The whole text, which ends with the body.</summary>
    public string Text { get; }

    /// <summary>The index at which the body begins.</summary>
    public int Start { get; }

    /// <summary>The body of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="frontMatter">Where the body begins.</param>
    public static MarkdownBody Of(string text, FrontMatter frontMatter) => new(text, frontMatter.BodyStart, frontMatter.BodyLine);

    /// <summary>The body of a text without front matter.</summary>
    /// <param name="text">The text.</param>
    public static MarkdownBody Of(string text) => new(text, 0, 1);

    /// <summary>The top-level blocks, in order.</summary>
    public IEnumerable<Block> Blocks
    {
        get
        {
            for (var i = 0; ; i++)
            {
                while (i >= _reader.Blocks.Count)
                {
                    if (!_reader.Read()) yield break;
                }
                yield return _reader.Blocks[i];
            }
        }
    }

    /// <summary>The blocks that hold text, inside and outside lists and quotations.</summary>
    public IEnumerable<Block> Leaves => Blocks.SelectMany(LeavesOf);

    /// <summary>The blocks that hold the text of a block: for a list or quotation, the blocks in it at any depth; otherwise the block itself.</summary>
    /// <param name="block">The block.</param>
    public IEnumerable<Block> LeavesOf(Block block)
    {
        if (!block.HoldsOthers) yield return block;
        for (var i = 0; i < block.InnerCount; i++) yield return _reader.Inner[block.InnerStart + i];
    }

    /// <summary>The lines of a block.</summary>
    /// <param name="block">The block.</param>
    public IEnumerable<TextLine> LinesOf(Block block)
    {
        foreach (var line in TextLine.Of(Text, block.Start, block.FirstLine))
        {
            if (line.Number > block.LastLine) yield break;
            yield return line;
        }
    }

    /// <summary>The words of a heading, without the markup around and inside them.</summary>
    /// <param name="heading">The heading.</param>
    public string WordsOf(Block heading)
    {
        if (heading.IsSetext)
        {
            var underline = Text.LastIndexOfAny(TextLine.Ends, heading.End - 1);
            // It may have several lines, which a page shows as one.
            var lines = Text.Substring(heading.Start, underline - heading.Start).Split(TextLine.Ends, StringSplitOptions.RemoveEmptyEntries);
            return InlineText.Of(string.Join(" ", lines.Select(line => line.Trim())));
        }
        var written = Text.Substring(heading.Start, heading.End - heading.Start).TrimStart().Substring(heading.Level).Trim();
        // "# Title #" is "Title", but "# C#" is "C#": a closing sequence follows a space.
        var open = written.TrimEnd('#');
        return InlineText.Of(open.Length == 0 || open[open.Length - 1] is ' ' or '\t' ? open : written);
    }
}
