namespace DecisionPolicies.Tool.Tests.Browse;

/// <summary>The flowchart that <c>decisions graph</c> draws.</summary>
public sealed class GraphTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_arrow_leads_from_each_record_to_what_replaced_it()
    {
        _folder.WithRecord("0001-a", "status: superseded by ADR-0003", "# A\n")
            .WithRecord("0002-b", "status: superseded", "# B\n")
            .WithRecord("0003-c", "status: accepted\nsupersedes: [1, ADR-0002]", "# C\n")
            .WithRecord("0004-d", "status: accepted", "# D\n");
        var run = _folder.Run("graph");
        Assert.Equal(0, run.Exit);
        Assert.Equal(
            """
            flowchart LR
              r1["ADR-0001: A"]:::superseded
              r2["ADR-0002: B"]:::superseded
              r3["ADR-0003: C"]:::accepted
              r1 -->|superseded by| r3
              r2 -->|superseded by| r3
              classDef accepted fill:#dff5e5,stroke:#1f7a3d,color:#0c3a1c
              classDef superseded fill:#ececec,stroke:#666666,color:#333333,stroke-dasharray:4 3

            """,
            run.Output);
        Assert.Contains("r4[\"ADR-0004: D\"]:::accepted", _folder.Run("graph", "--all").Output);
    }

    [Fact]
    public void A_successor_that_does_not_exist_is_drawn_as_missing()
    {
        _folder.WithRecord("0001-a", "status: superseded by ADR-0009", "# A\n");
        Assert.Contains("r2[\"ADR-0009 (no such record)\"]:::missing\n  r1 -->|superseded by| r2\n", _folder.Run("graph").Output);
    }

    [Fact]
    public void Records_that_replace_one_another_in_a_circle_are_drawn_so()
    {
        _folder.WithRecord("0001-a", "status: superseded by ADR-0002\nsupersedes: ADR-0002", "# A\n")
            .WithRecord("0002-b", "status: superseded by ADR-0001\nsupersedes: ADR-0001", "# B\n");
        Assert.Contains("r1 -->|superseded by| r2\n", _folder.Run("graph").Output);
        Assert.Contains("r2 -->|superseded by| r1\n", _folder.Run("graph").Output);
    }

    [Fact]
    public void A_title_cannot_become_a_part_of_the_drawing()
    {
        _folder.WithRecord("0001-a", "status: accepted\ntitle: \"`x` \\\"] --> evil[<b>&#35; 😀\"");
        Assert.Contains("r1[\"ADR-0001: #96;x#96; #34;#93; --#62; evil#91;#60;b#62;#38;#35;35#59; #128512;\"]", _folder.Run("graph", "--all").Output);
    }

    [Fact]
    public void Nothing_to_draw_is_reported()
    {
        _folder.WithRecord("0001-a", "status: accepted");
        var run = _folder.Run("graph");
        Assert.Equal("flowchart LR\n", run.Output);
        Assert.Equal("No record supersedes another. Use --all to draw every record.\n", run.Error);
    }
}
