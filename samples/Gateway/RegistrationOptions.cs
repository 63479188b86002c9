namespace Gateway;

/// <summary>
/// What a closed attempt at Dynamic Client Registration (RFC 7591) left in configuration files: the section
/// <c>Gateway:Registration</c>. Nothing in the gateway acts on it, and ADR-0001 keeps it so. The properties remain so that an
/// operator who still sets one is told what was decided, instead of being ignored.
/// </summary>
public sealed class RegistrationOptions
{
    /// <summary>Once meant: serve a registration endpoint.</summary>
    public bool Enabled { get; set; }

    /// <summary>Once meant: the path of that endpoint.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Once meant: the one client identifier a mock endpoint hands to whoever registers.</summary>
    public string? ClientId { get; set; }
}
