using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace DecisionPolicies.Tests.Reload;

/// <summary>A folder of real settings files. The test signals what a file watcher would notice, so that nothing has to wait.</summary>
internal sealed class SettingsFolder : IFileProvider, IDisposable
{
    private readonly Dictionary<string, ConfigurationReloadToken> _watched = [];
    private readonly PhysicalFileProvider _files = new(Directory.CreateTempSubdirectory("reload-").FullName);

    public string Path => _files.Root;

    /// <summary>Writes a file that no one watches yet.</summary>
    public SettingsFolder With(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        return this;
    }

    /// <summary>Writes a file, and signals its watcher.</summary>
    public void Write(string name, string text)
    {
        With(name, text);
        Signal(name);
    }

    /// <summary>Deletes a file, and signals its watcher.</summary>
    public void Delete(string name)
    {
        File.Delete(System.IO.Path.Combine(Path, name));
        Signal(name);
    }

    /// <summary>The name of a file that cannot be opened.</summary>
    public string? Locks { get; set; }

    public IFileInfo GetFileInfo(string subpath) => subpath == Locks ? new Locked(_files.GetFileInfo(subpath)) : _files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => _files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter)
    {
        if (!_watched.TryGetValue(filter, out var token) || token.HasChanged) _watched[filter] = token = new();
        return token;
    }

    public void Dispose()
    {
        _files.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    /// <summary>Signals the watcher of a file. The framework throws what a watcher's thread would lose.</summary>
    public void Signal(string name)
    {
        try
        {
            _watched[name].OnReload();
        }
        catch (AggregateException)
        {
        }
    }

    private sealed class Locked(IFileInfo file) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => file.LastModified;

        public long Length => file.Length;

        public string Name => file.Name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => throw new UnauthorizedAccessException();
    }
}
