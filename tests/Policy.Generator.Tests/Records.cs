namespace DecisionPolicies.Generator.Tests;

/// <summary>Records for tests.</summary>
internal static class Records
{
    /// <summary>A record with every field there is.</summary>
    public static RecordText Complete { get; } = new("docs/adr/0001-no-dcr.md", """
        ---
        id: ADR-0001
        name: NoDcr
        title: No DCR in the Registry
        status: accepted
        date: 2026-08-02
        decision-makers: [Registry maintainers]
        tags: [oauth, mcp-spec]
        aliases: [DCR, RFC 7591]
        because: It costs us storage.
        instead:
          - Register the client in the upstream IdP.
          - Use a Client ID Metadata Document.
        allows:
          - Delegated registration at the upstream IdP.
        revisit:
          by: 2027-08-02
          when: [The specification makes it a MUST.]
        amendments:
          - { date: 2026-11-23, change: Cites the new revision. }
        supersedes: [ADR-0000]
        waivers:
          - { rule: "Gateway:Registration:Enabled", environments: [Staging], until: 2027-01-31, because: One client migrates. }
        rules:
          - configuration: Gateway:Registration:Enabled
            forbid: true
            because: It serves an endpoint.
        ---
        # No DCR in the Registry
        """);

    /// <summary>A record with a status and a title, and nothing else.</summary>
    public static RecordText Simple(int number, string title, string status = "accepted", string body = "") => new(
        $"docs/adr/{number:0000}-{title.ToLowerInvariant().Replace(' ', '-')}.md",
        $"---\nstatus: {status}\n---\n# {title}\n{body}\n");

    /// <summary>A record with front matter of the test's own.</summary>
    public static RecordText WithFrontMatter(string frontMatter, string path = "docs/adr/0001-some-decision.md") =>
        new(path, $"---\n{frontMatter}\n---\n# Some decision\n");
}
