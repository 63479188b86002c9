using System.Globalization;

namespace DecisionPolicies.Settings;

/// <summary>
/// Reads a JSON settings file as <c>Microsoft.Extensions.Configuration.Json</c> 10 does: with comments and trailing commas,
/// keys compared ignoring case. It takes time in proportion to the text, and never throws.
/// </summary>
internal sealed class SettingsReader
{
    // The provider's own limit.
    private const int DeepestNesting = 64;

    private readonly JsonTokenizer _tokens;
    private readonly SettingNode _root = new("", Place.Start, -1);
    private readonly Stack<Container> _open = new();
    private readonly bool _isForeign;
    private readonly bool _takesLast;
    private bool _hasTwo;
    private SettingsFault? _fault;

    private SettingsReader(string text, bool isForeign = false, bool takesLast = false)
    {
        _tokens = new(text);
        (_isForeign, _takesLast) = (isForeign, takesLast);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text, without a byte order mark.</param>
    public static SettingsFile Read(string text)
    {
        var reader = new SettingsReader(text);
        reader.ReadFile();
        return reader._fault is null ? new(reader._root, null) : new(new("", Place.Start, -1), reader._fault);
    }

    /// <summary>Reads a file that another program than a host of .NET reads, which accepts a list and a key of two spellings.</summary>
    /// <param name="text">Its text, without a byte order mark.</param>
    /// <returns>
    /// What it sets. If it sets a key twice, as .NET compares keys, then once with the first value of each and once with the last: which of them
    /// counts, only its reader knows.
    /// </returns>
    public static IReadOnlyList<SettingsFile> ReadForeign(string text)
    {
        var first = new SettingsReader(text, isForeign: true);
        first.ReadFile();
        if (first._fault is not null) return [new(new("", Place.Start, -1), first._fault)];
        if (!first._hasTwo) return [new(first._root, null)];
        var last = new SettingsReader(text, isForeign: true, takesLast: true);
        last.ReadFile();
        return [new(first._root, null), new(last._root, null)];
    }

    private void ReadFile()
    {
        var first = _tokens.Next();
        if (_isForeign && (first.Kind is JsonTokenKind.End or JsonTokenKind.Text or JsonTokenKind.Value))
        {
            // Nothing has a key.
            if (first.Kind != JsonTokenKind.End && _tokens.Next() is { Kind: not JsonTokenKind.End } more) Fail(more, "Unexpected text after the value.");
            return;
        }
        if (_isForeign && first.Kind == JsonTokenKind.ArrayStart) Open(first, _root, isArray: true);
        else if (first.Kind == JsonTokenKind.End) Fail(first, "The file is empty. Write at least '{}'.");
        else if (first.Kind == JsonTokenKind.ArrayStart)
        {
            Fail(first, "A settings file holds one object. Start it with '{': .NET does not load a list.");
        }
        else if (first.Kind != JsonTokenKind.ObjectStart) Fail(first, "A settings file holds one object. Start it with '{'.");
        else Open(first, _root, isArray: false);
        while (_fault is null && _open.Count > 0) ReadMember(_open.Peek());
        if (_fault is not null) return;
        var last = _tokens.Next();
        if (last.Kind != JsonTokenKind.End) Fail(last, "Unexpected text after the end of the object.");
    }

    private void ReadMember(Container container)
    {
        var token = _tokens.Next();
        if (token.Kind == JsonTokenKind.Comma && container.NeedsComma)
        {
            container.NeedsComma = false;
            // The provider accepts a comma before the end.
            return;
        }
        if (token.Kind == (container.IsArray ? JsonTokenKind.ArrayEnd : JsonTokenKind.ObjectEnd)) Close(token, container);
        else if (container.NeedsComma) Fail(token, $"A ',' or '{container.End}' is missing before this.");
        else if (container.IsArray) ReadElement(token, container);
        else ReadProperty(token, container);
    }

    private void ReadElement(JsonToken token, Container array)
    {
        var node = Below(array.Node, array.Count.ToString(CultureInfo.InvariantCulture), token.Place);
        ReadValue(token, array, node);
    }

    private void ReadProperty(JsonToken name, Container container)
    {
        if (name.Kind != JsonTokenKind.Text)
        {
            Fail(name, "A name in double quotes, or '}', is missing before this.");
            return;
        }
        var colon = _tokens.Next(mayBeComment: false);
        if (colon.Kind != JsonTokenKind.Colon)
        {
            Fail(colon, "A ':' is missing after the name.");
            return;
        }
        var node = container.Node;
        foreach (var segment in name.Value!.Split(':')) node = node is null ? null : Below(node, segment, name.Place);
        ReadValue(_tokens.Next(), container, node);
    }

    private void ReadValue(JsonToken token, Container container, SettingNode? node)
    {
        if (node is null) return;
        container.Count++;
        container.NeedsComma = true;
        switch (token.Kind)
        {
            case JsonTokenKind.ObjectStart or JsonTokenKind.ArrayStart:
                Open(token, node, token.Kind == JsonTokenKind.ArrayStart);
                break;
            case JsonTokenKind.Text or JsonTokenKind.Value when node.IsSet && _isForeign:
                _hasTwo = true;
                if (_takesLast) node.Set(token.Value, token.Place);
                break;
            case JsonTokenKind.Text or JsonTokenKind.Value when node.IsSet:
                Fail(token, SettingsFault.DuplicateKey(node.ValuePlace.Line));
                break;
            case JsonTokenKind.Text or JsonTokenKind.Value:
                node.Set(token.Value, token.Place);
                break;
            default:
                Fail(token, "A value is missing before this.");
                break;
        }
    }

    private void Open(JsonToken token, SettingNode node, bool isArray)
    {
        if (_open.Count == DeepestNesting) Fail(token, $"Values are nested more than {DeepestNesting} levels deep.");
        else _open.Push(new(node, isArray, token.Place));
    }

    private void Close(JsonToken token, Container container)
    {
        _open.Pop();
        // Here the provider accepts a key that is already set.
        if (container.Count == 0 && container.Node != _root)
        {
            container.Node.Set(container.IsArray ? "" : null, container.Place with { EndLine = token.Place.EndLine, EndColumn = token.Place.EndColumn });
        }
    }

    private SettingNode? Below(SettingNode node, string segment, Place place)
    {
        if (node.HasRoomFor(segment.Length)) return node.Below(segment, place);
        _fault ??= new(place, SettingsFault.KeyBeyondLimit(node)) { StopsHost = false };
        return null;
    }

    private void Fail(JsonToken token, string message) => _fault ??= new(token.Place, token.Kind switch
    {
        JsonTokenKind.Fault => token.Value!,
        JsonTokenKind.End when _open.Count > 0 => $"The file ends before its '{_open.Peek().End}'.",
        _ => message,
    });

    // An object or array that is being read.
    private sealed class Container(SettingNode node, bool isArray, Place place)
    {
        public SettingNode Node => node;

        public bool IsArray => isArray;

        public Place Place => place;

        public char End => isArray ? ']' : '}';

        public int Count { get; set; }

        public bool NeedsComma { get; set; }
    }
}
