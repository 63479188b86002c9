namespace DecisionPolicies.Rules;

/// <summary>Writes URLs in one way, whatever way they are spelled in.</summary>
internal static class UrlText
{
    /// <summary>
    /// The text as .NET reads and compares it as a URL: with forward slashes, without user, default port, dot segments, fragment
    /// or percent-encoding. A path without a host only loses its percent-encoding. Null where the text has no other spelling.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string? Canonical(string text)
    {
        // The usual value has neither a colon nor a percent sign, and costs nothing.
        if (text.IndexOf(':') < 0) return Decoded(text);
        // A rooted path and a drive are absolute file URIs; they have no host, and their text is what counts.
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) || url.Host.Length == 0) return Decoded(text);
        var plain = url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        return Decoded(plain) ?? plain;
    }

    private static string? Decoded(string text) => text.IndexOf('%') < 0 ? null : Uri.UnescapeDataString(text);
}
