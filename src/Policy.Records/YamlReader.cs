using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DecisionPolicies.Records;

/// <summary>
/// Turns front matter into nodes that know their places. It reads what records need of YAML and refuses the rest:
/// aliases, which can expand without bound, keys that are no text, and nesting that no record has.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 32;

    private readonly Parser _parser;
    private readonly int _linesBefore;

    private YamlReader(string yaml, int firstLine)
    {
        _parser = new Parser(new StringReader(yaml));
        _linesBefore = firstLine - 1;
    }

    /// <summary>Reads one document.</summary>
    /// <param name="yaml">The YAML.</param>
    /// <param name="firstLine">The line of the file on which it begins, counted from 1.</param>
    /// <param name="fault">Why it cannot be read, where it cannot.</param>
    /// <returns>The root; null for an empty document or where there is a fault.</returns>
    public static YamlNode? Read(string yaml, int firstLine, out Fault? fault)
    {
        var reader = new YamlReader(yaml, firstLine);
        fault = null;
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException exception)
        {
            fault = Unreadable(reader.PlaceOf(exception.Start, exception.End), ReasonOf(exception));
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On some broken text the library fails in other ways than it says; that must not end the compiler.
            var at = reader._parser.Current;
            var place = at is null ? new Place(firstLine, 1, firstLine, 1) : reader.PlaceOf(at.Start, at.End);
            fault = Unreadable(place, "It is no valid YAML near here.");
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _)) throw At(_parser.Current!, "The YAML ends before this line; what follows would be lost.");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _parser.Current ?? throw new YamlException("There is no value.");
        if (depth > DeepestNesting) throw At(start, $"Values are nested more than {DeepestNesting} deep.");
        if (_parser.TryConsume<Scalar>(out var scalar)) return ReadScalar(scalar);
        if (_parser.TryConsume<SequenceStart>(out var sequence)) return ReadSequence(sequence, depth);
        if (_parser.TryConsume<MappingStart>(out var mapping)) return ReadMapping(mapping, depth);
        throw At(start, "Aliases are not supported in front matter; write the value out.");
    }

    private YamlScalar ReadScalar(Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty, PlaceOf(scalar.Start, scalar.End));

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _)) items.Add(ReadNode(depth + 1));
        return new(items, PlaceOf(start, _parser.Consume<SequenceEnd>(), start.Style == SequenceStyle.Flow));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key)) throw At(_parser.Current!, "A key must be text.");
            if (!keys.Add(key.Value)) throw At(key, $"The key '{key.Value}' stands here twice.");
            entries.Add(new(ReadScalar(key), ReadNode(depth + 1)));
        }
        return new(entries, PlaceOf(start, _parser.Consume<MappingEnd>(), start.Style == MappingStyle.Flow));
    }

    private Place PlaceOf(ParsingEvent start, ParsingEvent end, bool isFlow)
    {
        // The library ends what stands in brackets at the closing one, not after it.
        var place = PlaceOf(start.Start, end.End);
        return isFlow && place.EndColumn > place.Column ? place with { EndColumn = place.EndColumn + 1 } : place;
    }

    private Place PlaceOf(Mark start, Mark end)
    {
        var first = new Place((int)start.Line + _linesBefore, (int)start.Column, (int)end.Line + _linesBefore, (int)end.Column);
        // A block ends where the next thing starts; a place is clearer when it stays on its own line.
        return first.EndLine > first.Line ? first with { EndLine = first.Line, EndColumn = first.Column } : first;
    }

    private static SemanticErrorException At(ParsingEvent at, string message) => new(at.Start, at.End, message);

    // The most common mistakes deserve words that say what to do.
    private static string ReasonOf(YamlException exception) => exception.Message switch
    {
        var message when message.Contains("found invalid mapping") => "A value with ': ' in it needs quotes, as in because: \"It is so: always\".",
        var message when message.Contains("tab character") => "A tab indents this line, and YAML needs spaces.",
        var message => message,
    };

    private static Fault Unreadable(Place place, string reason) => new(
        FaultKind.UnreadableFrontMatter,
        place,
        $"The front matter cannot be read: {reason}{(reason.EndsWith(".", StringComparison.Ordinal) ? "" : ".")}");
}
