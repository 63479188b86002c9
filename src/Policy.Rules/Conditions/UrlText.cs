using System.Runtime.CompilerServices;

namespace DecisionPolicies.Rules;

/// <summary>Writes URLs in one way, whatever way they are spelled in.</summary>
internal static class UrlText
{
    // A value is judged again and again as the same string, and reading a URL is what costs most. Kept only as long as the string is.
    private static readonly ConditionalWeakTable<string, StrongBox<string?>> _read = new();

    /// <summary>
    /// The text as .NET reads and compares it as a URL: with forward slashes, without user, default port, dot segments, fragment
    /// or percent-encoding. A path without a host only loses its percent-encoding. Null where the text has no other spelling.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string? Canonical(string text)
    {
        // The usual value has neither a colon nor a percent sign, and costs nothing.
        return text.IndexOf(':') < 0 ? Decoded(text) : _read.GetValue(text, static url => new(OfUrl(url))).Value;
    }

    private static string? OfUrl(string text)
    {
        // A rooted path and a drive are absolute file URIs; they have no host, and their text is what counts.
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) || url.Host.Length == 0) return Decoded(text);
        var plain = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return Decoded(plain) ?? plain;
    }

    private static string? Decoded(string text) => text.IndexOf('%') < 0 ? null : Uri.UnescapeDataString(text);
}
