using System.ComponentModel.DataAnnotations;
using DecisionPolicies;

namespace Gateway;

/// <summary>The operator's settings for the gateway: the configuration section <c>Gateway</c>.</summary>
/// <remarks>The servers behind the gateway are YARP routes in the section <c>ReverseProxy</c>.</remarks>
[Governed(Section)]
public sealed class GatewayOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Gateway";

    /// <summary>The scheme, host and port at which clients reach the gateway, for example <c>https://mcp.example.com</c>.</summary>
    [Required]
    public Uri? PublicOrigin { get; set; }

    /// <summary>
    /// The upstream identity providers whose tokens are accepted, by issuer URL. The protected resource metadata (RFC 9728)
    /// sends clients there; each token is checked with the keys of its own issuer.
    /// </summary>
    [MinLength(1, ErrorMessage = "At least one authorization server is needed in AuthorizationServers.")]
    public IList<Uri> AuthorizationServers { get; set; } = [];

    /// <summary>The gateway's name for people, shown by clients when they ask the user to sign in.</summary>
    public string? ResourceName { get; set; }

    /// <summary>The scopes a client may request. They are published; the gateway itself requires only a valid token.</summary>
    public IList<string> Scopes { get; set; } = [];

    /// <summary>Settings left over from a closed attempt to serve client registration. Nothing in the gateway acts on them.</summary>
    public RegistrationOptions Registration { get; set; } = new();

    /// <summary>
    /// The gateway's resource identifier (RFC 8707): what a client names when it requests a token, and the audience of every
    /// accepted token. It is the public origin, without a trailing slash.
    /// </summary>
    public string GetResource() => PublicOrigin!.GetLeftPart(UriPartial.Authority);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsWeb(PublicOrigin) || PublicOrigin is not { PathAndQuery: "/", Fragment: "", UserInfo: "" })
            yield return new("PublicOrigin must be an origin: http or https, host and port, nothing else.", [nameof(PublicOrigin)]);

        if (!AuthorizationServers.All(IsWeb))
            yield return new("AuthorizationServers must hold absolute http or https URLs.", [nameof(AuthorizationServers)]);
    }

    private static bool IsWeb(Uri? uri) => uri is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
