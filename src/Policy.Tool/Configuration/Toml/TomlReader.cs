using System.Globalization;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace DecisionPolicies.Tool.Configuration.Toml;

/// <summary>
/// Reads TOML 1.0: keys of tables and indexes of arrays are segments. It goes from token to token, because the library's tree of a file is
/// two hundred times as large as the file.
/// </summary>
internal sealed class TomlReader
{
    private const int Deepest = 64;

    private readonly FileContent _content = new(isProvidersFormat: false);
    private readonly TomlTokens _tokens;
    private readonly SettingTree _tree;
    private readonly List<(string Name, Place Place)> _key = [];
    private TomlTable _table;
    private int _depth;
    private bool _hasFault;

    private TomlReader(TomlTokens tokens)
    {
        _tokens = tokens;
        _tree = new(_content);
        _table = new(new(_tree.Root, IsSpelled: true), TomlTableKind.Header);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var tokens = new TomlTokens(new(text));
        var reader = new TomlReader(tokens);
        try
        {
            reader.ReadDocument();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On some invalid text the library throws exceptions that it does not document.
            reader.Fail(tokens.Place, "");
        }
        if (!reader._hasFault) reader._content.Add(new(reader._tree.Settings));
        return reader._content.ToFile();
    }

    private void ReadDocument()
    {
        var root = _table;
        _tokens.Take(TomlLexerMode.Key);
        while (true)
        {
            _tokens.PassLines(TomlLexerMode.Key);
            if (_tokens.Kind == TokenKind.Eof) return;
            var isRead = _tokens.Kind is TokenKind.OpenBracket or TokenKind.OpenBracketDouble ? ReadHeader(root) : ReadSetting(_table);
            if (isRead && _tokens.Kind is not (TokenKind.NewLine or TokenKind.Eof)) isRead = FailHere();
            if (!isRead) _tokens.PassStatement(_depth);
            _depth = 0;
        }
    }

    // [a.b] or [[a.b]]. A table that is refused takes what follows, which does not count.
    private bool ReadHeader(TomlTable root)
    {
        _table = new(TomlKey.None, TomlTableKind.Header);
        var isArray = _tokens.Kind == TokenKind.OpenBracketDouble;
        _tokens.Take(TomlLexerMode.Key);
        if (!ReadKey()) return false;
        if (_tokens.Kind != (isArray ? TokenKind.CloseBracketDouble : TokenKind.CloseBracket)) return FailHere();
        _tokens.Take(TomlLexerMode.Key);
        var around = root;
        for (var i = 0; i < _key.Count - 1; i++)
        {
            if (TableIn(around, i, TomlTableKind.Around, out _) is not { Kind: not TomlTableKind.Value } found) return FailDefined(_key[i].Place);
            around = found.Last ?? found;
        }
        var table = TableIn(around, _key.Count - 1, isArray ? TomlTableKind.Array : TomlTableKind.Header, out var isNew);
        if (table is null || !(isNew || table.Kind == (isArray ? TomlTableKind.Array : TomlTableKind.Around))) return FailDefined(_key[^1].Place);
        if (isArray) table.Last = new(ElementOf(table.At, table.At.Node?.Children.Count ?? 0, WholeKey), TomlTableKind.Header);
        else table.Kind = TomlTableKind.Header;
        _table = table.Last ?? table;
        return true;
    }

    private Place WholeKey => _key[0].Place with { EndLine = _key[^1].Place.EndLine, EndColumn = _key[^1].Place.EndColumn };

    private bool ReadSetting(TomlTable table)
    {
        if (!ReadKey()) return false;
        if (_tokens.Kind != TokenKind.Equal) return FailHere();
        _tokens.Take(TomlLexerMode.Value);
        return ReadValue(KeyIn(table, isTable: _tokens.Kind is TokenKind.OpenBracket or TokenKind.OpenBrace), TomlLexerMode.Key);
    }

    // The key that was read, in a table. What is defined already keeps its value.
    private TomlKey KeyIn(TomlTable table, bool isTable)
    {
        for (var i = 0; i < _key.Count - 1; i++)
        {
            var around = TableIn(table, i, TomlTableKind.Dotted, out _);
            if (around is not { Kind: TomlTableKind.Around or TomlTableKind.Dotted })
            {
                FailDefined(_key[0].Place);
                return TomlKey.None;
            }
            around.Kind = TomlTableKind.Dotted;
            table = around;
        }
        var (name, place) = _key[^1];
        var key = Below(table.At, name, place);
        if (key.IsTaken || table.Find(name) is not null)
        {
            FailDefined(_key[0].Place);
            return TomlKey.None;
        }
        if (isTable) table.Add(name, new(key, TomlTableKind.Value));
        return key;
    }

    // a."b".c
    private bool ReadKey()
    {
        _key.Clear();
        while (true)
        {
            if (_tokens.Kind is not (TokenKind.BasicKey or TokenKind.String or TokenKind.StringLiteral)) return FailHere();
            _key.Add((_tokens.Kind == TokenKind.BasicKey ? _tokens.Text : _tokens.Current.StringValue ?? "", _tokens.Place));
            _tokens.Take(TomlLexerMode.Key);
            if (_tokens.Kind != TokenKind.Dot) return true;
            _tokens.Take(TomlLexerMode.Key);
        }
    }

    private bool ReadValue(TomlKey at, TomlLexerMode next)
    {
        if (_tokens.Kind is TokenKind.OpenBracket or TokenKind.OpenBrace)
        {
            if (_depth == Deepest) return Fail(_tokens.Place, " Values are nested too deeply.");
            _depth++;
            var first = _tokens.Current;
            var isArray = _tokens.Kind == TokenKind.OpenBracket;
            if (!(isArray ? ReadItems(at, out var isEmpty) : ReadTable(at, out isEmpty))) return false;
            if (isEmpty) _tree.Set(at.Node, isArray ? "" : null, _tokens.PlaceFrom(first));
            _depth--;
        }
        else if (TextOf(_tokens.Current) is { } text) _tree.Set(at.Node, text, _tokens.Place);
        else return FailHere();
        _tokens.Take(next);
        return true;
    }

    private bool ReadItems(TomlKey at, out bool isEmpty)
    {
        _tokens.Take(TomlLexerMode.Value);
        for (var index = 0; ; index++)
        {
            isEmpty = index == 0;
            _tokens.PassLines(TomlLexerMode.Value);
            if (_tokens.Kind == TokenKind.CloseBracket) return true;
            if (!ReadValue(ElementOf(at, index, _tokens.Place), TomlLexerMode.Value)) return false;
            if (!PassComma(TokenKind.CloseBracket, TomlLexerMode.Value)) return false;
        }
    }

    private bool ReadTable(TomlKey at, out bool isEmpty)
    {
        var table = new TomlTable(at, TomlTableKind.Value);
        isEmpty = true;
        for (_tokens.Take(TomlLexerMode.Key); ; isEmpty = false)
        {
            _tokens.PassLines(TomlLexerMode.Key);
            if (_tokens.Kind == TokenKind.CloseBrace) return true;
            if (!ReadSetting(table) || !PassComma(TokenKind.CloseBrace, TomlLexerMode.Key)) return false;
        }
    }

    private bool PassComma(TokenKind end, TomlLexerMode mode)
    {
        _tokens.PassLines(mode);
        if (_tokens.Kind == end) return true;
        if (_tokens.Kind != TokenKind.Comma) return FailHere();
        _tokens.Take(mode);
        return true;
    }

    // Numbers in the form of other formats: 1_000 is 1000, and 0xFF is 255.
    private string? TextOf(TomlToken token) => token.Kind switch
    {
        TokenKind.String or TokenKind.StringMulti or TokenKind.StringLiteral or TokenKind.StringLiteralMulti => token.StringValue ?? "",
        TokenKind.True => "true",
        TokenKind.False => "false",
        TokenKind.Integer or TokenKind.IntegerHexa or TokenKind.IntegerOctal or TokenKind.IntegerBinary =>
            unchecked((long)token.Data).ToString(CultureInfo.InvariantCulture),
        TokenKind.Float or TokenKind.Infinite or TokenKind.PositiveInfinite or TokenKind.NegativeInfinite
            or TokenKind.Nan or TokenKind.PositiveNan or TokenKind.NegativeNan =>
            BitConverter.UInt64BitsToDouble(token.Data).ToString("R", CultureInfo.InvariantCulture),
        TokenKind.OffsetDateTimeByZ or TokenKind.OffsetDateTimeByNumber or TokenKind.LocalDateTime or TokenKind.LocalDate or TokenKind.LocalTime =>
            _tokens.Text.Trim(),
        _ => null,
    };

    // The table that a part of the key names inside another, which is made if it is not there; null if it has a value.
    private TomlTable? TableIn(TomlTable around, int part, TomlTableKind kind, out bool isNew)
    {
        isNew = false;
        var (name, place) = _key[part];
        if (around.Find(name) is { } table) return table;
        var key = Below(around.At, name, place);
        isNew = true;
        if (key.IsTaken) return null;
        // What is below it already has another spelling: 'A' after 'a', or 'a:b'.
        if (key.Node?.Children.Count > 0) key = key with { IsSpelled = false };
        return around.Add(name, new(key, kind));
    }

    private TomlKey Below(TomlKey at, string name, Place place)
    {
        var node = _tree.Below(at.Node, name, place);
        return new(node, at.IsSpelled && node?.Segment == name);
    }

    private TomlKey ElementOf(TomlKey at, int index, Place place) => Below(at, index.ToString(CultureInfo.InvariantCulture), place);

    private bool FailHere() =>
        Fail(_tokens.Place, " This line is not valid. A line is 'key = value' or '[table]', and text needs quotes.");

    private bool FailDefined(Place place)
    {
        Fail(place, " This key or table is already defined above.");
        // It can be read, unlike what has another fault.
        return true;
    }

    private bool Fail(Place place, string reason)
    {
        _content.Fail(place, $"The TOML cannot be read{(reason.Length == 0 ? "." : ":" + reason)}");
        _hasFault = true;
        return false;
    }
}
