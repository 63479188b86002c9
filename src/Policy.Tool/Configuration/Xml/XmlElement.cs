namespace DecisionPolicies.Tool.Configuration.Xml;

/// <summary>An element of XML, with the places of what can be set in it.</summary>
/// <param name="name">Its name, without a namespace.</param>
/// <param name="place">Where the name stands.</param>
internal sealed class XmlElement(string name, Place place)
{
    /// <summary>Its name, without a namespace.</summary>
    public string Name => name;

    /// <summary>Where the name stands.</summary>
    public Place Place => place;

    /// <summary>Its attributes.</summary>
    public List<XmlAttribute> Attributes { get; } = [];

    /// <summary>The elements in it.</summary>
    public List<XmlElement> Children { get; } = [];

    /// <summary>Its text, or null where it has none.</summary>
    public string? Text { get; set; }

    /// <summary>Where the text stands.</summary>
    public Place TextPlace { get; set; }

    /// <summary>The attribute <c>Name</c>, which becomes a part of the key; null where there is none.</summary>
    public string? NameAttribute => Find("Name")?.Value;

    /// <summary>An attribute by its name, compared without case; null where there is none.</summary>
    /// <param name="attribute">The name.</param>
    public XmlAttribute? Find(string attribute) => Attributes.Find(a => string.Equals(a.Name, attribute, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it has this name, compared as .NET's configuration files do: with case.</summary>
    /// <param name="other">The name.</param>
    public bool Is(string other) => name == other;
}

/// <summary>An attribute of an element.</summary>
/// <param name="Name">Its name, without a namespace.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="ValuePlace">Where its value stands, without the quotes.</param>
internal sealed record XmlAttribute(string Name, string Value, Place Place, Place ValuePlace);
