using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>
/// A file. It is watched and loaded here and not by its provider, which empties its data when it cannot read the file, and signals
/// nothing when it cannot open it.
/// </summary>
internal sealed class StagedFile : StagedProvider
{
    // The framework's own, whose disposal ends their watching and nothing else.
    private static readonly HashSet<string?> _known =
    [
        "Microsoft.Extensions.Configuration.Ini.IniConfigurationProvider",
        "Microsoft.Extensions.Configuration.Json.JsonConfigurationProvider",
        "Microsoft.Extensions.Configuration.Xml.XmlConfigurationProvider",
    ];

    private readonly FileConfigurationProvider _provider;
    private readonly LoadExceptionHandler _handler;
    private FrozenProvider _loaded;

    public StagedFile(FileConfigurationProvider provider)
        : base(provider)
    {
        _provider = provider;
        _loaded = new(provider, ProviderData.Copy(provider));
        _handler = new(provider.Source, Handle);
    }

    /// <summary>Why the last load failed; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the application ignores that failure, which does not make it a good load.</summary>
    public bool IsIgnored { get; private set; }

    public override TimeSpan Delay => TimeSpan.FromMilliseconds(_provider.Source.ReloadDelay);

    /// <summary>Whether a provider still loads its file after it is disposed.</summary>
    public static bool OutlivesDisposal(IConfigurationProvider provider) => _known.Contains(provider.GetType().FullName);

    public override void Watch(Action<StagedProvider> changed)
    {
        base.Watch(changed);
        if (_provider.Source is { ReloadOnChange: true, FileProvider: { } files, Path: { } path }) Follow(() => files.Watch(path), () => changed(this));
    }

    public override void Load(bool isAsked)
    {
        (Failure, IsIgnored) = (null, false);
        try
        {
            _provider.Load();
        }
        catch (Exception failure)
        {
            (Failure, IsIgnored) = (failure, false);
        }
        if (Failure is null) _loaded = new(_provider, ProviderData.Copy(_provider));
    }

    // What was loaded here: a chained configuration that has this file too may have emptied it since.
    public override IConfigurationProvider Freeze() => _loaded;

    public override void Set(string key, string? value)
    {
        base.Set(key, value);
        _loaded = _loaded.With(key, value);
    }

    public override void Dispose()
    {
        base.Dispose();
        _handler.Dispose();
    }

    private void Handle(FileLoadExceptionContext context, Action<FileLoadExceptionContext>? previous)
    {
        previous?.Invoke(context);
        if (context.Ignore && context.Provider == _provider) (Failure, IsIgnored) = (context.Exception, true);
    }
}
