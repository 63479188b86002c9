using System.ComponentModel.DataAnnotations;
using DecisionPolicies;

namespace Gateway;

/// <summary>What the operator decides about the gateway: the configuration section <c>Gateway</c>.</summary>
/// <remarks>The servers behind the gateway are YARP routes and stand in the section <c>ReverseProxy</c>.</remarks>
[Governed(Section)]
public sealed class GatewayOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Gateway";

    /// <summary>Scheme, host and port by which clients reach the gateway, for example <c>https://mcp.example.com</c>.</summary>
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

    /// <summary>The scopes a client may ask for. They are published; the gateway itself asks for no more than a valid token.</summary>
    public IList<string> Scopes { get; set; } = [];

    /// <summary>Settings left over from a closed attempt to serve client registration. Nothing in the gateway acts on them.</summary>
    public RegistrationOptions Registration { get; set; } = new();

    /// <summary>
    /// The gateway's resource identifier (RFC 8707): what a client names when it asks for a token, and the audience that every
    /// accepted token carries. It is the public origin, without a slash at its end.
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
