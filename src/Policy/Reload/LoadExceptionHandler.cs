using Microsoft.Extensions.Configuration;

namespace DecisionPolicies;

/// <summary>Listens to the load failures of one source, before any handler that was registered earlier.</summary>
internal sealed class LoadExceptionHandler : IDisposable
{
    private readonly FileConfigurationSource _source;
    private readonly Action<FileLoadExceptionContext>? _previous;
    private readonly Action<FileLoadExceptionContext> _own;

    /// <param name="source">The source.</param>
    /// <param name="handle">Handles a failure, and calls the handler that it is given, which was registered earlier.</param>
    public LoadExceptionHandler(FileConfigurationSource source, Action<FileLoadExceptionContext, Action<FileLoadExceptionContext>?> handle)
    {
        _source = source;
        _previous = source.OnLoadException;
        _own = context => handle(context, _previous);
        source.OnLoadException = _own;
    }

    /// <summary>Listens no more, unless somebody else has registered a handler since.</summary>
    public void Dispose()
    {
        if (_source.OnLoadException == _own) _source.OnLoadException = _previous;
    }
}
