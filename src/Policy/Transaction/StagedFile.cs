using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>
/// A file. It is watched and loaded here and not by its provider, which empties its data when it cannot read the file, and signals
/// nothing when it cannot open it.
/// </summary>
internal sealed class StagedFile : StagedData
{
    private readonly FileConfigurationProvider _provider;
    private readonly LoadExceptionHandler _handler;
    private Exception? _ignored;

    public StagedFile(FileConfigurationProvider provider)
        : base(provider)
    {
        _provider = provider;
        _handler = new(provider.Source, Handle);
    }

    public override TimeSpan Delay => TimeSpan.FromMilliseconds(_provider.Source.ReloadDelay);

    public override void Watch(Action<StagedProvider> changed)
    {
        base.Watch(changed);
        if (_provider.Source is { ReloadOnChange: true, FileProvider: { } files, Path: { } path }) Follow(() => files.Watch(path), () => changed(this));
    }

    public override void Dispose()
    {
        base.Dispose();
        _handler.Dispose();
    }

    // A failure that the application ignores is not a good load.
    protected override Exception? LoadProvider(bool isAsked)
    {
        _ignored = null;
        _provider.Load();
        return _ignored;
    }

    private void Handle(FileLoadExceptionContext context, Action<FileLoadExceptionContext>? previous)
    {
        previous?.Invoke(context);
        if (context.Ignore && context.Provider == _provider) _ignored = context.Exception;
    }
}
