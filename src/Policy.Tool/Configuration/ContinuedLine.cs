using System.Text;

namespace DecisionPolicies.Tool.Configuration;

/// <summary>A line that can continue in the lines after it, and where in the file each of its characters is.</summary>
/// <param name="lines">The lines of the file.</param>
internal sealed class ContinuedLine(LineIndex lines)
{
    private readonly StringBuilder _pieces = new();
    private readonly List<(int At, int Offset)> _starts = [];
    private string? _text;

    /// <summary>The text of the whole line.</summary>
    public string Text => _text ??= _pieces.ToString();

    /// <summary>Adds a piece of the file.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character after it.</param>
    public void Add(int start, int end)
    {
        _starts.Add((_pieces.Length, start));
        _pieces.Append(lines.Text, start, end - start);
        _text = null;
    }

    /// <summary>Adds a space where the file has something that is read as one.</summary>
    /// <param name="offset">The character in the file.</param>
    public void AddSpace(int offset)
    {
        _starts.Add((_pieces.Length, offset));
        _pieces.Append(' ');
        _text = null;
    }

    /// <summary>The place in the file of a part of the text.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character after it.</param>
    public Place PlaceOf(int start, int end) => end > start
        ? lines.PlaceAt(OffsetOf(start), OffsetOf(end - 1) + 1)
        : lines.PlaceAt(OffsetOf(start), OffsetOf(start));

    // The last piece that begins at the character or before it; of empty pieces, the last.
    private int OffsetOf(int at)
    {
        var (low, high) = (0, _starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_starts[middle].At <= at) low = middle;
            else high = middle - 1;
        }
        return _starts[low].Offset + at - _starts[low].At;
    }
}
