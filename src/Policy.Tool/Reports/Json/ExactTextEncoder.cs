using System.Globalization;
using System.Text.Encodings.Web;

namespace DecisionPolicies.Tool.Reports.Json;

/// <summary>
/// Keeps text in JSON exact and harmless: characters that control a terminal, or cannot be seen, are escaped, and a JSON
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
            if (IsHidden(text[i])) return i;
        }
        return relaxed;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (!IsHidden(unicodeScalar)) return _relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        var fits = bufferLength >= EscapeLength;
        numberOfCharactersWritten = fits ? EscapeLength : 0;
        return fits && new Span<char>(buffer, bufferLength).TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}", out _);
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => IsHidden(unicodeScalar) || _relaxed.WillEncode(unicodeScalar);

    // The other encoder escapes whatever is above, and replaces halves of it.
    private static bool IsHidden(int unicodeScalar) =>
        unicodeScalar is > '~' and <= char.MaxValue and not (>= 0xD800 and <= 0xDFFF) && InvisibleCharacter.Is((char)unicodeScalar);
}
