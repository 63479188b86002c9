namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>The kinds of tokens in HCL, Terraform's language.</summary>
internal enum HclTokenKind
{
    /// <summary>The end of the file.</summary>
    End,

    /// <summary>The end of a line.</summary>
    NewLine,

    /// <summary>A name, or <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Text in quotes, or a heredoc.</summary>
    Text,

    /// <summary>A bracket, a comma, a colon, an equals sign, or part of an operator.</summary>
    Symbol,

    /// <summary>An operator of several characters, such as <c>==</c> or <c>=&gt;</c>.</summary>
    Operator,
}

/// <summary>A token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Text">The text that it means, for a name, a number or a text; null for a text with <c>${…}</c> or <c>%{…}</c> in it.</param>
/// <param name="Symbol">The character of a symbol.</param>
internal readonly record struct HclToken(HclTokenKind Kind, int Start, int End, string? Text = null, char Symbol = '\0')
{
    /// <summary>Whether it is a symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    public bool Is(char symbol) => Kind == HclTokenKind.Symbol && Symbol == symbol;

    /// <summary>Whether it closes what a bracket opened.</summary>
    public bool IsClosing => Kind == HclTokenKind.Symbol && Symbol is ')' or ']' or '}';

    /// <summary>Whether it is an opening bracket.</summary>
    public bool IsOpening => Kind == HclTokenKind.Symbol && Symbol is '(' or '[' or '{';
}
