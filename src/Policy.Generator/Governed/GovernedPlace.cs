namespace DecisionPolicies.Generator.Governed;

/// <summary>A value of options, and the path that leads to it.</summary>
internal sealed class GovernedPlace
{
    private readonly GovernedType _type;
    private readonly GovernedPlace? _above;

    private readonly IReadOnlyList<string?> _path;
    private readonly IReadOnlyList<string?> _numbered;

    // The path is kept twice: with the index of a list as a wildcard, and as a number, which is never a name.
    private GovernedPlace(GovernedType type, GovernedPlace? above, GovernedValue value, IReadOnlyList<string?> path, IReadOnlyList<string?> numbered)
    {
        _type = type;
        _above = above;
        _path = path;
        _numbered = numbered;
        Value = value;
        IsRepeated = above is not null && (above.IsRepeated || (value.Object >= 0 && above.IsWithin(value.Object)));
    }

    /// <summary>The value.</summary>
    public GovernedValue Value { get; }

    /// <summary>Whether it is, or is within, an object that is nested in another object of the same type.</summary>
    public bool IsRepeated { get; }

    /// <summary>Its key, with <c>*</c> for the index of a list or the key of a dictionary.</summary>
    public string Key => string.Join(":", _path.Select(segment => segment ?? "*"));

    /// <summary>The options themselves.</summary>
    public static GovernedPlace Of(GovernedType type) =>
        new(type, null, new(GovernedKind.Object, type.Code, type.Name, CanBeNull: false) { Object = 0 }, type.SectionSegments, type.SectionSegments);

    /// <summary>The elements of a collection, as one place.</summary>
    public GovernedPlace Element() => At(Value.Element!, [null], [Value.Kind == GovernedKind.Items ? "0" : null]);

    /// <summary>The properties of an object.</summary>
    public IEnumerable<(GovernedProperty Property, GovernedPlace Place)> Properties() => Value.Object < 0
        ? []
        : _type.Objects[Value.Object].Properties.Select(property => (property, At(property.Value, property.Key.Split(':'), property.Key.Split(':'))));

    /// <summary>The places one level below.</summary>
    public IEnumerable<GovernedPlace> Below() => Value.Element is not null ? [Element()] : Properties().Select(property => property.Place);

    /// <summary>
    /// How a key relates to the place. A class that contains itself is followed as deep as the key specifies; <c>**</c> does not specify a
    /// depth, and follows it once.
    /// </summary>
    public KeyReach ReachOf(KeyPattern key) => IsRepeated && key.Text.Contains("**") ? KeyReach.None : key.Reach(HasNumber(key) ? _path : _numbered);

    private GovernedPlace At(GovernedValue value, string?[] segments, string?[] numbered) =>
        new(_type, this, value, [.. _path, .. segments], [.. _numbered, .. numbered]);

    private static bool HasNumber(KeyPattern key) => key.Text.Split(':').Any(segment => segment.All(char.IsDigit));

    private bool IsWithin(int type) => Value.Object == type || _above?.IsWithin(type) == true;
}
