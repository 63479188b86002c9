namespace DecisionPolicies.Tests.Bypass;

/// <summary>The twin of the bypass suite: what only looks forbidden is accepted.</summary>
public sealed class FalseAlarmTests
{
    public static TheoryData<string> Names => [.. FalseAlarmTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task What_only_looks_forbidden_is_accepted(string name) => FalseAlarmTable.Rows.Single(row => row.Name == name).IsAccepted();
}
