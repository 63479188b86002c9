using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DecisionPolicies.Governed;

/// <summary>
/// One key of governed options, into which generated code writes the value that the options hold. Nodes stay from one
/// validation to the next, and a value that has not changed keeps its text, so that judging valid options allocates nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GovernedNode
{
    // A value that cannot be written as text.
    private const string There = "(something)";

    private readonly GovernedSettings _settings;
    private GovernedChildren? _children;
    private int _reading;
    private int _alike;
    private UInt128 _bits;
    private byte[]? _bytes;

    internal GovernedNode(GovernedSettings settings, GovernedNode? above, string? key, string segment)
    {
        _settings = settings;
        Above = above;
        Key = key;
        Segment = segment;
    }

    /// <summary>The node one segment above; null for the root of the configuration.</summary>
    internal GovernedNode? Above { get; }

    /// <summary>The full key; null for the root of the configuration.</summary>
    internal string? Key { get; }

    /// <summary>The last segment of the key.</summary>
    internal string Segment { get; }

    /// <summary>The value as text; null if there is none.</summary>
    internal string? Text { get; private set; }

    /// <summary>The names of all members of a flags enumeration that the value contains, divided by commas; null for another type.</summary>
    internal string? Flags { get; private set; }

    /// <summary>Whether an unwritten key below may still come from the configuration: the node is not a list, and not null.</summary>
    internal bool IsOpen { get; set; }

    /// <summary>Whether the node is a list, whose indexes may differ from those of the configuration.</summary>
    internal bool IsList { get; private set; }

    /// <summary>Whether the value was written in the current reading, and is not left from an earlier one.</summary>
    internal bool IsCurrent => _reading == _settings.Reading;

    /// <summary>The segments of the nodes below.</summary>
    internal IReadOnlyList<string> Segments => _children?.Segments ?? [];

    /// <summary>The nodes below.</summary>
    internal IReadOnlyList<GovernedNode> Children => _children?.Nodes ?? [];

    /// <summary>The node one segment below.</summary>
    /// <param name="segment">The segment.</param>
    public GovernedNode this[string segment]
    {
        get
        {
            if (this == _settings.Nowhere) return this;
            var child = Child(segment);
            // Options can hold several values where a configuration holds one: keys of a dictionary that differ only in case.
            if (child.IsCurrent) return child.BeginAgain();
            if (child._alike > 0) child.ForgetOthers();
            return child.Begin();
        }
    }

    /// <summary>Writes text.</summary>
    /// <param name="value">The text, or null.</param>
    public void Value(string? value) => Text = value;

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The boolean, or null.</param>
    public void Value(bool? value) => Text = value switch { true => "true", false => "false", null => null };

    /// <summary>Writes a URI, as it was originally spelled.</summary>
    /// <param name="value">The URI, or null.</param>
    public void Value(Uri? value) => Text = value?.OriginalString;

    /// <summary>Writes a number, a time span or another value with one spelling.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public void Formatted<T>(T value) where T : struct, ISpanFormattable
    {
        if (!IsNew(value)) return;
        Span<char> written = stackalloc char[64];
        Text = value.TryFormat(written, out var length, default, CultureInfo.InvariantCulture)
            ? new(written[..length])
            : value.ToString(null, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a number, a time span or another value with one spelling, if there is one.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    public void Formatted<T>(T? value) where T : struct, ISpanFormattable
    {
        if (value is { } some) Formatted(some);
        else Text = null;
    }

    /// <summary>Writes a value of an enumeration.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">Finds its name.</param>
    public void Named<T>(T value, Func<T, string> name) where T : struct, Enum
    {
        if (IsNew(value)) Text = name(value);
    }

    /// <summary>Writes a value of an enumeration, if there is one.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="name">Finds its name.</param>
    public void Named<T>(T? value, Func<T, string> name) where T : struct, Enum
    {
        if (value is { } some) Named(some, name);
        else Text = null;
    }

    /// <summary>Writes a value of a flags enumeration.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">Finds its name.</param>
    /// <param name="flags">Finds the names of all members that it contains, divided by commas.</param>
    public void Flagged<T>(T value, Func<T, string> name, Func<T, string> flags) where T : struct, Enum
    {
        if (!IsNew(value)) return;
        Text = name(value);
        Flags = flags(value);
        _settings.HasFlags = true;
    }

    /// <summary>Writes a value of a flags enumeration, if there is one.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    /// <param name="name">Finds its name.</param>
    /// <param name="flags">Finds the names of all members that it contains, divided by commas.</param>
    public void Flagged<T>(T? value, Func<T, string> name, Func<T, string> flags) where T : struct, Enum
    {
        if (value is { } some) Flagged(some, name, flags);
        else Text = null;
    }

    /// <summary>Writes bytes, as Base64.</summary>
    /// <param name="value">The bytes, or null.</param>
    public void Value(byte[]? value)
    {
        if (value is null) Text = null;
        else if (Text is null || !_bytes.AsSpan().SequenceEqual(value)) Text = Convert.ToBase64String(_bytes = [.. value]);
    }

    /// <summary>Writes whether there is a value, of any kind.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value, or null.</param>
    public void Something<T>(T value)
    {
        Text = value is null ? null : There;
        RemoveLeftOver();
    }

    /// <summary>Writes the properties of an object, if there is one.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object, or null.</param>
    /// <param name="read">Writes its properties.</param>
    public void Object<T>(T? value, Action<GovernedNode, T> read) where T : class
    {
        Text = null;
        IsOpen = value is not null;
        if (value is not null) read(this, value);
        else RemoveLeftOver();
    }

    /// <summary>Writes the properties of a structure, if there is one.</summary>
    /// <typeparam name="T">The type of the structure.</typeparam>
    /// <param name="value">The structure, or null.</param>
    /// <param name="read">Writes its properties.</param>
    public void Object<T>(T? value, Action<GovernedNode, T> read) where T : struct
    {
        Text = null;
        IsOpen = value is not null;
        if (value is { } some) read(this, some);
        else RemoveLeftOver();
    }

    /// <summary>Writes the elements of a list, an array or a set, by index.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements, or null.</param>
    /// <param name="read">Writes one element.</param>
    public void Items<T>(IEnumerable<T>? items, Action<GovernedNode, T> read)
    {
        BeginList();
        var place = 0;
        switch (items)
        {
            case null:
                break;
            // The usual types, whose elements can be read without an enumerator on the heap.
            case HashSet<T> set:
                foreach (var item in set) read(this[SegmentOf(place++)], item);
                break;
            case IReadOnlyList<T> list:
                for (; place < list.Count; place++) read(this[SegmentOf(place)], list[place]);
                break;
            case IList<T> list:
                for (; place < list.Count; place++) read(this[SegmentOf(place)], list[place]);
                break;
            default:
                foreach (var item in items)
                {
                    read(this[SegmentOf(place++)], item);
                    // The next element may throw, and does not have a key yet.
                    _settings.Last = this;
                }
                break;
        }
        RemoveLeftOver();
    }

    /// <summary>Writes the elements of an immutable array, by index. An uninitialized array counts as empty.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements, or null.</param>
    /// <param name="read">Writes one element.</param>
    public void Items<T>(ImmutableArray<T>? items, Action<GovernedNode, T> read)
    {
        BeginList();
        if (items is { IsDefault: false } some)
        {
            for (var place = 0; place < some.Length; place++) read(this[SegmentOf(place)], some[place]);
        }
        RemoveLeftOver();
    }

    /// <summary>Writes the entries of a dictionary, by key.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="entries">The entries, or null.</param>
    /// <param name="read">Writes one value.</param>
    public void Entries<TKey, T>(IEnumerable<KeyValuePair<TKey, T>>? entries, Action<GovernedNode, T> read) where TKey : notnull
    {
        Text = null;
        switch (entries)
        {
            case null:
                break;
            case Dictionary<TKey, T> dictionary:
                foreach (var entry in dictionary) read(this[SegmentOf(entry.Key)], entry.Value);
                break;
            default:
                foreach (var entry in entries) read(this[SegmentOf(entry.Key)], entry.Value);
                break;
        }
        RemoveLeftOver();
    }

    /// <summary>Starts the node's part of the current reading.</summary>
    internal GovernedNode Begin()
    {
        _reading = _settings.Reading;
        _children?.Begin();
        IsOpen = false;
        return _settings.Last = this;
    }

    private GovernedNode BeginAgain()
    {
        _settings.Last = this;
        if (!_settings.IsTurnOf(++_alike)) return _settings.Nowhere;
        Forget();
        return Begin();
    }

    private void ForgetOthers()
    {
        _alike = 0;
        Forget();
    }

    /// <summary>The node one segment below, if it has been written.</summary>
    internal GovernedNode? Find(string segment) => _children?.Find(segment);

    private void BeginList()
    {
        Text = null;
        IsList = true;
    }

    // Formatting costs more than everything else.
    private bool IsNew<T>(T value) where T : struct
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>() || Unsafe.SizeOf<T>() > Unsafe.SizeOf<UInt128>()) return true;
        UInt128 bits = default;
        Unsafe.As<UInt128, T>(ref bits) = value;
        if (Text is not null && _bits == bits) return false;
        _bits = bits;
        return true;
    }

    private GovernedNode Child(string segment)
    {
        _children ??= new();
        if (_children.Next(segment) is { } known) return known;
        var child = _settings.Add(this, segment);
        _children.Add(child);
        return child;
    }

    private void RemoveLeftOver() => _children?.RemoveLeftOver();

    // Left by another value: its text may be of another type, and the nodes below it of another object.
    private void Forget()
    {
        Text = Flags = null;
        foreach (var child in Children)
        {
            child.Forget();
            child._reading = 0;
        }
        RemoveLeftOver();
    }

    private string SegmentOf(int place) => (_children ??= new()).SegmentOf(place);

    private static string SegmentOf<TKey>(TKey key) where TKey : notnull =>
        key as string ?? (key is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : key.ToString()) ?? "";
}
