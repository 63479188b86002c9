namespace DecisionPolicies.Generator.Governed;

/// <summary>An options class that decisions speak about.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name without the namespace, as in <c>Outer.Inner</c>.</param>
/// <param name="Section">The configuration section that it is bound from; empty for the root.</param>
/// <param name="IsPublic">Whether other assemblies can see it.</param>
/// <param name="Objects">The class itself, and then every class and structure that can be reached by its properties.</param>
/// <param name="Fault">Why no validation can be written for it, or null.</param>
internal sealed record GovernedType(
    string Namespace, string Name, string Section, bool IsPublic, ValueList<GovernedObject> Objects, string? Fault)
{
    /// <summary>The section, segment by segment.</summary>
    public IReadOnlyList<string> SectionSegments => Section.Length == 0 ? [] : Section.Split(':');

    /// <summary>The name with its namespace, as people write it.</summary>
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>The name as C# finds it anywhere.</summary>
    public string Code => "global::" + CSharp.Names(FullName);

    /// <summary>The name of the class with the extension method.</summary>
    public string Validation => ValidationOf(Name);

    /// <summary>The name of the class with the extension method for an options class.</summary>
    /// <param name="name">The name of the options class, as in <c>Outer.Inner</c>.</param>
    public static string ValidationOf(string name) => name.Replace(".", "__") + "Decisions";
}

/// <summary>A class or structure whose properties are settings.</summary>
/// <param name="Properties">The properties that a configuration can set.</param>
internal sealed record GovernedObject(ValueList<GovernedProperty> Properties);

/// <summary>A property of options.</summary>
/// <param name="Key">The segment of the configuration key.</param>
/// <param name="Name">The property's name.</param>
/// <param name="HiddenIn">The base class that declares it, where a derived class hides it by a member of its own; otherwise null.</param>
/// <param name="Value">What it holds.</param>
internal sealed record GovernedProperty(string Key, string Name, string? HiddenIn, GovernedValue Value);

/// <summary>What a property or an element holds.</summary>
/// <param name="Kind">What sort of value it is.</param>
/// <param name="Type">Its type, as C# finds it anywhere.</param>
/// <param name="Shown">Its type, as people write it.</param>
/// <param name="CanBeNull">Whether there may be no value.</param>
internal sealed record GovernedValue(GovernedKind Kind, string Type, string Shown, bool CanBeNull)
{
    /// <summary>The members of an enumeration.</summary>
    public ValueList<GovernedMember> Members { get; init; } = ValueList<GovernedMember>.Empty;

    /// <summary>The place of an object among <see cref="GovernedType.Objects"/>; -1 for what is none.</summary>
    public int Object { get; init; } = -1;

    /// <summary>What the elements of a collection hold.</summary>
    public GovernedValue? Element { get; init; }

    /// <summary>The type arguments with which a collection is read, where C# would not find them by itself; otherwise empty.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Whether it is a structure, so that a missing one is a <c>Nullable</c>.</summary>
    public bool IsStructure { get; init; }
}

/// <summary>A member of an enumeration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SameAs">The name of the first member with its value, which stands for all of them: nobody can tell them apart.</param>
/// <param name="Code">Its value as a C# constant.</param>
internal sealed record GovernedMember(string Name, string SameAs, string Code);

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
