using System.Runtime.CompilerServices;

namespace DecisionPolicies.Rules;

/// <summary>The origin of a URL as RFC 6454 defines it: scheme, host and port.</summary>
internal sealed class Origin
{
    // The same string is judged again and again, and reading a URL costs most. The result lives as long as the string.
    private static readonly ConditionalWeakTable<string, Origin> _read = new();

    private readonly Uri? _uri;
    private readonly string _host;

    private Origin(Uri? uri)
    {
        // A rooted path is an absolute file URI on Unix, without a host and so without an origin.
        _uri = uri is { IsAbsoluteUri: true, Host.Length: > 0 } ? uri : null;
        _host = _uri is null ? "" : HostOf(_uri);
    }

    /// <summary>
    /// Whether two URLs have the same origin. A reference that starts with a slash is resolved against the other URL,
    /// as a client would resolve it. Text that is not a URL lacks an origin.
    /// </summary>
    /// <param name="url">A URL, or a reference that starts with a slash.</param>
    /// <param name="other">An absolute URL.</param>
    public static bool AreSame(string url, string other)
    {
        var b = Of(other);
        if (b._uri is null) return false;
        var (start, length) = TrimmedText.Bounds(url);
        if (length == 0 || url[start] != '/') return Of(url).Equals(b);
        return Uri.TryCreate(b._uri, url.Substring(start, length), out var resolved) && new Origin(resolved).Equals(b);
    }

    private static Origin Of(string url) =>
        _read.GetValue(url, static text => new(Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) ? uri : null));

    private bool Equals(Origin other) =>
        _uri is not null && other._uri is not null && _uri.Scheme == other._uri.Scheme && _uri.Port == other._uri.Port && _host == other._host;

    // The same name may be written in Unicode, or with the dot of the DNS root at its end.
    private static string HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost.TrimEnd('.');
        }
        catch (UriFormatException)
        {
            // Such a host does not exist in DNS, so it equals only itself.
            return uri.Host;
        }
    }
}
