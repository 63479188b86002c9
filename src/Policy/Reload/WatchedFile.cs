using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>
/// A configuration file, and whether its last load failed. Its state is read from the provider's reload token, which
/// changes whenever a load ends: an event of our own could be too late for code that is notified of the load first.
/// </summary>
/// <param name="provider">The provider of the file.</param>
internal sealed class WatchedFile(FileConfigurationProvider provider)
{
    private IChangeToken _lastLoad = provider.GetReloadToken();
    private bool _isIgnored;

    /// <summary>The file's provider.</summary>
    public FileConfigurationProvider Provider => provider;

    /// <summary>Why the last load failed; null if it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Notes that a load is failing.</summary>
    public void Fail(Exception error)
    {
        Failure = LoadFailure.InWords(error);
        _lastLoad = provider.GetReloadToken();
        _isIgnored = false;
    }

    /// <summary>Notes that the application ignores the failure: the failed load ends as if it had succeeded.</summary>
    public void Ignore() => _isIgnored = true;

    /// <summary>Checks whether the file has been loaded since.</summary>
    public void Look()
    {
        var load = provider.GetReloadToken();
        if (ReferenceEquals(load, _lastLoad)) return;
        _lastLoad = load;
        // A watched file that has disappeared is loaded as if it were empty, silently.
        if (!_isIgnored) Failure = provider.Source.Optional || Exists() ? null : LoadFailure.Missing;
        _isIgnored = false;
    }

    private bool Exists() => provider.Source is { FileProvider: { } files, Path: { } path } && files.GetFileInfo(path).Exists;
}
