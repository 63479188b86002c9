using System.Text;

namespace DecisionPolicies.Fuzz;

/// <summary>Texts that are nearly what a target reads: those of its corpus with pieces taken out, doubled, swapped and put in.</summary>
/// <param name="target">The target.</param>
/// <param name="seed">The same seed gives the same texts.</param>
internal sealed class Mutations(FuzzTarget target, int seed)
{
    private const int MostMutations = 8;
    private const int LongestPiece = 20;
    private const int MostRepeats = 200;

    // What is hard to read everywhere.
    private static readonly string[] _anywhere =
    [
        "\n", "\r", "\r\n", "\t", " ", "\0", "\uFEFF", "\uD83D", "\u2028", "\u202E", "\u200B", "\"", "'", "\\", "{", "}", "[", "]", ":", "#", "9999999999",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next text, and the file that it was made from.</summary>
    public (string File, string Text) Next()
    {
        var (file, seed) = Any(target.Corpus);
        var text = new StringBuilder(seed);
        for (var i = _random.Next(1, MostMutations); i > 0; i--) Mutate(text);
        return (file, text.ToString());
    }

    private void Mutate(StringBuilder text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, LongestPiece), text.Length - at);
        switch (_random.Next(6))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                text.Insert(at, Any(target.Pieces));
                break;
            case 3:
                text.Insert(at, Any(_anywhere));
                break;
            case 4:
                // Depth and repetition are what costs.
                text.Insert(at, Any(target.Pieces), _random.Next(1, MostRepeats));
                break;
            default:
                if (at < text.Length) text[at] = (char)_random.Next(1, 0x250);
                break;
        }
    }

    private T Any<T>(IReadOnlyList<T> those) => those[_random.Next(those.Count)];
}
