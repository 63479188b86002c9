namespace DecisionPolicies.Rules;

/// <summary>The origins of several URLs. To compare another URL with all of them takes no longer than with one.</summary>
internal sealed class Origins
{
    // A reference is resolved against each of these: what differs in the results is the default port.
    private static readonly Uri _base = new("http://reference.invalid/");
    private static readonly Uri _otherBase = new("https://reference.invalid/");

    private readonly HashSet<Origin> _all = [];
    private readonly HashSet<(string Host, int Port)> _ports = [];
    private readonly HashSet<string> _defaultPorts = [];
    private bool _takePaths;

    /// <summary>Adds the origin of a URL; text that is not a URL lacks one.</summary>
    /// <param name="url">An absolute URL.</param>
    public void Add(string url)
    {
        var origin = Origin.Of(url);
        if (!origin.IsKnown || !_all.Add(origin)) return;
        _takePaths |= origin.TakesPaths;
        if (!origin.TakesHosts) return;
        _ports.Add((origin.Host, origin.Port));
        if (origin.HasDefaultPort) _defaultPorts.Add(origin.Host);
    }

    /// <summary>Whether any of the URLs has the same origin as another one, as <see cref="Origin.AreSame"/> compares two.</summary>
    /// <param name="url">A URL, or a reference that starts with a slash.</param>
    public bool Contain(string url)
    {
        var (start, length) = TrimmedText.Bounds(url);
        return length > 0 && url[start] == '/' ? ContainReference(url.Substring(start, length)) : _all.Contains(Origin.Of(url));
    }

    // Resolved against a URL, a reference has its scheme, and its host too unless it names one itself.
    private bool ContainReference(string reference)
    {
        if (_all.Count == 0 || Origin.Resolve(_base, reference) is not { } resolved || Origin.Resolve(_otherBase, reference) is not { } other) return false;
        if (resolved.Host == _base.Host) return _takePaths;
        return resolved.Port == other.Port ? _ports.Contains((resolved.Host, resolved.Port)) : _defaultPorts.Contains(resolved.Host);
    }
}
