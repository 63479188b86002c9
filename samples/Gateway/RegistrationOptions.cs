namespace Gateway;

/// <summary>
/// What a closed attempt at Dynamic Client Registration (RFC 7591) left in configuration files: the section
/// <c>Gateway:Registration</c>. Nothing in the gateway acts on it, and ADR-0001 makes sure of that. The properties remain so that an
/// operator who still sets one sees what was decided, instead of being ignored.
/// </summary>
public sealed class RegistrationOptions
{
    /// <summary>Formerly: whether to serve a registration endpoint.</summary>
    public bool Enabled { get; set; }

    /// <summary>Formerly: the path of that endpoint.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Formerly: the client identifier that a mock endpoint issues to every client.</summary>
    public string? ClientId { get; set; }
}
