using System.Collections;

namespace DecisionPolicies.Rules.Tests;

/// <summary>The list that equals another by its elements.</summary>
public sealed class ValueListTests
{
    [Fact]
    public void Lists_of_the_same_elements_are_equal_and_hash_alike()
    {
        ValueList<string?> a = ValueList.Of("a", null, "b"), b = new List<string?> { "a", null, "b" }.ToValueList();

        Assert.True(a.Equals(b));
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    // Every list in one bucket would be a slow compiler.
    [Fact]
    public void Lists_of_other_elements_or_another_order_hash_differently() =>
        Assert.Equal(3, new[] { ValueList.Of(1, 2, 3), ValueList.Of(2, 1, 3), ValueList.Of(1, 2, 4) }.DistinctBy(list => list.GetHashCode()).Count());

    [Theory]
    [InlineData(new[] { "a", "b" }, new[] { "b", "a" })]
    [InlineData(new[] { "a" }, new[] { "a", "a" })]
    [InlineData(new[] { "a" }, new string[0])]
    [InlineData(new[] { "a" }, new[] { "A" })]
    [InlineData(new[] { "a" }, new string?[] { null })]
    public void Lists_of_other_elements_are_different(string?[] a, string?[] b) => Assert.False(ValueList.Of(a).Equals(ValueList.Of(b)));

    [Fact]
    public void A_list_equals_only_lists_of_its_type()
    {
        object list = ValueList.Of("a");

        Assert.False(list.Equals(null));
        Assert.False(list.Equals(new[] { "a" }));
        Assert.False(list.Equals(ValueList.Of<object>("a")));
    }

    [Fact]
    public void Lists_within_lists_are_compared_by_their_elements() =>
        Assert.True(ValueList.Of(ValueList.Of(1, 2)).Equals(ValueList.Of(ValueList.Of(1, 2))));

    [Fact]
    public void A_list_keeps_what_it_was_made_of_when_the_array_changes()
    {
        var items = new[] { "a", "b" };
        var list = ValueList.Of(items);
        items[0] = "z";

        Assert.Equal("a", list[0]);
    }

    [Fact]
    public void A_list_is_read_in_the_order_of_its_elements()
    {
        var list = ValueList.Of(3, 1, 2);

        Assert.Equal((3, 3, 2), (list.Count, list[0], list[2]));
        Assert.Equal(new[] { 3, 1, 2 }, list.AsEnumerable());
        Assert.Equal(new object[] { 3, 1, 2 }, ((IEnumerable)list).Cast<object>());
    }

    [Fact]
    public void Every_list_without_elements_is_the_same_object()
    {
        Assert.Same(ValueList<string>.Empty, ValueList.Of<string>());
        Assert.Same(ValueList<string>.Empty, Array.Empty<string>().ToValueList());
    }
}
