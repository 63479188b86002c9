using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>
/// The configuration files whose last load failed. The framework empties the data of a watched file that cannot be
/// read, silently; the rest must not pass as a configuration in which nothing is set.
/// </summary>
internal sealed class ProviderFailures : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConditionalWeakTable<FileConfigurationProvider, WatchedFile> _files = [];
    private readonly Dictionary<FileConfigurationSource, Handler> _handlers = [];
    private readonly HashSet<WatchedFile> _failed = [];
    private readonly EffectiveConfiguration _effective;
    private readonly RejectionCounter _counter;
    private readonly Refusals _refusals;
    private readonly IDisposable? _reloads;

    public ProviderFailures(EffectiveConfiguration effective, RejectionCounter counter, Refusals refusals)
    {
        _effective = effective;
        _counter = counter;
        _refusals = refusals;
        Any();
        if (effective.Configuration is { } configuration) _reloads = ChangeToken.OnChange(configuration.GetReloadToken, () => Any());
    }

    /// <summary>Whether the last load of any file failed.</summary>
    public bool Any()
    {
        lock (_gate)
        {
            foreach (var provider in Files(_effective.Configuration)) Look(provider);
            if (_failed.Count > 0) ForgetRemoved();
            return _failed.Count > 0;
        }
    }

    /// <summary>The files whose last load failed, each with the reason.</summary>
    public IReadOnlyList<string> InWords()
    {
        lock (_gate) return Any() ? [.. _failed.Select(InWords).Order(StringComparer.Ordinal)] : [];
    }

    public void Dispose()
    {
        _reloads?.Dispose();
        lock (_gate)
        {
            foreach (var handler in _handlers.Values) handler.Remove();
        }
    }

    private void Look(FileConfigurationProvider provider)
    {
        if (!_handlers.ContainsKey(provider.Source)) _handlers.Add(provider.Source, new(provider.Source, this));
        var file = FileOf(provider);
        file.Look();
        if (file.Failure is not null) Report(file);
        else if (_failed.Remove(file)) _refusals.Accept(file, () => _refusals.Logger.FileLoadedAgain(NameOf(file)));
    }

    private void Report(WatchedFile file)
    {
        _failed.Add(file);
        _refusals.Refuse(file, file.Failure!, () =>
        {
            _refusals.Logger.FileFailed(NameOf(file), file.Failure!);
            _counter.Count(Moment.Reload, RejectionCounter.File);
            return InWords(file);
        });
    }

    // A ConfigurationManager can lose a source while the host runs.
    private void ForgetRemoved()
    {
        var present = Files(_effective.Configuration).ToHashSet();
        foreach (var file in _failed.Where(file => !present.Contains(file.Provider)).ToArray())
        {
            _failed.Remove(file);
            _refusals.Accept(file, () => { });
        }
    }

    private WatchedFile FileOf(FileConfigurationProvider provider) => _files.GetValue(provider, static p => new(p));

    private string InWords(WatchedFile file) => $"{NameOf(file)} {file.Failure}";

    private string NameOf(WatchedFile file) => DisplayText.Neutralise(SourceDescription.Of(file.Provider, "", _effective.ContentRoot));

    private static IEnumerable<FileConfigurationProvider> Files(IConfiguration? configuration)
    {
        if (configuration is not IConfigurationRoot root) yield break;
        foreach (var provider in root.Providers)
        {
            if (provider is FileConfigurationProvider file) yield return file;
            if (provider is not ChainedConfigurationProvider chained) continue;
            foreach (var inner in Files(chained.Configuration)) yield return inner;
        }
    }

    /// <summary>Listens to the load failures of one source, before any handler that was registered earlier.</summary>
    private sealed class Handler
    {
        private readonly FileConfigurationSource _source;
        private readonly ProviderFailures _failures;
        private readonly Action<FileLoadExceptionContext>? _previous;
        private readonly Action<FileLoadExceptionContext> _own;

        public Handler(FileConfigurationSource source, ProviderFailures failures)
        {
            _source = source;
            _failures = failures;
            _previous = source.OnLoadException;
            _own = OnLoadException;
            source.OnLoadException = _own;
        }

        public void Remove()
        {
            if (_source.OnLoadException == _own) _source.OnLoadException = _previous;
        }

        private void OnLoadException(FileLoadExceptionContext context)
        {
            var file = _failures.FileOf(context.Provider);
            lock (_failures._gate)
            {
                file.Fail(context.Exception);
                _failures.Report(file);
            }
            _previous?.Invoke(context);
            if (!context.Ignore) return;
            lock (_failures._gate) file.Ignore();
        }
    }
}
