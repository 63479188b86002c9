namespace DecisionPolicies.Records.Markdown;

/// <summary>A part of prose or HTML in which markup is ignored: code, a character after a backslash, or a comment.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="IsComment">Whether it is a comment.</param>
internal readonly record struct HiddenText(int Start, int End, bool IsComment)
{
    private static readonly char[] _signs = ['\\', '`', '<'];

    /// <summary>The hidden parts of a block, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="block">A block that is not a list or quotation.</param>
    public static List<HiddenText> AllIn(string text, Block block)
    {
        var all = new List<HiddenText>();
        var code = new CodeSpans(text, block.Start, block.End);
        var isHtml = block.Kind == BlockKind.Html;
        var hasEnd = true;
        for (var at = block.Start; (at = text.IndexOfAny(_signs, at, block.End - at)) >= 0;)
        {
            var start = at++;
            if (text[start] == '\\' && !isHtml)
            {
                at = Math.Min(at + 1, block.End);
                all.Add(new(start, at, IsComment: false));
            }
            else if (text[start] == '`' && !isHtml)
            {
                at = code.EndOf(start, out var length);
                if (at > start + length) all.Add(new(start, at, IsComment: false));
            }
            else if (InlineSigns.IsComment(text, start, block.End))
            {
                // If one comment does not end, no later comment does.
                var end = hasEnd ? InlineSigns.EndOfComment(text, start, block.End) : 0;
                hasEnd &= end > 0;
                // A page would show such a comment or, in HTML, hide everything after it. The author wants neither.
                at = end > 0 ? end : isHtml ? block.End : EndOfLine(text, start, block.End);
                all.Add(new(start, at, IsComment: true));
            }
        }
        return all;
    }

    private static int EndOfLine(string text, int at, int end) => text.IndexOfAny(TextLine.Ends, at, end - at) is var found and >= 0 ? found : end;
}
