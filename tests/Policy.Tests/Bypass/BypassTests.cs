namespace DecisionPolicies.Tests.Bypass;

/// <summary>Whatever way a forbidden value is set in, a decision that forbids it rejects it.</summary>
public sealed class BypassTests
{
    public static TheoryData<string> Names => [.. BypassTable.Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_forbidden_value_is_rejected_by_whatever_way_it_is_set(string name) => BypassTable.Rows.Single(row => row.Name == name).IsRejected();
}
