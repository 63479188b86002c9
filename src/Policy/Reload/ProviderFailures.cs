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
    private readonly Dictionary<FileConfigurationSource, LoadExceptionHandler> _handlers = [];
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
        if (effective.Configuration is not null) _reloads = ChangeToken.OnChange(() => effective.ReloadToken, () => Any());
    }

    /// <summary>Whether the last load of any file failed.</summary>
    public bool Any()
    {
        bool any;
        List<Action?>? reports = null;
        lock (_gate)
        {
            foreach (var provider in Files())
            {
                if (Look(provider) is { } report) (reports ??= []).Add(report);
            }
            if (_failed.Count > 0) ForgetRemoved();
            any = _failed.Count > 0;
        }
        reports?.ForEach(Reporting.Report);
        return any;
    }

    /// <summary>The files whose last load failed, each with the reason.</summary>
    public IReadOnlyList<string> InWords()
    {
        if (!Any()) return [];
        lock (_gate) return [.. _failed.Select(InWords).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        _reloads?.Dispose();
        lock (_gate)
        {
            foreach (var handler in _handlers.Values) handler.Dispose();
        }
    }

    private Action? Look(FileConfigurationProvider provider)
    {
        if (!_handlers.ContainsKey(provider.Source)) _handlers.Add(provider.Source, new(provider.Source, OnLoadException));
        var file = FileOf(provider);
        file.Look();
        if (file.Failure is not null) return Failed(file);
        return _failed.Remove(file) ? _refusals.Accept(file, () => _refusals.Logger.FileLoadedAgain(NameOf(file))) : null;
    }

    private Action? Failed(WatchedFile file)
    {
        _failed.Add(file);
        var why = file.Failure!;
        return _refusals.Refuse(file, why, $"{NameOf(file)} {why}", () =>
        {
            _refusals.Logger.FileFailed(NameOf(file), why, Log.LostFile);
            _counter.Count(Moment.Reload, RejectionCounter.File);
        });
    }

    // A ConfigurationManager can lose a source while the host runs.
    private void ForgetRemoved()
    {
        var present = Files().ToHashSet();
        foreach (var file in _failed.Where(file => !present.Contains(file.Provider)).ToArray())
        {
            _failed.Remove(file);
            _ = _refusals.Accept(file, () => { });
        }
    }

    private WatchedFile FileOf(FileConfigurationProvider provider) => _files.GetValue(provider, static p => new(p));

    private string InWords(WatchedFile file) => $"{NameOf(file)} {file.Failure}";

    private string NameOf(WatchedFile file) => DisplayText.Neutralise(SourceDescription.Of(file.Provider, "", _effective.ContentRoot));

    private IEnumerable<FileConfigurationProvider> Files() => _effective.All.SelectMany(Files);

    private static IEnumerable<FileConfigurationProvider> Files(IConfiguration? configuration)
    {
        // What is held back is loaded by its transaction.
        foreach (var provider in AcceptedSources.Outside(configuration))
        {
            if (provider is FileConfigurationProvider file) yield return file;
            if (provider is not ChainedConfigurationProvider chained) continue;
            foreach (var inner in Files(chained.Configuration)) yield return inner;
        }
    }

    private void OnLoadException(FileLoadExceptionContext context, Action<FileLoadExceptionContext>? previous)
    {
        var file = FileOf(context.Provider);
        Action? report;
        lock (_gate)
        {
            file.Fail(context.Exception);
            report = Failed(file);
        }
        Reporting.Report(report);
        previous?.Invoke(context);
        if (!context.Ignore) return;
        lock (_gate) file.Ignore();
    }
}
