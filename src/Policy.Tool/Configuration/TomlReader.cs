using System.Globalization;
using DecisionPolicies.Settings;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>Reads TOML 1.0: keys of tables and indexes of arrays are segments.</summary>
internal sealed class TomlReader
{
    private readonly FileContent _content = new(isProvidersFormat: false);
    private readonly LineIndex _lines;
    private readonly SettingTree _tree;

    // The number of elements of each array of tables so far, by its node.
    private readonly Dictionary<SettingNode, int> _tables = [];

    private TomlReader(string text)
    {
        _lines = new(text);
        _tree = new(_content);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    public static ConfigurationFile Read(string text)
    {
        var reader = new TomlReader(text);
        try
        {
            reader.ReadDocument(SyntaxParser.Parse(text, sourceName: "", validate: true));
        }
        catch (TomlException exception)
        {
            var place = exception.Span is { } span ? reader.PlaceOf(span.Start.Offset, span.End.Offset) : Place.Start;
            reader._content.Fail(place, "The TOML cannot be read: Values are nested too deeply.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On some invalid text the library throws exceptions that it does not document.
            reader._content.Fail(Place.Start, "The TOML cannot be read.");
        }
        return reader._content.ToFile();
    }

    private void ReadDocument(DocumentSyntax document)
    {
        // The library's messages repeat the text, which may be a secret.
        foreach (var message in document.Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error))
        {
            _content.Fail(PlaceOf(message.Span), message.Message.Contains("already defined", StringComparison.Ordinal)
                ? "The TOML cannot be read: This key or table is already defined above."
                : "The TOML cannot be read: This line is not valid. A line is 'key = value' or '[table]', and text needs quotes.");
        }
        if (document.HasErrors) return;
        foreach (var setting in document.KeyValues) ReadSetting(setting, _tree.Root);
        foreach (var table in document.Tables) ReadTable(table);
        _content.Add(new(_tree.Settings));
    }

    private void ReadTable(TableSyntaxBase table)
    {
        if (table.Name is null) return;
        var node = Below(_tree.Root, table.Name, isTable: true);
        if (node is not null && table is TableArraySyntax)
        {
            var index = _tables.TryGetValue(node, out var count) ? count : 0;
            _tables[node] = index + 1;
            node = Element(node, index, PlaceOf(table.Name.Span));
        }
        foreach (var setting in table.Items) ReadSetting(setting, node);
    }

    private void ReadSetting(KeyValueSyntax setting, SettingNode? at)
    {
        if (setting is { Key: { } key, Value: { } value } && Below(at, key, isTable: false) is { } node) ReadValue(value, node);
    }

    private void ReadValue(ValueSyntax value, SettingNode node)
    {
        var place = PlaceOf(value.Span);
        switch (value)
        {
            case ArraySyntax array:
                var index = 0;
                foreach (var item in array.Items)
                {
                    if (item.Value is { } element && Element(node, index++, PlaceOf(element.Span)) is { } at) ReadValue(element, at);
                }
                if (index == 0) _tree.Set(node, "", place);
                break;
            case InlineTableSyntax table:
                if (table.Items.ChildrenCount == 0) _tree.Set(node, null, place);
                foreach (var item in table.Items)
                {
                    if (item.KeyValue is { } setting) ReadSetting(setting, node);
                }
                break;
            default:
                _tree.Set(node, TextOf(value), place);
                break;
        }
    }

    // Numbers in the form of other formats: 1_000 is 1000, and 0xFF is 255.
    private static string TextOf(ValueSyntax value) => value switch
    {
        StringValueSyntax text => text.Value ?? "",
        BooleanValueSyntax boolean => boolean.Value ? "true" : "false",
        IntegerValueSyntax integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FloatValueSyntax number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString().Trim(),
    };

    private SettingNode? Below(SettingNode? node, KeySyntax key, bool isTable)
    {
        node = Segment(node, key.Key);
        foreach (var dotted in key.DotKeys)
        {
            if (isTable) node = LastElement(node);
            node = Segment(node, dotted.Key);
        }
        return node;
    }

    private SettingNode? Segment(SettingNode? node, BareKeyOrStringValueSyntax? key) => key switch
    {
        BareKeySyntax bare => _tree.Below(node, bare.Key?.Text ?? "", PlaceOf(key.Span)),
        StringValueSyntax text => _tree.Below(node, text.Value ?? "", PlaceOf(key.Span)),
        _ => null,
    };

    // [a.b] after [[a]] continues the last element of a.
    private SettingNode? LastElement(SettingNode? node) =>
        node is not null && _tables.TryGetValue(node, out var count) ? Element(node, count - 1, node.KeyPlace) : node;

    private SettingNode? Element(SettingNode node, int index, Place place) => _tree.Below(node, index.ToString(CultureInfo.InvariantCulture), place);

    private Place PlaceOf(SourceSpan span) => PlaceOf(span.Start.Offset, span.End.Offset);

    // The library's spans end at the last character, not after it, and it does not end every line where others do.
    private Place PlaceOf(int start, int end)
    {
        var length = _lines.Text.Length;
        return _lines.PlaceAt(Math.Clamp(start, 0, length), Math.Clamp(end + 1, 0, length));
    }
}
