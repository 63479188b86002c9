namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Where text that stands in a scalar stands in the file.</summary>
internal sealed class EmbeddedText
{
    private readonly Place _scalar;
    private readonly int _indentation;
    private readonly bool _isLineByLine;

    private EmbeddedText(Place scalar, int? indentation)
    {
        _scalar = scalar;
        _indentation = indentation ?? 0;
        _isLineByLine = indentation is not null;
    }

    /// <summary>Where the text of a scalar stands.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="isEncoded">Whether its text is something else once decoded.</param>
    /// <param name="lines">The lines of the file.</param>
    public static EmbeddedText Of(YamlScalar scalar, bool isEncoded, LineIndex lines) =>
        new(scalar.Place, isEncoded || !scalar.IsLiteral ? null : IndentationOf(scalar, lines));

    /// <summary>The place in the file of a place in the text; of anything but a block after <c>|</c>, the whole scalar's.</summary>
    /// <param name="inside">The place in the text.</param>
    public Place PlaceOf(Place inside) => _isLineByLine
        ? new(inside.Line + _scalar.Line, inside.Column + _indentation, inside.EndLine + _scalar.Line, inside.EndColumn + _indentation)
        : _scalar;

    // How far the block is indented, told by its first line that is not empty; null where it does not stand as it was read.
    private static int? IndentationOf(YamlScalar scalar, LineIndex lines)
    {
        var number = 1;
        foreach (var line in TextLine.Of(scalar.Text, 0, 1))
        {
            number = line.Number;
            if (line.Text.Length == 0) continue;
            var outer = lines[scalar.Place.Line + number];
            return outer.EndsWith(line.Text) ? outer.Length - line.Text.Length : null;
        }
        return null;
    }
}
