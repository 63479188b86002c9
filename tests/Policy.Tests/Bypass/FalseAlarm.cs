namespace DecisionPolicies.Tests.Bypass;

/// <summary>Settings that only look forbidden: a row of the false-alarm table.</summary>
/// <param name="Name">What is set, in words.</param>
/// <param name="Settings">The settings, each over the one before; keys that are not named here are those of a good gateway.</param>
internal sealed record FalseAlarm(string Name, params (string Key, string? Value)[] Settings)
{
    private static readonly (string Key, string? Value)[] _goodGateway =
    [
        ("Gateway:PublicOrigin", "https://gateway.example"),
        ("Gateway:AuthorizationServers:0", "https://idp.example"),
        ("ReverseProxy:Routes:weather:Match:Path", "/servers/weather/mcp"),
    ];

    /// <summary>A condition that the key <c>Section:Value</c> must not meet, beside the decisions of this repository; null if there is none.</summary>
    public Condition? Forbidden { get; init; }

    /// <summary>Shows that a host with these settings, governed by all decisions of this repository, starts without a warning.</summary>
    public async Task IsAccepted()
    {
        var own = Forbidden is null ? Array.Empty<DecisionPolicy>() : [Some.DecisionWith(new ConfigurationRule("Section:Value", Verb.Forbid, Forbidden))];
        var host = new GovernedHost([.. Decisions.All, .. own]);
        foreach (var (key, value) in _goodGateway.Concat(Settings)) host.With(key, value);

        await host.Starts();

        Assert.Empty(host.Log);
    }
}
