namespace DecisionPolicies.Tool.Tests.Check;

/// <summary>Folders with one record, whose rules the tests break.</summary>
internal static class GatewayFolder
{
    public const string Record = """
        title: No DCR in the Registry
        status: accepted
        date: 2026-08-02
        because: Running a registration server costs us storage.
        instead: [Register the client in the upstream IdP.]
        allows: [Delegated registration.]
        revisit: { by: 2027-08-02 }
        rules:
          - configuration: Gateway:Registration:Enabled
            forbid: true
            because: It serves an RFC 7591 registration endpoint.
          - configuration: Gateway:Registration:Endpoint
            forbid: { present: true }
          - configuration: Gateway:AuthorizationServers:*
            forbid: { like: "https://gateway.example/**" }
        """;

    public const string Enabled = """
        {
          "Gateway": {
            "Registration": {
              "Enabled": true
            }
          }
        }
        """;

    /// <summary>A folder with the record.</summary>
    public static ToolFolder Create() => new ToolFolder().WithRecord("0001-no-dcr", Record);
}
