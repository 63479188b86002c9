namespace DecisionPolicies.Tests.Bypass;

/// <summary>The section <c>Gateway</c>, as a gateway binds it.</summary>
internal sealed class Gateway
{
    public Uri? PublicOrigin { get; set; }

    public IList<Uri> AuthorizationServers { get; set; } = [];

    public Registration Registration { get; set; } = new();
}

/// <summary>The section <c>Gateway:Registration</c>.</summary>
internal sealed class Registration
{
    public bool Enabled { get; set; }

    public string? Endpoint { get; set; }

    public string? ClientId { get; set; }
}

/// <summary>A route in the section <c>ReverseProxy:Routes</c>.</summary>
internal sealed class Route
{
    public RouteMatch Match { get; set; } = new();
}

/// <summary>What a route matches.</summary>
internal sealed class RouteMatch
{
    public string? Path { get; set; }
}

/// <summary>A section with one value of any type.</summary>
internal sealed class Holder<T>
{
    public T? Value { get; set; }
}
