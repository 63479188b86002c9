using System.Net;

namespace Gateway.Demo;

/// <summary>
/// A web server for this machine only. It reads no settings, arguments or environment variables and logs nothing, so the gateway
/// that it runs beside does not configure it, and its messages do not hide those of the gateway.
/// </summary>
internal static class LoopbackServer
{
    public static bool Accepts(Uri? url) => url is { IsAbsoluteUri: true, Scheme: "http" } && IPAddress.TryParse(url.Host, out var address)
        && IPAddress.IsLoopback(address);

    /// <exception cref="ArgumentException">The address can be reached from another machine.</exception>
    public static WebApplicationBuilder CreateBuilder(Uri url)
    {
        if (!Accepts(url))
            throw new ArgumentException($"{url} is not an http URL of this machine.", nameof(url));

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Parse(url.Host), url.Port));
        builder.Services.AddRouting();
        return builder;
    }
}
