namespace DecisionPolicies.Records.Markdown;

/// <summary>What a block of Markdown is, by CommonMark and the pipe tables of GitHub Flavored Markdown.</summary>
internal enum BlockKind : byte
{
    /// <summary>Sentences.</summary>
    Paragraph,

    /// <summary>A heading, after number signs (ATX) or above a line of <c>=</c> or <c>-</c> (setext).</summary>
    Heading,

    /// <summary>Code between fences.</summary>
    FencedCode,

    /// <summary>Code that is indented by four columns.</summary>
    IndentedCode,

    /// <summary>HTML, a comment included.</summary>
    Html,

    /// <summary>A line such as <c>---</c> between blocks.</summary>
    ThematicBreak,

    /// <summary>A quotation after <c>&gt;</c>.</summary>
    Quote,

    /// <summary>A list with all its items.</summary>
    List,

    /// <summary>A table whose cells are divided by <c>|</c>.</summary>
    Table,

    /// <summary>Link definitions: <c>[label]: target</c>.</summary>
    LinkDefinitions,
}

/// <summary>One block of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstLine">The number of its first line.</param>
/// <param name="LastLine">The number of its last line. A blank line below a list does not belong to the list.</param>
/// <param name="Start">The character at which its first line starts.</param>
/// <param name="End">The character at which its last line ends, without the line end.</param>
internal readonly record struct Block(BlockKind Kind, int FirstLine, int LastLine, int Start, int End)
{
    /// <summary>Whether it is a list or quotation, which holds other blocks instead of text.</summary>
    public bool HoldsOthers => Kind is BlockKind.List or BlockKind.Quote;

    /// <summary>The level of a heading, from 1 to 6; 0 for any other block.</summary>
    public byte Level { get; init; }

    /// <summary>Whether it is a heading above a line of <c>=</c> or <c>-</c>, which is its last line.</summary>
    public bool IsSetext { get; init; }

    /// <summary>Whether it is in a quotation.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>How HTML begins, which determines where it ends.</summary>
    public HtmlKind Html { get; init; }

    /// <summary>For a list or quotation, the index of its first block among all inner blocks that hold text.</summary>
    public int InnerStart { get; init; }

    /// <summary>The number of these blocks, at any depth.</summary>
    public int InnerCount { get; init; }
}
