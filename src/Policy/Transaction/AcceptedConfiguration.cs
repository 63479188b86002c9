using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies;

/// <summary>
/// A configuration whose reloads are transactions. What the sources bring is staged, judged as a whole, and published by one write, or not
/// at all: every reader sees the accepted generation.
/// </summary>
internal sealed class AcceptedConfiguration
{
    private const int MostWritten = 100;

    private readonly Lock _staging = new();
    private readonly HashSet<StagedProvider> _changed = [];
    private readonly ConcurrentQueue<Written> _written = [];
    private readonly QuietTime _quiet;
    private ImmutableArray<StagedProvider> _providers;
    private ImmutableArray<IReloadJudge> _judges = [];
    private ConfigurationReloadToken _token = new();
    private volatile Generation _accepted;
    private volatile bool _isDue;
    private volatile bool _isBehind;
    private bool _isLoading;
    private volatile bool _hasEnded;
    private int _isSetting;
    private int _uses;

    /// <param name="providers">The application's providers, loaded.</param>
    public AcceptedConfiguration(IEnumerable<IConfigurationProvider> providers)
    {
        _quiet = new(PublishQuietly);
        _providers = [.. providers.Select(StagedProvider.Of)];
        _accepted = Freeze();
        foreach (var provider in _providers) provider.Watch(Change);
    }

    /// <summary>The generation that this thread sees.</summary>
    public Generation Seen => SeenGeneration.Of(this) ?? _accepted;

    /// <summary>Signals the next change.</summary>
    public IChangeToken ReloadToken => _token;

    /// <summary>The application's providers.</summary>
    public IEnumerable<IConfigurationProvider> Providers => _providers.Select(provider => provider.Provider);

    /// <summary>How many sources there are.</summary>
    public int Count => _providers.Length;

    /// <summary>The providers that cannot be held back.</summary>
    public IEnumerable<IConfigurationProvider> Outside => _providers.Where(provider => !provider.IsInside).Select(provider => provider.Provider);

    private StagedFile[] Failed =>
        [.. _providers.SelectMany(provider => provider.All).OfType<StagedFile>().Where(file => file.Failure is not null)];

    /// <summary>Makes this thread see one accepted generation, until the result is disposed.</summary>
    public SeenGeneration SeeAccepted() => SeenGeneration.See(this, _accepted);

    /// <summary>Takes more providers in.</summary>
    /// <param name="before">Those that come before all others.</param>
    /// <param name="after">Those that come after all others.</param>
    public void Add(IEnumerable<IConfigurationProvider> before, IEnumerable<IConfigurationProvider> after)
    {
        lock (_staging)
        {
            StagedProvider[] first = [.. before.Select(StagedProvider.Of)], last = [.. after.Select(StagedProvider.Of)];
            _providers = [.. first, .. _providers, .. last];
            // What the others have staged may have been refused.
            _accepted = _accepted.Between(first.Select(provider => provider.Freeze()), last.Select(provider => provider.Freeze()));
            foreach (var provider in first.Concat(last)) provider.Watch(Change);
        }
    }

    /// <summary>Has each later reload judged.</summary>
    public void Begin(IReloadJudge judge)
    {
        var ruling = default(Ruling);
        lock (_staging)
        {
            _judges = [.. _judges.Remove(judge), judge];
            _hasEnded = false;
            // What could not be loaded since the configuration was built is known only here.
            if (Failed is { Length: > 0 } failed) ruling = judge.Judge(failed);
        }
        ruling.Report?.Invoke();
    }

    /// <summary>Asks a judge no more. Without the last of them, no source is followed.</summary>
    public void End(IReloadJudge judge)
    {
        lock (_staging)
        {
            _judges = _judges.Remove(judge);
            _hasEnded = _judges.IsEmpty;
        }
    }

    /// <summary>Loads every source again, as <see cref="IConfigurationRoot.Reload"/> does, which then signals the change itself.</summary>
    /// <exception cref="Exception">The load of a source failed.</exception>
    public void Reload()
    {
        if (_staging.IsHeldByCurrentThread)
        {
            // Options that are tried ask for it: what can be loaded again is, once they have been.
            lock (_changed) _changed.UnionWith(_providers);
            _isDue = true;
            return;
        }
        Exception? failure;
        try
        {
            Outcome outcome;
            lock (_staging)
            {
                Load(_providers, isAsked: true);
                outcome = Judge();
                failure = _providers.OfType<StagedFile>().FirstOrDefault(file => file is { Failure: not null, IsIgnored: false })?.Failure;
            }
            Conclude(outcome, isSignalled: false);
        }
        finally
        {
            PublishDue();
        }
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>
    /// Sets a key in every source, as a configuration does, if that is accepted; a signal does not follow. It does not wait for sources whose
    /// reload was refused.
    /// </summary>
    public void Set(string key, string? value)
    {
        if (SeenGeneration.Of(this) is not { } seen) _staging.Enter();
        else if (_staging.IsHeldByCurrentThread || !_staging.TryEnter())
        {
            // Options that are created or tried set it, and whoever holds the lock may wait for them. They see it at once.
            if (seen.TryGet(key, out var present) && present == value) return;
            SeenGeneration.Renew(this, seen.With(key, value));
            _written.Enqueue(new(key, value));
            return;
        }
        Outcome outcome;
        try
        {
            foreach (var provider in _providers.Where(provider => !provider.IsInside)) provider.Set(key, value);
            outcome = Judge(_accepted.With(key, value), static judge => judge.JudgeKey());
            if (outcome.IsPublished)
            {
                foreach (var provider in _providers.Where(provider => provider.IsInside)) provider.Set(key, value);
            }
        }
        finally
        {
            _staging.Exit();
        }
        Conclude(outcome, isSignalled: false);
        if (outcome.IsPublished)
        {
            SeenGeneration.Renew(this, _accepted);
            // It may have been what kept a reload back.
            if (_isBehind) _isDue = true;
        }
        PublishDue();
    }

    /// <summary>Notes that a provider of the configuration is in use.</summary>
    public void Enter() => Interlocked.Increment(ref _uses);

    /// <summary>Notes that it is not any more: with the last, all watching ends.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _uses) > 0) return;
        _quiet.Dispose();
        foreach (var provider in _providers)
        {
            provider.Dispose();
            (provider.Provider as IDisposable)?.Dispose();
        }
    }

    private void Change(StagedProvider provider)
    {
        // A load that was begun here is no change of its own.
        if (_hasEnded || (_staging.IsHeldByCurrentThread && _isLoading)) return;
        if (!provider.IsInside)
        {
            Signal();
            // It may have been what kept the others back.
            if (!_isBehind) return;
        }
        lock (_changed) _changed.Add(provider);
        var judges = _judges;
        var delay = judges.IsEmpty ? TimeSpan.Zero : judges.Select(judge => judge.QuietTime).Append(provider.Delay).Max();
        if (delay == TimeSpan.Zero)
        {
            _isDue = true;
            PublishDue();
        }
        else _quiet.Await(delay, judges[0].Time);
    }

    // Nobody waits for this, and what is thrown on a timer's thread ends the process.
    private void PublishQuietly()
    {
        _isDue = true;
        try
        {
            PublishDue();
        }
        catch (Exception exception)
        {
            foreach (var judge in _judges) judge.ListenerFailed(exception);
        }
    }

    // Whoever holds the lock comes back for what is due: it may run code that waits for this thread.
    private void PublishDue()
    {
        if (_staging.IsHeldByCurrentThread) return;
        while (_isDue && _staging.TryEnter())
        {
            Outcome outcome;
            try
            {
                _isDue = false;
                outcome = JudgeChanged();
            }
            finally
            {
                _staging.Exit();
            }
            Conclude(outcome, isSignalled: true);
        }
        SetWritten();
    }

    private Outcome JudgeChanged()
    {
        StagedProvider[] changed;
        lock (_changed)
        {
            changed = [.. _changed];
            _changed.Clear();
        }
        try
        {
            Load(changed, isAsked: false);
            return Judge();
        }
        catch
        {
            // For the next change.
            lock (_changed) _changed.UnionWith(changed);
            throw;
        }
    }

    // Options that set another value each time they are created do not hold this up for good.
    private void SetWritten()
    {
        if (_written.IsEmpty || Interlocked.Exchange(ref _isSetting, 1) == 1) return;
        try
        {
            for (var i = 0; i < MostWritten && _written.TryDequeue(out var written); i++) Set(written.Key, written.Value);
        }
        finally
        {
            Volatile.Write(ref _isSetting, 0);
        }
    }

    private void Load(IEnumerable<StagedProvider> providers, bool isAsked)
    {
        _isLoading = true;
        try
        {
            foreach (var provider in providers) provider.Load(isAsked);
        }
        finally
        {
            _isLoading = false;
        }
    }

    private Outcome Judge()
    {
        var failed = Failed;
        var outcome = Judge(Freeze(), judge => judge.Judge(failed));
        _isBehind = !outcome.IsPublished;
        return outcome;
    }

    // A change that comes before anything is judged takes effect as it does without decisions.
    private Outcome Judge(Generation staged, Func<IReloadJudge, Ruling> judge)
    {
        Ruling[] rulings;
        using (SeenGeneration.See(this, staged)) rulings = [.. _judges.Select(judge)];
        var isGood = Array.TrueForAll(rulings, ruling => ruling.IsGood);
        if (isGood) _accepted = staged;
        return new(isGood, rulings);
    }

    private void Conclude(Outcome outcome, bool isSignalled)
    {
        try
        {
            if (outcome.IsPublished && isSignalled) Signal();
        }
        finally
        {
            foreach (var ruling in outcome.Rulings) ruling.Report();
        }
    }

    private Generation Freeze() => new([.. _providers.Select(provider => provider.Freeze())]);

    private void Signal() => Interlocked.Exchange(ref _token, new()).OnReload();

    // A class: the runtime has code for a queue of those.
    private sealed record Written(string Key, string? Value);

    private readonly record struct Outcome(bool IsPublished, IReadOnlyList<Ruling> Rulings);
}
