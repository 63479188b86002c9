using System.Collections;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace DecisionPolicies.Rules;

/// <summary>
/// An immutable list that equals another list with equal elements. An incremental generator compares what it has read by value,
/// which neither arrays nor the framework's immutable collections support.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
#if NET
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
#endif
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(T[] items) => _items = items;

    /// <summary>The empty list.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Count != Count) return false;
        for (var i = 0; i < _items.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[i], other._items[i])) return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items) hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Creates instances of <see cref="ValueList{T}"/>.</summary>
public static class ValueList
{
#if NET
    /// <summary>Creates a list from a copy of the elements. A collection expression, as in <c>["Staging"]</c>, calls this.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="items">The elements, in order.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new(items.ToArray());

#endif
    /// <summary>Creates a list from a copy of the elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="items">The elements, in order.</param>
    public static ValueList<T> Of<T>(params T[] items) =>
        items.Length == 0 ? ValueList<T>.Empty : new((T[])items.Clone());

    /// <summary>Creates a list from a copy of the elements.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="items">The elements, in order.</param>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        var copy = items.ToArray();
        return copy.Length == 0 ? ValueList<T>.Empty : new(copy);
    }
}
