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
    private readonly Lock _staging = new();
    private readonly HashSet<StagedProvider> _changed = [];
    private readonly QuietTime _quiet;
    private ImmutableArray<StagedProvider> _providers;
    private ImmutableArray<IReloadJudge> _judges = [];
    private ConfigurationReloadToken _token = new();
    private volatile Generation _accepted;
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

    /// <summary>How many sources it stands for.</summary>
    public int Count => _providers.Length;

    /// <summary>The providers that cannot be held back.</summary>
    public IEnumerable<IConfigurationProvider> Outside => _providers.Where(provider => !provider.IsInside).Select(provider => provider.Provider);

    /// <summary>Makes this thread see one generation, until the result is disposed.</summary>
    public IDisposable SeeOne() => SeenGeneration.See(this, Seen);

    /// <summary>Takes more providers in.</summary>
    /// <param name="before">Those that come before all others.</param>
    /// <param name="after">Those that come after all others.</param>
    public void Add(IEnumerable<IConfigurationProvider> before, IEnumerable<IConfigurationProvider> after)
    {
        lock (_staging)
        {
            StagedProvider[] first = [.. before.Select(StagedProvider.Of)], last = [.. after.Select(StagedProvider.Of)];
            _providers = [.. first, .. _providers, .. last];
            _accepted = Freeze();
            foreach (var provider in first.Concat(last)) provider.Watch(Change);
        }
    }

    /// <summary>Has each later reload judged.</summary>
    public void Begin(IReloadJudge judge)
    {
        var told = default(Ruling);
        lock (_staging)
        {
            _judges = [.. _judges.Remove(judge), judge];
            // What could not be loaded since the configuration was built is known only here.
            if (Failed is { Length: > 0 } failed) told = judge.Judge(failed);
        }
        told.Tell?.Invoke();
    }

    /// <summary>Asks a judge no more.</summary>
    public void End(IReloadJudge judge)
    {
        lock (_staging) _judges = _judges.Remove(judge);
    }

    /// <summary>Loads every source again, as <see cref="IConfigurationRoot.Reload"/> does, which then signals the change itself.</summary>
    /// <exception cref="Exception">The load of a source failed.</exception>
    public void Reload()
    {
        Publish(_providers, isAsked: true);
        if (Failed.FirstOrDefault(provider => !provider.IsIgnored) is { Failure: { } failure }) ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Sets a key in every source, as a configuration does, without a signal.</summary>
    public void Set(string key, string? value)
    {
        Ruling[] rulings;
        lock (_staging)
        {
            foreach (var provider in _providers) provider.Set(key, value);
            rulings = Judge(out _);
        }
        Tell(rulings);
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

    private StagedProvider[] Failed => [.. _providers.SelectMany(provider => provider.All).Where(provider => provider.Failure is not null)];

    private static void Tell(Ruling[] rulings)
    {
        foreach (var ruling in rulings) ruling.Tell();
    }

    private void Change(StagedProvider provider)
    {
        // A load that a transaction has begun is no change of its own.
        if (_staging.IsHeldByCurrentThread) return;
        if (!provider.IsInside)
        {
            Signal();
            return;
        }
        lock (_changed) _changed.Add(provider);
        var judges = _judges;
        var delay = judges.IsEmpty ? TimeSpan.Zero : judges.Select(judge => judge.QuietTime).Append(provider.Delay).Max();
        if (delay == TimeSpan.Zero) Publish(Changed());
        else _quiet.Await(delay, judges[0].Time);
    }

    // Nobody waits for this, and what is thrown on a timer's thread ends the process.
    private void PublishQuietly()
    {
        try
        {
            Publish(Changed());
        }
        catch (Exception exception)
        {
            foreach (var judge in _judges) judge.ListenerFailed(exception);
        }
    }

    private StagedProvider[] Changed()
    {
        lock (_changed)
        {
            StagedProvider[] changed = [.. _changed];
            _changed.Clear();
            return changed;
        }
    }

    private void Publish(IReadOnlyCollection<StagedProvider> changed, bool isAsked = false)
    {
        if (changed.Count == 0) return;
        bool isPublished;
        Ruling[] rulings;
        lock (_staging)
        {
            foreach (var provider in changed) provider.Load(isAsked);
            rulings = Judge(out isPublished);
        }
        try
        {
            if (isPublished && !isAsked) Signal();
        }
        finally
        {
            Tell(rulings);
        }
    }

    // A change that comes before anything is judged takes effect as it does without decisions.
    private Ruling[] Judge(out bool isPublished)
    {
        var staged = Freeze();
        Ruling[] rulings;
        using (SeenGeneration.See(this, staged))
        {
            var failed = Failed;
            rulings = [.. _judges.Select(judge => judge.Judge(failed))];
        }
        isPublished = Array.TrueForAll(rulings, ruling => ruling.IsGood);
        if (isPublished) _accepted = staged;
        return rulings;
    }

    private Generation Freeze() => new([.. _providers.Select(provider => provider.Freeze())]);

    private void Signal() => Interlocked.Exchange(ref _token, new()).OnReload();
}
