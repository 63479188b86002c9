using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Puts one source in the place of all the sources of a configuration, so that its reloads are transactions.</summary>
internal static class AcceptedSources
{
    /// <summary>Takes over a configuration that allows for it, and whatever was added to it since.</summary>
    /// <returns>What the application sees from now on; null if the configuration does not allow for it.</returns>
    public static AcceptedConfiguration? TakeOver(IConfiguration? configuration) => configuration switch
    {
        ConfigurationManager manager => TakeOver(manager),
        IConfigurationRoot root => root.Providers.OfType<AcceptedProvider>().FirstOrDefault()?.Accepted,
        _ => null,
    };

    /// <summary>Whether every provider of a configuration is held back.</summary>
    public static bool AreAll(IConfiguration? configuration) => configuration is IConfigurationRoot && !Outside(configuration).Any();

    /// <summary>The providers whose changes are seen at once.</summary>
    public static IEnumerable<IConfigurationProvider> Outside(IConfiguration? configuration) => configuration is not IConfigurationRoot root ? [] :
        root.Providers.SelectMany(provider => provider is AcceptedProvider accepted ? accepted.Accepted.Outside : [provider]);

    /// <summary>Puts one source in the place of all the sources of a builder that has not built yet.</summary>
    public static void StandFor(IConfigurationBuilder builder)
    {
        // A configuration that is built already is taken over when it is first asked for.
        if (builder is IConfiguration || builder.Sources is [PendingSources]) return;
        IConfigurationSource[] sources = [.. builder.Sources.SelectMany(source => source is PendingSources pending ? pending.Sources : [source])];
        builder.Sources.Clear();
        builder.Add(new PendingSources(sources));
    }

    private static AcceptedConfiguration? TakeOver(ConfigurationManager manager)
    {
        IConfigurationSource[] sources = [.. manager.Sources];
        IConfigurationProvider[] providers = [.. ((IConfigurationRoot)manager).Providers];
        if (sources.Length != providers.Length) return null;
        var place = Array.FindIndex(sources, source => source is AcceptedSource);
        if (place < 0) return Replace(manager, sources, providers);
        var accepted = ((AcceptedSource)sources[place]).Accepted;
        if (sources.Length == 1) return accepted;

        var living = Living(manager, sources, providers);
        accepted.Add(living[..place], living[(place + 1)..]);
        foreach (var source in sources.Where(source => source is not AcceptedSource)) manager.Sources.Remove(source);
        return accepted;
    }

    private static AcceptedConfiguration Replace(ConfigurationManager manager, IConfigurationSource[] sources, IConfigurationProvider[] providers)
    {
        var accepted = new AcceptedConfiguration(Living(manager, sources, providers));
        try
        {
            manager.Sources.Clear();
        }
        catch (AggregateException)
        {
            // A listener did not like the moment without any source. The next step ends it.
        }
        manager.Sources.Add(new AcceptedSource(accepted));
        return accepted;
    }

    // The configuration disposes each provider that it loses. Only one of the framework's for files and a chained configuration can be used
    // after that: the file is watched by its stage, and a chained configuration by itself.
    private static IConfigurationProvider[] Living(ConfigurationManager manager, IConfigurationSource[] sources, IConfigurationProvider[] providers) =>
        [.. sources.Zip(providers, (source, provider) =>
            provider is not IDisposable or ChainedConfigurationProvider || StagedFile.OutlivesDisposal(provider) ? provider : Loaded(source.Build(manager)))];

    private static IConfigurationProvider Loaded(IConfigurationProvider provider)
    {
        provider.Load();
        return provider;
    }

    /// <summary>The sources of a builder, until it builds.</summary>
    private sealed class PendingSources(IConfigurationSource[] sources) : IConfigurationSource
    {
        public IConfigurationSource[] Sources => sources;

        public IConfigurationProvider Build(IConfigurationBuilder builder)
        {
            IConfigurationProvider[] providers = [.. sources.Select(source => Loaded(source.Build(builder)))];
            var accepted = new AcceptedProvider(new(providers));
            foreach (var file in providers.Where(StagedFile.OutlivesDisposal).Cast<IDisposable>()) file.Dispose();
            return accepted;
        }
    }
}
