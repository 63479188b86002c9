namespace DecisionPolicies.Generator.Governed;

/// <summary>An options class that decisions speak about.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name without the namespace, as in <c>Outer.Inner</c>.</param>
/// <param name="Section">The configuration section that it is bound from; empty for the root.</param>
/// <param name="IsPublic">Whether other assemblies can see it.</param>
/// <param name="Properties">The properties that a configuration can set.</param>
/// <param name="Fault">Why no validation can be written for it, or null.</param>
internal sealed record GovernedType(
    string Namespace, string Name, string Section, bool IsPublic, ValueList<GovernedProperty> Properties, string? Fault)
{
    /// <summary>The section, segment by segment.</summary>
    public IReadOnlyList<string> SectionSegments => Section.Length == 0 ? [] : Section.Split(':');

    /// <summary>The name with its namespace, as C# finds it anywhere.</summary>
    public string FullName => "global::" + (Namespace.Length == 0 ? "" : Namespace + ".") + Name;
}

/// <summary>A property of options.</summary>
/// <param name="Key">The segment of the configuration key.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Value">What it holds.</param>
internal sealed record GovernedProperty(string Key, string Name, GovernedValue Value);

/// <summary>What a property or an element holds.</summary>
/// <param name="Kind">What sort of value it is.</param>
/// <param name="Type">Its type, as C# finds it anywhere.</param>
/// <param name="CanBeNull">Whether there may be no value.</param>
internal sealed record GovernedValue(GovernedKind Kind, string Type, bool CanBeNull)
{
    /// <summary>The names of an enumeration's members, one for each value.</summary>
    public ValueList<string> Members { get; init; } = ValueList<string>.Empty;

    /// <summary>The properties of an object.</summary>
    public ValueList<GovernedProperty> Properties { get; init; } = ValueList<GovernedProperty>.Empty;

    /// <summary>What the elements of a collection hold.</summary>
    public GovernedValue? Element { get; init; }

    /// <summary>Whether it is a structure, so that a missing one is a <c>Nullable</c>.</summary>
    public bool IsStructure { get; init; }
}

/// <summary>The sorts of values that options hold.</summary>
internal enum GovernedKind
{
    /// <summary>A type that no condition can compare.</summary>
    Unknown,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A number of any size.</summary>
    Number,

    /// <summary>An enumeration.</summary>
    Enumeration,

    /// <summary>A URI.</summary>
    Uri,

    /// <summary>A time span.</summary>
    TimeSpan,

    /// <summary>A GUID.</summary>
    Guid,

    /// <summary>A character.</summary>
    Character,

    /// <summary>An object with properties.</summary>
    Object,

    /// <summary>A list, an array or a set: its keys are the places from 0.</summary>
    Items,

    /// <summary>A dictionary.</summary>
    Entries,
}
