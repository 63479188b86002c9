using System.Runtime.CompilerServices;

namespace DecisionPolicies.Rules;

/// <summary>Writes a URL in one way, however it is spelled.</summary>
internal static class UrlText
{
    // The same string is judged again and again, and reading a URL costs most. The result lives as long as the string.
    private static readonly ConditionalWeakTable<string, StrongBox<string?>> _read = new();

    /// <summary>
    /// The text as .NET reads and compares it as a URL: with forward slashes; without user, default port, dot segments, fragment
    /// or percent-encoding. A path without a host only loses its percent-encoding. Null if there is no other spelling.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string? Canonical(string text)
    {
        // Most values have neither a colon nor a percent sign, and cost nothing.
        return text.IndexOf(':') < 0 ? Decoded(text) : _read.GetValue(text, static url => new(OfUrl(url))).Value;
    }

    private static string? OfUrl(string text)
    {
        // A rooted path and a drive are absolute file URIs without a host; their text is compared.
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) || url.Host.Length == 0) return Decoded(text);
        var plain = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return Decoded(plain) ?? plain;
    }

    private static string? Decoded(string text) => text.IndexOf('%') < 0 ? null : Uri.UnescapeDataString(text);
}
