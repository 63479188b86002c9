namespace DecisionPolicies.Generator.Governed;

/// <summary>An options class that decisions govern.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name without the namespace, as in <c>Outer.Inner</c>.</param>
/// <param name="Section">The configuration section that it is bound from; empty for the root.</param>
/// <param name="IsPublic">Whether other assemblies can see it.</param>
/// <param name="Objects">The class itself, then every class and structure that its properties can reach.</param>
/// <param name="Fault">Why validation cannot be generated for it, or null.</param>
internal sealed record GovernedType(
    string Namespace, string Name, string Section, bool IsPublic, ValueList<GovernedObject> Objects, string? Fault)
{
    /// <summary>The section, segment by segment.</summary>
    public IReadOnlyList<string> SectionSegments => Section.Length == 0 ? [] : Section.Split(':');

    /// <summary>The name with its namespace, for messages.</summary>
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>The fully qualified name in C#.</summary>
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
/// <param name="HiddenIn">The base class that declares it, if a derived class hides it with a member of the same name; otherwise null.</param>
/// <param name="Value">What it holds.</param>
internal sealed record GovernedProperty(string Key, string Name, string? HiddenIn, GovernedValue Value);

/// <summary>What a property or an element holds.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Type">Its fully qualified type.</param>
/// <param name="Shown">Its type, for messages.</param>
/// <param name="CanBeNull">Whether the value may be missing.</param>
internal sealed record GovernedValue(GovernedKind Kind, string Type, string Shown, bool CanBeNull)
{
    /// <summary>The members of an enumeration.</summary>
    public ValueList<GovernedMember> Members { get; init; } = ValueList<GovernedMember>.Empty;

    /// <summary>Whether the values of an enumeration are sets of its members.</summary>
    public bool IsFlags { get; init; }

    /// <summary>The index of an object among <see cref="GovernedType.Objects"/>; -1 for other values.</summary>
    public int Object { get; init; } = -1;

    /// <summary>What the elements of a collection hold.</summary>
    public GovernedValue? Element { get; init; }

    /// <summary>The type arguments with which a collection is read, if C# cannot infer them; otherwise empty.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Whether it is a structure, so that a missing one is a <c>Nullable</c>.</summary>
    public bool IsStructure { get; init; }
}

/// <summary>A member of an enumeration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SameAs">The name of the first member with its value, which represents all of them, because the value does not show which was written.</param>
/// <param name="Code">Its value as a C# constant.</param>
internal sealed record GovernedMember(string Name, string SameAs, string Code);

/// <summary>The kinds of values that options hold.</summary>
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

    /// <summary>An array of bytes, which the binder reads from Base64 (RFC 4648).</summary>
    Bytes,

    /// <summary>An object with properties.</summary>
    Object,

    /// <summary>A list, an array or a set: its keys are indexes from 0.</summary>
    Items,

    /// <summary>A dictionary.</summary>
    Entries,
}
