namespace DecisionPolicies.Records.Markdown;

/// <summary>The text of a record below its front matter, as blocks. They are read once, and no further than somebody looks.</summary>
internal sealed class MarkdownBody
{
    private readonly BlockReader _reader;

    private MarkdownBody(string text, BlockReader reader)
    {
        Text = text;
        _reader = reader;
    }

    /// <summary>The whole text, of which the body is the end.</summary>
    public string Text { get; }

    /// <summary>The body of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="frontMatter">Where the body begins.</param>
    public static MarkdownBody Of(string text, FrontMatter frontMatter) => new(text, new(text, frontMatter.BodyStart, frontMatter.BodyLine));

    /// <summary>The body of a text that has no front matter.</summary>
    /// <param name="text">The text.</param>
    public static MarkdownBody Of(string text) => new(text, new(text, 0, 1));

    /// <summary>The blocks that are in no other, one after the other.</summary>
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

    /// <summary>The blocks that hold text, whether they are in a list or quotation or not.</summary>
    public IEnumerable<Block> Leaves
    {
        get
        {
            foreach (var block in Blocks)
            {
                if (block.Kind is not (BlockKind.List or BlockKind.Quote)) yield return block;
                for (var i = 0; i < block.InnerCount; i++) yield return _reader.Inner[block.InnerStart + i];
            }
        }
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
}
