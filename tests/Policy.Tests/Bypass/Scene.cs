using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DecisionPolicies.Tests.Bypass;

/// <summary>What one row has to itself: a host that keeps the decision, a folder, environment variables. All of it goes when the row ends.</summary>
internal sealed class Scene(DecisionPolicy decision) : IDisposable
{
    private readonly List<Action> _undo = [];
    private readonly GovernedHost _host = new(decision);
    private Func<IHost>? _otherHost;
    private Action<IConfigurationManager>? _late;
    private string? _folder;

    public DecisionPolicy Decision => decision;

    public IConfigurationManager Configuration => _host.Configuration;

    public IServiceCollection Services => _host.Services;

    /// <summary>A temporary folder.</summary>
    public string Folder
    {
        get
        {
            if (_folder is null)
            {
                var folder = _folder = Directory.CreateTempSubdirectory("bypass-").FullName;
                AtEnd(() => Directory.Delete(folder, recursive: true));
            }
            return _folder;
        }
    }

    /// <summary>Sets a key in memory, over everything added before.</summary>
    public Scene With(string key, string? value)
    {
        Configuration.AddInMemoryCollection([new(key, value)]);
        return this;
    }

    /// <summary>Writes a file into the folder.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Sets an environment variable of this process.</summary>
    public void Variable(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        AtEnd(() => Environment.SetEnvironmentVariable(name, null));
    }

    /// <summary>Does something to the configuration once the host is built.</summary>
    public void Late(Action<IConfigurationManager> change) => _late = change;

    /// <summary>Builds a different host, whose only configuration is the row's own.</summary>
    public void Host(Func<IHost> build) => _otherHost = build;

    /// <summary>Undoes something when the row ends.</summary>
    public void AtEnd(Action undo) => _undo.Add(undo);

    public IHost Build()
    {
        var host = _otherHost is null ? _host.Build() : _otherHost();
        _late?.Invoke(Configuration);
        return host;
    }

    public void Dispose()
    {
        foreach (var undo in _undo) undo();
    }
}
