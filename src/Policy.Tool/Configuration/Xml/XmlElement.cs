namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>An XML element with the places of what can be set in it.</summary>
/// <param name="name">Its name, without a namespace.</param>
/// <param name="place">The place of the name.</param>
internal sealed class XmlElement(string name, Place place)
{
    /// <summary>Its name, without a namespace.</summary>
    public string Name => name;

    /// <summary>The place of the name.</summary>
    public Place Place => place;

    /// <summary>Its attributes.</summary>
    public List<XmlAttribute> Attributes { get; } = [];

    /// <summary>The elements in it.</summary>
    public List<XmlElement> Children { get; } = [];

    /// <summary>Its text, or null.</summary>
    public string? Text { get; set; }

    /// <summary>The place of the text.</summary>
    public Place TextPlace { get; set; }

    /// <summary>The attribute <c>Name</c>, which becomes part of the key, or null.</summary>
    public string? NameAttribute => Find("Name")?.Value;

    /// <summary>An attribute by its name, which ignores case, or null.</summary>
    /// <param name="attribute">The name.</param>
    public XmlAttribute? Find(string attribute) => Attributes.Find(a => string.Equals(a.Name, attribute, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it has this name, with the same case, as in .NET's configuration files.</summary>
    /// <param name="other">The name.</param>
    public bool Is(string other) => name == other;
}

/// <summary>An attribute of an element.</summary>
/// <param name="Name">Its name, without a namespace.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">The place of its name.</param>
/// <param name="ValuePlace">The place of its value, without the quotes.</param>
internal sealed record XmlAttribute(string Name, string Value, Place Place, Place ValuePlace);
