namespace DecisionPolicies.Rules;

/// <summary>The origin of a URL as RFC 6454 defines it: scheme, host and port.</summary>
internal static class Origin
{
    /// <summary>
    /// Whether a URL has the origin of another. A reference that starts with a slash is resolved against the other,
    /// as a client would; text that is no URL has no origin.
    /// </summary>
    /// <param name="url">A URL, or a reference that starts with a slash.</param>
    /// <param name="other">An absolute URL.</param>
    public static bool AreSame(string url, string other)
    {
        // A rooted path is an absolute file URI on Unix; it has no host, so no origin.
        if (!Uri.TryCreate(other.Trim(), UriKind.Absolute, out var b) || b.Host.Length == 0) return false;
        var reference = url.Trim();
        Uri? a;
        var parsed = reference.StartsWith("/", StringComparison.Ordinal)
            ? Uri.TryCreate(b, reference, out a)
            : Uri.TryCreate(reference, UriKind.Absolute, out a);
        return parsed && a!.Scheme == b.Scheme && a.Port == b.Port && Host(a) == Host(b);
    }

    // The same name may be written in Unicode, or with the root's dot at its end.
    private static string Host(Uri uri)
    {
        try
        {
            return uri.IdnHost.TrimEnd('.');
        }
        catch (UriFormatException)
        {
            // No name system knows such a host, so it equals only itself.
            return uri.Host;
        }
    }
}
