using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DecisionPolicies.Records;

/// <summary>
/// Turns YAML into nodes that know their places. In front matter it rejects what records do not need: aliases, which can expand without
/// bound, keys that are not text, and very deep nesting. A configuration document may have aliases.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestFrontMatter = 32;
    private const int DeepestDocument = 64;

    private static readonly char[] _otherLineEnds = ['\u0085', '\u2028', '\u2029'];

    private readonly string _yaml;
    private readonly Parser _parser;
    private readonly int _linesBefore;
    private readonly int _lastLine;
    private readonly YamlAliases? _aliases;
    private YamlFault? _fault;
    private int _deepest;

    private YamlReader(string yaml, int firstLine, YamlAliases? aliases)
    {
        _yaml = yaml;
        _parser = new Parser(new StringReader(yaml));
        _linesBefore = firstLine - 1;
        _lastLine = firstLine + TextLine.CountEnds(yaml);
        _aliases = aliases;
    }

    /// <summary>Reads front matter.</summary>
    /// <param name="yaml">The YAML.</param>
    /// <param name="firstLine">The line of the file on which it begins, counted from 1.</param>
    /// <param name="fault">Why it cannot be read; null if it can.</param>
    /// <returns>The root; null if the document is empty or there is a fault.</returns>
    public static YamlNode? Read(string yaml, int firstLine, out Fault? fault)
    {
        var root = new YamlReader(yaml, firstLine, aliases: null).Read(out var unreadable);
        fault = unreadable is null ? null : new(FaultKind.UnreadableFrontMatter, unreadable.Place, $"The front matter cannot be read: {unreadable.Reason}");
        return root;
    }

    /// <summary>Reads a configuration document. Aliases and merged mappings are expanded.</summary>
    /// <param name="yaml">The YAML.</param>
    /// <param name="firstLine">The line of the file on which it begins, counted from 1.</param>
    /// <param name="fault">The first fault, or null.</param>
    /// <returns>The root; null if the document is empty or cannot be read. A duplicate key does not keep it from being read.</returns>
    public static YamlNode? ReadDocument(string yaml, int firstLine, out YamlFault? fault) =>
        new YamlReader(WithUsualLines(yaml), firstLine, new()).Read(out fault);

    // In the library these end a line, as in YAML 1.1; in YAML 1.2 and in editors they do not. In .NET they are white space.
    private static string WithUsualLines(string yaml) =>
        yaml.IndexOfAny(_otherLineEnds) < 0 ? yaml : yaml.Replace(_otherLineEnds[0], ' ').Replace(_otherLineEnds[1], ' ').Replace(_otherLineEnds[2], ' ');

    private YamlNode? Read(out YamlFault? fault)
    {
        YamlNode? root = null;
        try
        {
            root = ReadDocument();
        }
        catch (YamlException exception)
        {
            var (start, end, reason) = YamlReason.Of(exception, _yaml);
            _fault = new(PlaceOf(start, end), reason);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On some broken text the library throws exceptions that it does not document. They must not crash the compiler.
            var at = _parser.Current;
            var place = at is null ? new Place(_linesBefore + 1, 1, _linesBefore + 1, 1) : PlaceOf(at.Start, at.End);
            _fault = new(place, "The text is not valid YAML near here.");
        }
        fault = _fault;
        return root;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _)) throw At(_parser.Current!, "The YAML ends before this line, so what follows would be lost.");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _parser.Current ?? throw new YamlException("A value is missing.");
        var deepest = _aliases is null ? DeepestFrontMatter : DeepestDocument;
        if (depth > deepest) throw At(start, $"Values are nested more than {deepest} levels deep.");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (_aliases is null) throw At(start, "Front matter does not support aliases. Write the value out.");
            var meant = _aliases.Resolve(alias);
            if (depth + meant.Height > deepest) throw At(start, $"With this alias, values are nested more than {deepest} levels deep.");
            _deepest = Math.Max(_deepest, depth + meant.Height);
            return meant.Node;
        }
        var (before, above) = (_aliases?.Weight ?? 0, _deepest);
        _deepest = depth;
        var node = ReadValue(depth);
        if (start is NodeEvent { Anchor: { IsEmpty: false } anchor }) _aliases?.Define(anchor, node, _deepest - depth, before);
        _deepest = Math.Max(_deepest, above);
        return node;
    }

    private YamlNode ReadValue(int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar)) return ReadScalar(scalar);
        _aliases?.Count(0);
        return _parser.TryConsume<SequenceStart>(out var sequence) ? ReadSequence(sequence, depth) : ReadMapping(_parser.Consume<MappingStart>(), depth);
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        _aliases?.Count(scalar.Value.Length);
        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty;
        return new(scalar.Value, isPlain, PlaceOf(scalar.Start, scalar.End))
        {
            IsLiteral = scalar.Style == ScalarStyle.Literal,
            IsFolded = scalar.Style == ScalarStyle.Folded,
        };
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _)) items.Add(ReadNode(depth + 1));
        return new(items, PlaceOf(start, _parser.Consume<SequenceEnd>(), start.Style == SequenceStyle.Flow));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        List<YamlNode>? merged = null;
        // The keys of a record ignore case; another file's keys may differ by case.
        var keys = new HashSet<string>(_aliases is null ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key)) throw At(_parser.Current!, "A key must be text.");
            var isNew = keys.Add(key.Value);
            if (!isNew) Report(At(key, $"Duplicate key '{key.Value}'."));
            var name = ReadScalar(key);
            var value = ReadNode(depth + 1);
            if (_aliases is not null && name is { IsPlain: true, Text: "<<" }) (merged ??= []).Add(value);
            else if (isNew) entries.Add(new(name, value));
        }
        var place = PlaceOf(start, _parser.Consume<MappingEnd>(), start.Style == MappingStyle.Flow);
        if (merged is not null && YamlAliases.Merge(entries, merged) is { } other) _fault ??= new(other.Place, "'<<' merges mappings; this is not a mapping.");
        return new(entries, place);
    }

    // A fault at one key keeps a record from being read, but not the rest of a configuration.
    private void Report(SemanticErrorException exception)
    {
        if (_aliases is null) throw exception;
        _fault ??= new(PlaceOf(exception.Start, exception.End), exception.Message);
    }

    private Place PlaceOf(ParsingEvent start, ParsingEvent end, bool isFlow)
    {
        // The library ends a bracketed value at the closing bracket, not after it.
        var place = PlaceOf(start.Start, end.End);
        return isFlow && place.EndColumn > place.Column ? place with { EndColumn = place.EndColumn + 1 } : place;
    }

    private Place PlaceOf(Mark start, Mark end)
    {
        var first = new Place((int)start.Line + _linesBefore, (int)start.Column, (int)end.Line + _linesBefore, (int)end.Column);
        // At the end of a text without a final line end, the library continues to a line that does not exist.
        if (first.Line > _lastLine) return new(_lastLine, 1, _lastLine, 1);
        // A block ends where the next thing starts; a place is clearer when it stays on its own line.
        return first.EndLine > first.Line ? first with { EndLine = first.Line, EndColumn = first.Column } : first;
    }

    private static SemanticErrorException At(ParsingEvent at, string message) => new(at.Start, at.End, message);
}

/// <summary>Why YAML cannot be read, or what is wrong in it.</summary>
/// <param name="Place">Where in the file.</param>
/// <param name="Reason">The reason, as a sentence.</param>
internal sealed record YamlFault(Place Place, string Reason);
