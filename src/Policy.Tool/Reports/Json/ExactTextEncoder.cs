using System.Globalization;
using System.Text.Encodings.Web;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>
/// Keeps text in JSON exact and harmless: characters that control a terminal, or reorder the text around them, are escaped, and a JSON
/// reader restores them. Letters of every language stay as they are. Half a character becomes U+FFFD, since most readers reject it.
/// </summary>
internal sealed class ExactTextEncoder : JavaScriptEncoder
{
    private const int EscapeLength = 6;

    // It already escapes control characters, unusual spaces and line ends.
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
