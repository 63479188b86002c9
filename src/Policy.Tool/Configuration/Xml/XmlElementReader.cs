using System.Xml;

namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>Reads XML as elements with places. It resolves nothing outside the text, and rejects or passes over a DTD.</summary>
internal sealed class XmlElementReader
{
    private const int DeepestNesting = 64;
    private const string NamespaceDeclarations = "http://www.w3.org/2000/xmlns/";

    private static readonly XmlReaderSettings _ofHost = SettingsWith(DtdProcessing.Prohibit);
    private static readonly XmlReaderSettings _foreign = SettingsWith(DtdProcessing.Ignore);

    private readonly LineIndex _lines;
    private readonly FileContent _content;
    private readonly XmlReader _reader;
    private readonly Stack<XmlElement> _open = new();
    private XmlElement? _root;

    private XmlElementReader(string text, FileContent content, XmlReaderSettings settings)
    {
        _lines = new(text);
        _content = content;
        _reader = XmlReader.Create(new StringReader(text), settings);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="content">Receives the faults.</param>
    /// <param name="isForHost">Whether a DTD is a fault.</param>
    /// <returns>The root, or null if the text cannot be read.</returns>
    public static XmlElement? Read(string text, FileContent content, bool isForHost)
    {
        var reader = new XmlElementReader(text, content, isForHost ? _ofHost : _foreign);
        try
        {
            return reader.Read() ? reader._root : null;
        }
        catch (XmlException exception)
        {
            // The exception's own message repeats the text, which may be a secret.
            content.Fail(reader.PlaceAt(exception.LineNumber, exception.LinePosition), reader.ReasonOf(exception));
            return null;
        }
    }

    private static XmlReaderSettings SettingsWith(DtdProcessing dtd) =>
        new() { DtdProcessing = dtd, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    private bool Read()
    {
        var isEmptySoFar = false;
        while (_reader.Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (!ReadElement()) return false;
                    break;
                case XmlNodeType.EndElement:
                    var closed = _open.Pop();
                    // <a></a> holds the empty text; <a/> does not hold a text.
                    if (isEmptySoFar) (closed.Text, closed.TextPlace) = ("", closed.Place);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _open.TryPeek(out var holder):
                    (holder.Text, holder.TextPlace) = (_reader.Value, TextPlace());
                    break;
            }
            isEmptySoFar = _reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
        }
        return true;
    }

    private bool ReadElement()
    {
        var place = NamePlace();
        if (_open.Count == DeepestNesting)
        {
            _content.Fail(place, $"Elements are nested more than {DeepestNesting} levels deep, which is the limit.", stopsHost: false);
            return false;
        }
        var element = new XmlElement(_reader.LocalName, place);
        if (_open.TryPeek(out var parent)) parent.Children.Add(element);
        _root ??= element;
        var closesItself = _reader.IsEmptyElement;
        while (_reader.MoveToNextAttribute())
        {
            if (_reader.NamespaceURI != NamespaceDeclarations)
            {
                element.Attributes.Add(new(_reader.LocalName, _reader.Value, NamePlace(), AttributeValuePlace()));
            }
        }
        _reader.MoveToElement();
        if (!closesItself) _open.Push(element);
        return true;
    }

    private (int Line, int Column) Position => _reader is IXmlLineInfo info ? (info.LineNumber, info.LinePosition) : (1, 1);

    private Place NamePlace() => PlaceAt(Position.Line, Position.Column, _reader.Name.Length);

    private Place AttributeValuePlace()
    {
        var (line, column) = Position;
        if (_lines.Offset(line, column) is not { } name) return NamePlace();
        var quote = _lines.Text.AsSpan(name).IndexOfAny('"', '\'');
        if (quote < 0) return NamePlace();
        var start = name + quote + 1;
        var length = _lines.Text.AsSpan(start).IndexOf(_lines.Text[start - 1]);
        return length < 0 ? NamePlace() : _lines.PlaceAt(start, start + length);
    }

    // The place of the text without the space around it.
    private Place TextPlace()
    {
        var (line, column) = Position;
        if (_lines.Offset(line, column) is not { } start) return PlaceAt(line, column);
        var rest = _lines.Text.AsSpan(start);
        var end = _reader.NodeType == XmlNodeType.CDATA ? rest.IndexOf("]]>") : rest.IndexOf('<');
        if (end >= 0) rest = rest[..end];
        var trimmed = rest.Trim();
        if (trimmed.IsEmpty) return PlaceAt(line, column);
        start += rest.Length - rest.TrimStart().Length;
        return _lines.PlaceAt(start, start + trimmed.Length);
    }

    private Place PlaceAt(int line, int column, int length = 0) =>
        _lines.Offset(line, column) is { } offset ? _lines.PlaceAt(offset, Math.Min(offset + length, _lines.Text.Length)) : Place.Start;

    private string ReasonOf(XmlException exception)
    {
        if (exception.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return "A DTD is not allowed, because it can expand without limit and include other files. Remove it.";
        }
        if (!_lines.Text.AsSpan().TrimStart().StartsWith("<")) return "The file is not XML: it does not begin with '<'.";
        return _open.TryPeek(out var open)
            ? $"The XML cannot be read here, inside the element in line {open.Place.Line}. "
                + "Close each element, and write '&' and '<' in text as &amp; and &lt;."
            : "The XML cannot be read here.";
    }
}
