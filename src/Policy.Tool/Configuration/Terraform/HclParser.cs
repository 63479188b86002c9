namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>Reads the structure of HCL. It does not evaluate expressions, and reads on after what it does not understand.</summary>
internal sealed class HclParser
{
    private const int Deepest = 64;

    private readonly LineIndex _lines;
    private readonly FileContent _content;
    private readonly HclScanner _scanner;
    private HclToken _token;
    private int _end;
    private int _depth;
    private bool _isReported;

    private HclParser(LineIndex lines, FileContent content)
    {
        _lines = lines;
        _content = content;
        _scanner = new(lines, content);
        _token = _scanner.Next();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="content">Receives the faults.</param>
    public static HclBody Parse(LineIndex lines, FileContent content)
    {
        var body = new HclBody();
        var parser = new HclParser(lines, content);
        parser.ReadBody(body, open: null);
        return body;
    }

    private HclToken Take()
    {
        var token = _token;
        _end = token.End;
        _token = _scanner.Next();
        return token;
    }

    private Place PlaceOf(HclToken token) => _lines.PlaceAt(token.Start, token.End);

    private void ReadBody(HclBody body, HclToken? open)
    {
        while (true)
        {
            if (_token.Kind == HclTokenKind.End)
            {
                if (open is { } brace) FailOpen(brace);
                return;
            }
            if (_token.Is('}') && open is not null)
            {
                Take();
                return;
            }
            if (_token is { Kind: HclTokenKind.Name or HclTokenKind.Text }) ReadAttributeOrBlock(body);
            else if (_token.Kind == HclTokenKind.NewLine || _token.Is(',')) Take();
            else SkipLine(_token);
        }
    }

    private void ReadAttributeOrBlock(HclBody body)
    {
        var name = ReadName();
        if (_token.Is('='))
        {
            Take();
            body.Attributes.Add(new(name.Text, PlaceOf(name), ReadValue(isOverLines: false)));
            return;
        }
        var labels = new List<string>();
        while (_token is { Kind: HclTokenKind.Name or HclTokenKind.Text }) labels.Add(Take().Text ?? "");
        if (!_token.Is('{') || name.Text is null)
        {
            SkipLine(name);
            return;
        }
        var block = new HclBlock(name.Text, labels, new());
        var open = Take();
        Nested(open, () => ReadBody(block.Body, open));
        body.Blocks.Add(block);
    }

    // Before version 0.12, a name could have dots.
    private HclToken ReadName()
    {
        var name = Take();
        if (!_token.Is('.')) return name;
        while (_token.Is('.'))
        {
            Take();
            if (_token.Kind is HclTokenKind.Name or HclTokenKind.Number) Take();
        }
        return new(HclTokenKind.Name, name.Start, _end, _lines.Text[name.Start.._end]);
    }

    // Never in a file that Terraform reads.
    private void SkipLine(HclToken from)
    {
        _content.Fail(PlaceOf(from), "This line is not valid. A line is 'name = value', or begins a block.");
        while (_token.Kind is not (HclTokenKind.NewLine or HclTokenKind.End)) ReadPart();
    }

    // Inside parentheses and lists, a value may have several lines.
    private HclValue ReadValue(bool isOverLines)
    {
        HclValue? only = null;
        List<HclValue>? parts = null;
        var first = _token;
        while (true)
        {
            if (_token.Kind == HclTokenKind.End || _token.IsClosing || _token.Is(',')) break;
            if (_token.Kind == HclTokenKind.NewLine)
            {
                if (!isOverLines) break;
                Take();
            }
            else if (only is null) only = ReadPart();
            else (parts ??= [only]).Add(ReadPart());
        }
        return parts is null && only is not null ? only : Expression(first, parts ?? []);
    }

    private HclValue ReadPart()
    {
        var token = Take();
        switch (token.Kind)
        {
            case HclTokenKind.Text or HclTokenKind.Number:
            case HclTokenKind.Name when token.Text is "true" or "false":
                return token.Text is null ? Expression(token, []) : new HclLiteral(token.Text, PlaceOf(token));
            case HclTokenKind.Name when token.Text is "null":
                return new HclLiteral(null, PlaceOf(token));
            case HclTokenKind.Symbol when token.Is('-') && _token.Kind == HclTokenKind.Number && _token.Start == token.End:
                return new HclLiteral($"-{Take().Text}", _lines.PlaceAt(token.Start, _end));
            case HclTokenKind.Symbol when token.IsOpening:
                HclValue value = Expression(token, []);
                Nested(token, () => value = token.Is('{') ? ReadObject(token) : ReadItems(token));
                return value;
            default:
                return Expression(token, []);
        }
    }

    // [a, b] is a list; (a) is a; and f(a, b) is an expression.
    private HclValue ReadItems(HclToken open)
    {
        var items = new List<HclValue>();
        while (true)
        {
            if (_token.Kind == HclTokenKind.NewLine || _token.Is(',')) Take();
            else if (IsEnd(open)) break;
            else items.Add(ReadValue(isOverLines: true));
        }
        if (open.Is('[')) return new HclList(items, _lines.PlaceAt(open.Start, _end));
        return items.Count == 1 ? items[0] : Expression(open, items);
    }

    private HclValue ReadObject(HclToken open)
    {
        var entries = new List<HclEntry>();
        List<HclValue>? others = null;
        while (true)
        {
            if (_token.Kind == HclTokenKind.NewLine || _token.Is(',')) Take();
            else if (IsEnd(open)) break;
            else ReadEntry(entries, ref others);
        }
        var read = new HclObject([.. entries], _lines.PlaceAt(open.Start, _end));
        return others is null ? read : Expression(open, [read, .. others]);
    }

    // An object that is made by 'for' has no entries; what its expression contains is kept.
    private void ReadEntry(List<HclEntry> entries, ref List<HclValue>? others)
    {
        var name = _token;
        var part = ReadPart();
        if (_token.Is('=') || _token.Is(':'))
        {
            Take();
            var isName = name.Kind is HclTokenKind.Name or HclTokenKind.Text or HclTokenKind.Number;
            entries.Add(new(isName ? name.Text : null, PlaceOf(name), ReadValue(isOverLines: false)));
            return;
        }
        others ??= [];
        if (part is not HclLiteral) others.Add(part);
        others.Add(ReadValue(isOverLines: name is { Kind: HclTokenKind.Name, Text: "for" }));
    }

    // From a token to the last one that was taken.
    private HclExpression Expression(HclToken first, List<HclValue> parts) =>
        new(parts.FindAll(part => part is not HclLiteral), _lines.PlaceAt(first.Start, Math.Max(first.Start, _end)));

    // A bracket of another kind is left to what it closes.
    private bool IsEnd(HclToken open)
    {
        if (_token.Kind == HclTokenKind.End || (_token.IsClosing && !Closes(open)))
        {
            FailOpen(open);
            return true;
        }
        if (!_token.IsClosing) return false;
        Take();
        return true;
    }

    private bool Closes(HclToken open) => _token.Is(open.Symbol switch { '(' => ')', '[' => ']', _ => '}' });

    private void Nested(HclToken open, Action read)
    {
        if (_depth < Deepest)
        {
            _depth++;
            read();
            _depth--;
            return;
        }
        Report(open, "Values are nested more than 64 levels deep.");
        for (var level = 1; level > 0 && _token.Kind != HclTokenKind.End;)
        {
            var token = Take();
            if (token.IsOpening) level++;
            else if (token.IsClosing) level--;
        }
    }

    private void FailOpen(HclToken open) => Report(open, "This bracket is not closed.");

    // Everything around it has the same fault.
    private void Report(HclToken token, string message)
    {
        if (!_isReported) _content.Fail(PlaceOf(token), message);
        _isReported = true;
    }
}
