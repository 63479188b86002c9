using Microsoft.Extensions.DependencyInjection;

namespace DecisionPolicies;

/// <summary>
/// What is registered in the container of a host. This assembly does not depend on a web server, so it knows the types of one by their
/// names.
/// </summary>
/// <param name="services">The registered services.</param>
/// <param name="provider">The container.</param>
internal sealed class RegisteredServices(IServiceCollection services, IServiceProvider provider)
{
    private const string WebServer = "Microsoft.AspNetCore.Hosting.Server.IServer";
    private const string TestServer = "Microsoft.AspNetCore.TestHost.TestServer";

    /// <summary>Whether the host runs a web server.</summary>
    public bool HasWebServer => services.Any(IsWebServer);

    /// <summary>Whether something judges the endpoints of the host.</summary>
    public bool HasEndpointGuard => services.Any(service => service.ServiceType == typeof(IStartJudge));

    /// <summary>Whether a test runs the program, as <c>WebApplicationFactory</c> does: its server is not a real one.</summary>
    public bool IsUnderTest
    {
        get
        {
            if (services.LastOrDefault(IsWebServer) is not { } registered) return false;
            for (var type = provider.GetService(registered.ServiceType)?.GetType(); type is not null; type = type.BaseType)
            {
                if (type.FullName == TestServer) return true;
            }
            return false;
        }
    }

    private static bool IsWebServer(ServiceDescriptor service) => !service.IsKeyedService && service.ServiceType.FullName == WebServer;
}
