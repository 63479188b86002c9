using System.Runtime.CompilerServices;

namespace DecisionPolicies.Rules;

/// <summary>The origin of a URL as RFC 6454 defines it: scheme, host and port.</summary>
internal sealed class Origin : IEquatable<Origin>
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

    /// <summary>Whether the text is a URL with an origin.</summary>
    public bool IsKnown => _uri is not null;

    /// <summary>The host, in the form that DNS has it; empty without an origin.</summary>
    public string Host => _host;

    /// <summary>The port; -1 if the scheme lacks one.</summary>
    public int Port => _uri?.Port ?? -1;

    /// <summary>Whether references to a path can be resolved against the URL.</summary>
    public bool TakesPaths => Keeps("/");

    /// <summary>Whether references with a host can be resolved against the URL; not against <c>mailto:</c>, which lacks them.</summary>
    public bool TakesHosts => Keeps("//" + _uri?.Authority);

    /// <summary>Whether the port is the scheme's own.</summary>
    public bool HasDefaultPort => _uri?.IsDefaultPort == true;

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
        return Resolve(b._uri, url.Substring(start, length))?.Equals(b) == true;
    }

    /// <summary>The origin of a reference, as a client would resolve it; null if it is not one.</summary>
    /// <param name="url">The URL that it is resolved against.</param>
    /// <param name="reference">The reference.</param>
    public static Origin? Resolve(Uri url, string reference) => Uri.TryCreate(url, reference, out var resolved) ? new(resolved) : null;

    /// <summary>The origin of a URL.</summary>
    /// <param name="url">Any text.</param>
    public static Origin Of(string url) =>
        _read.GetValue(url, static text => new(Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) ? uri : null));

    /// <summary>Whether both have the same origin. Without one, nothing is the same.</summary>
    public bool Equals(Origin? other) =>
        _uri is not null && other?._uri is not null && _uri.Scheme == other._uri.Scheme && _uri.Port == other._uri.Port && _host == other._host;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Origin);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_host.GetHashCode() * 31) + Port);

    private bool Keeps(string reference) => _uri is not null && Resolve(_uri, reference)?.Equals(this) == true;

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
