using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>
/// Answers from the accepted generation of a configuration, each question from a single one. It is a chained configuration, because that is
/// where libraries look for a provider of their own, as Azure App Configuration's do; its own members replace all that chaining does.
/// </summary>
internal sealed class AcceptedProvider : ChainedConfigurationProvider, IConfigurationProvider, IDisposable
{
    private bool _isLoaded;
    private bool _isDisposed;

    public AcceptedProvider(AcceptedConfiguration accepted)
        : base(new() { Configuration = new AcceptedRoot(accepted) })
    {
        Accepted = accepted;
        accepted.Enter();
    }

    /// <summary>The configuration that the application sees.</summary>
    public AcceptedConfiguration Accepted { get; }

    bool IConfigurationProvider.TryGet(string key, out string? value) => Accepted.Seen.TryGet(key, out value);

    IEnumerable<string> IConfigurationProvider.GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) =>
        Accepted.Seen.ChildKeys(earlierKeys, parentPath);

    void IConfigurationProvider.Set(string key, string? value) => Accepted.Set(key, value);

    IChangeToken IConfigurationProvider.GetReloadToken() => Accepted.ReloadToken;

    // What it stands for is loaded before it is built.
    void IConfigurationProvider.Load()
    {
        if (_isLoaded) Accepted.Reload();
        _isLoaded = true;
    }

    void IDisposable.Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        Accepted.Leave();
    }

    public override string ToString() => $"accepted configuration of {Accepted.Count} sources";
}
