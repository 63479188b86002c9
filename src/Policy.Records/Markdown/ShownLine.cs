namespace DecisionPolicies.Records.Markdown;

/// <summary>A line as a page shows it. Spaces replace comments, so columns match the file.</summary>
/// <param name="Line">The line.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct ShownLine(TextLine Line, string Text)
{
    /// <summary>Whether it is blank.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it has a letter or digit beside its marks.</summary>
    public bool HasWords => !IsBlank && VisibleText.Of(Text).Any(char.IsLetterOrDigit);

    /// <summary>The lines of a block, and also those of code, without the fence above it.</summary>
    /// <param name="body">The body that contains the block.</param>
    /// <param name="block">A block that is not a list or quotation.</param>
    public static IEnumerable<ShownLine> WithCode(MarkdownBody body, Block block) => block.Kind switch
    {
        BlockKind.FencedCode => body.LinesOf(block).Skip(1).Select(line => new ShownLine(line, line.Text)),
        BlockKind.IndentedCode => body.LinesOf(block).Select(line => new ShownLine(line, line.Text)),
        _ => Of(body, block),
    };

    /// <summary>The lines of a block; none for code, or for HTML that does not show text.</summary>
    /// <param name="body">The body that contains the block.</param>
    /// <param name="block">A block that is not a list or quotation.</param>
    public static IEnumerable<ShownLine> Of(MarkdownBody body, Block block)
    {
        var isShown = block.Kind is not (BlockKind.FencedCode or BlockKind.IndentedCode or BlockKind.LinkDefinitions)
            && block.Html is HtmlKind.None or HtmlKind.Comment or HtmlKind.Element or HtmlKind.OtherElement;
        if (!isShown) return [];
        var hasComment = body.Text.IndexOf(InlineSigns.CommentStart, block.Start, block.End - block.Start, StringComparison.Ordinal) >= 0;
        return hasComment ? WithoutComments(body, block) : body.LinesOf(block).Select(line => new ShownLine(line, line.Text));
    }

    private static IEnumerable<ShownLine> WithoutComments(MarkdownBody body, Block block)
    {
        var text = body.Text.ToCharArray(block.Start, block.End - block.Start);
        foreach (var comment in HiddenText.AllIn(body.Text, block).Where(hidden => hidden.IsComment))
        {
            for (var at = comment.Start - block.Start; at < comment.End - block.Start; at++) text[at] = ' ';
        }
        return body.LinesOf(block).Select(line => new ShownLine(line, new(text, line.Start - block.Start, line.Length)));
    }
}
