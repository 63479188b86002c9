namespace DecisionPolicies.Records.Markdown;

/// <summary>The seven ways in which an HTML block begins (CommonMark 0.31, section 4.6).</summary>
internal enum HtmlKind : byte
{
    /// <summary>The block is not HTML.</summary>
    None,

    /// <summary>An element whose content is not Markdown: <c>pre</c>, <c>script</c>, <c>style</c>, <c>textarea</c>.</summary>
    Verbatim,

    /// <summary><c>&lt;!-- … --&gt;</c></summary>
    Comment,

    /// <summary><c>&lt;? … ?&gt;</c></summary>
    Instruction,

    /// <summary><c>&lt;!DOCTYPE … &gt;</c></summary>
    Declaration,

    /// <summary><c>&lt;![CDATA[ … ]]&gt;</c></summary>
    CharacterData,

    /// <summary>A layout tag, such as <c>div</c>. The block ends at a blank line.</summary>
    Element,

    /// <summary>Any other tag alone on its line. The block ends at a blank line and does not interrupt a paragraph.</summary>
    OtherElement,
}
