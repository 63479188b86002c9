using System.Reflection;

namespace DecisionPolicies.Records.Tests;

/// <summary>The kinds of faults, which users know by their ids.</summary>
public sealed class FaultKindTests
{
    [Fact]
    public void Every_kind_is_in_the_list_of_all() => Assert.Equivalent(
        typeof(FaultKind).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(FaultKind)).Select(property => property.GetValue(null)),
        FaultKind.All,
        strict: true);

    [Fact]
    public void Ids_are_in_order_and_no_two_are_the_same()
    {
        var ids = FaultKind.All.Select(kind => kind.Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void What_is_wrong_with_a_rule_by_itself_is_always_an_error() =>
        Assert.All(FaultKind.All.Where(kind => kind.Id.StartsWith("DP2") && !kind.NeedsCode), kind => Assert.True(kind.Severity == Severity.Error, kind.Id));
}
