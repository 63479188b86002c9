using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies.Tests.Reload;

/// <summary>The framework's own file watcher.</summary>
public sealed class FileWatcherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("watched-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_that_breaks_and_is_repaired_on_disk_is_noticed()
    {
        var file = Path.Combine(_folder, "shop.json");
        await File.WriteAllTextAsync(file, """{ "Shop": { "Seats": 2 } }""");
        await using var host = new ReloadingHost();
        host.Configuration.SetBasePath(_folder).AddJsonFile("shop.json", optional: false, reloadOnChange: true);
        host.Services.AddOptions<ShopOptions>().BindConfiguration("Shop").KeepLastGood();
        await host.Started();

        var failed = host.Log.Next(9);
        await File.WriteAllTextAsync(file, "{");
        await failed;
        Assert.Equal([2, 2], [host.Monitor<ShopOptions>().Seats, host.Snapshot<ShopOptions>().Seats]);

        var loaded = host.Log.Next(10);
        await File.WriteAllTextAsync(file, """{ "Shop": { "Seats": 3 } }""");
        await loaded;
        Assert.Equal(3, host.Snapshot<ShopOptions>().Seats);
    }
}
