namespace DecisionPolicies.Tool.Configuration.Yaml;

/// <summary>Maps places in the text of a scalar to places in the file.</summary>
/// <param name="scalar">The place of the scalar.</param>
/// <param name="lines">The lines of the file.</param>
/// <param name="indentation">How far the lines of the text are indented; null if they are not lines of the file.</param>
/// <param name="lastLine">The line of the file with the last line of the text.</param>
internal sealed class EmbeddedText(Place scalar, LineIndex lines, int? indentation, int lastLine)
{
    /// <summary>The mapping for a scalar.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="isEncoded">Whether its text is encoded.</param>
    /// <param name="lines">The lines of the file.</param>
    public static EmbeddedText Of(YamlScalar scalar, bool isEncoded, LineIndex lines) => isEncoded || !scalar.IsLiteral
        ? new(scalar.Place, lines, null, 0)
        : new(scalar.Place, lines, IndentationOf(scalar, lines), scalar.Place.Line + TextLine.Of(scalar.Text, 0, 1).Count());

    /// <summary>Whether everything in the text has the place of the whole scalar.</summary>
    public bool IsOnePlace => indentation is null;

    /// <summary>The place in the file of a place in the text; the place of the whole scalar unless it is a block after <c>|</c>.</summary>
    /// <param name="inside">The place in the text.</param>
    public Place PlaceOf(Place inside)
    {
        if (IsOnePlace) return scalar;
        var (line, column) = InFile(inside.Line, inside.Column);
        var (endLine, endColumn) = InFile(inside.EndLine, inside.EndColumn);
        return new(line, column, endLine, endColumn);
    }

    // The text may end with an empty line that is not part of the block, and an empty line need not be indented.
    private (int Line, int Column) InFile(int line, int column)
    {
        var outer = scalar.Line + line;
        return outer > lastLine ? (lastLine, lines[lastLine].Length + 1) : (outer, Math.Min(column + indentation!.Value, lines[outer].Length + 1));
    }

    // Found from the first line that is not empty; null if that line is not written as it is read.
    private static int? IndentationOf(YamlScalar scalar, LineIndex lines)
    {
        foreach (var line in TextLine.Of(scalar.Text, 0, 1))
        {
            if (line.Length == 0) continue;
            var outer = lines[scalar.Place.Line + line.Number];
            return outer.EndsWith(line.Text) ? outer.Length - line.Length : null;
        }
        return null;
    }
}
