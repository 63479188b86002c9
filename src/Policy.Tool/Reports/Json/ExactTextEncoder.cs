using System.Globalization;
using System.Text.Encodings.Web;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>
/// Keeps text in JSON exact and harmless: what a terminal would obey, or what would reorder the text around it, is escaped, and a
/// reader of JSON gets it back. Letters of every language stay as they are. Half of a character becomes U+FFFD, since most readers refuse it.
/// </summary>
internal sealed class ExactTextEncoder : JavaScriptEncoder
{
    private const int EscapeLength = 6;

    // It escapes control characters, unusual spaces and ends of lines already.
    private static readonly JavaScriptEncoder _relaxed = UnsafeRelaxedJsonEscaping;

    private ExactTextEncoder()
    {
    }

    /// <summary>The encoder.</summary>
    public static ExactTextEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => _relaxed.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var relaxed = _relaxed.FindFirstCharacterToEncode(text, textLength);
        var before = relaxed < 0 ? textLength : relaxed;
        for (var i = 0; i < before; i++)
        {
            if (DisplayText.IsBidirectionalControl(text[i])) return i;
        }
        return relaxed;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (!Reorders(unicodeScalar)) return _relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        var fits = bufferLength >= EscapeLength;
        numberOfCharactersWritten = fits ? EscapeLength : 0;
        return fits && new Span<char>(buffer, bufferLength).TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}", out _);
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => Reorders(unicodeScalar) || _relaxed.WillEncode(unicodeScalar);

    private static bool Reorders(int unicodeScalar) => unicodeScalar <= char.MaxValue && DisplayText.IsBidirectionalControl((char)unicodeScalar);
}
