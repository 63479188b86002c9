using System.Text;
using DecisionPolicies.Benchmarks.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DecisionPolicies.Benchmarks.Reload;

/// <summary>A host with settings in files, as a large application has them, that reloads all of them.</summary>
internal sealed class ReloadedHost : IDisposable
{
    public const int Files = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("reload-").FullName;
    private readonly IHost _host;
    private readonly IConfigurationRoot _configuration;

    /// <param name="keys">How many keys the files have together.</param>
    /// <param name="decisions">The decisions; null for a host without the library.</param>
    public ReloadedHost(int keys, IEnumerable<DecisionPolicy>? decisions)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(StartedHost.Settings);
        for (var file = 0; file < Files; file++)
        {
            Write(file, keys / Files, isBad: false);
            builder.Configuration.AddJsonFile(PathOf(file), optional: false, reloadOnChange: false);
        }
        if (decisions is not null) builder.AddDecisionPolicies(decisions);
        _host = builder.Build();
        _host.Start();
        _configuration = (IConfigurationRoot)_host.Services.GetRequiredService<IConfiguration>();
    }

    public void Reload() => _configuration.Reload();

    /// <summary>Writes a file again.</summary>
    /// <param name="file">Which.</param>
    /// <param name="keys">How many keys it has.</param>
    /// <param name="isBad">Whether it has a setting that a decision forbids.</param>
    public void Write(int file, int keys, bool isBad)
    {
        var text = new StringBuilder("{\n");
        if (isBad) text.Append("  \"Small:Registration\": true,\n");
        for (var key = 0; key < keys; key++) text.Append($"  \"Part{file}:Section{key / 10}:Key{key % 10}\": \"value {key}\",\n");
        text.Append("  \"Small:Owner\": \"shop\"\n}\n");
        File.WriteAllText(PathOf(file), text.ToString());
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string PathOf(int file) => Path.Combine(_folder, $"settings{file}.json");
}
