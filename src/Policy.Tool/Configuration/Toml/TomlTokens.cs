using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace DecisionPolicies.Tool.Configuration.Toml;

/// <summary>The tokens of TOML, one at a time, without white space and comments.</summary>
internal sealed class TomlTokens
{
    private readonly LineIndex _lines;
    private readonly TomlLexer _lexer;

    // The library does not count a byte order mark.
    private readonly int _before;
    private readonly NamePool _names = new();
    private int _errors;

    /// <summary>Prepares to read a file; the first token comes with the first <see cref="Take"/>.</summary>
    /// <param name="lines">The lines of the file.</param>
    public TomlTokens(LineIndex lines)
    {
        _lines = lines;
        _before = lines.Text is ['\uFEFF', ..] ? 1 : 0;
        _lexer = TomlLexer.Create(lines.Text, new TomlLexerOptions { DecodeScalars = true });
    }

    /// <summary>The token; one that the library finds a fault in is of no valid kind, and lies where the fault is.</summary>
    public TomlToken Current { get; private set; }

    /// <summary>Its kind.</summary>
    public TokenKind Kind => Current.Kind;

    /// <summary>Its text as it is written.</summary>
    public string Text => _names.Of(_lines.Text.AsSpan(Current.Start.Offset + _before, Current.Length));

    /// <summary>Its place.</summary>
    public Place Place => PlaceFrom(Current);

    /// <summary>The place from another token to the end of this one.</summary>
    /// <param name="first">A token before this one.</param>
    public Place PlaceFrom(TomlToken first)
    {
        // The library's spans end at the last character, not after it.
        var length = _lines.Text.Length;
        return _lines.PlaceAt(Math.Min(first.Start.Offset + _before, length), Math.Min(Current.End.Offset + _before + 1, length));
    }

    /// <summary>Moves on to the next token.</summary>
    /// <param name="next">Whether it is part of a key, or of a value.</param>
    public void Take(TomlLexerMode next)
    {
        Move(next);
        if (!_lexer.HasErrors || _lexer.Errors.Count() is var errors && errors == _errors) return;
        var fault = _lexer.Errors.ElementAt(_errors).Span;
        _errors = errors;
        Current = new(TokenKind.Invalid, new(fault.Start.Offset, 0, 0), new(fault.End.Offset, 0, 0));
    }

    /// <summary>Passes over the ends of lines.</summary>
    /// <param name="next">Whether what follows is part of a key, or of a value.</param>
    public void PassLines(TomlLexerMode next)
    {
        while (Kind == TokenKind.NewLine) Take(next);
    }

    /// <summary>Passes over the rest of what cannot be read: to where the brackets around it are closed, and then to the end of the line.</summary>
    /// <param name="open">The number of brackets around it.</param>
    public void PassStatement(int open)
    {
        for (; Kind != TokenKind.Eof && (open > 0 || Kind != TokenKind.NewLine); Move(TomlLexerMode.Value))
        {
            if (Kind is TokenKind.OpenBracket or TokenKind.OpenBrace) open++;
            else if (Kind is TokenKind.CloseBracket or TokenKind.CloseBrace) open--;
        }
        _errors = _lexer.Errors.Count();
    }

    private void Move(TomlLexerMode next)
    {
        _lexer.Mode = next;
        while (_lexer.MoveNext() && _lexer.Current.Kind is TokenKind.Whitespaces or TokenKind.Comment)
        {
        }
        Current = _lexer.Current;
    }
}
