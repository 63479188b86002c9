using System.ComponentModel.DataAnnotations;

namespace Gateway.Demo;

/// <summary>The servers that start with the gateway in Development: the configuration section <c>Demo</c>.</summary>
internal sealed class DemoOptions : IValidatableObject
{
    public const string Section = "Demo";

    /// <summary>The MCP server to put behind the gateway.</summary>
    public DemoServer McpServer { get; set; } = new();

    /// <summary>The issuer that replaces the upstream identity provider.</summary>
    public DemoServer Issuer { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from server in new[] { (Name: nameof(McpServer), McpServer.Url), (Name: nameof(Issuer), Issuer.Url) }
        where !LoopbackServer.Accepts(server.Url)
        select new ValidationResult($"{server.Name}:Url must be an http URL of this machine, such as http://127.0.0.1:5081.");
}

/// <summary>Where one of the demo servers listens.</summary>
internal sealed class DemoServer
{
    /// <summary>A loopback address with its port.</summary>
    public Uri? Url { get; set; }
}
