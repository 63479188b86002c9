namespace DecisionPolicies.Records;

/// <summary>A piece of YAML with its place in the file. A scalar holds the raw text: 0027 stays "0027".</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>What the node is, for messages.</summary>
    public abstract string Description { get; }
}

/// <summary>Text. It is plain if it is written without quotes, so that <c>true</c> or <c>null</c> has its YAML meaning.</summary>
internal sealed record YamlScalar(string Text, bool IsPlain, Place Place) : YamlNode(Place)
{
    /// <summary>Whether it is a block after <c>|</c>, whose lines are kept as they are.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>Whether it is a block after <c>&gt;</c>, whose lines are joined.</summary>
    public bool IsFolded { get; init; }

    // The YAML 1.2 core schema's ways to write null.
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The boolean value by the YAML 1.2 core schema, or null if the scalar is not a boolean.</summary>
    public bool? Boolean => (IsPlain, Text) switch
    {
        (true, "true" or "True" or "TRUE") => true,
        (true, "false" or "False" or "FALSE") => false,
        _ => null,
    };

    /// <summary>Whether the value is empty. To YAML that is null, but the author more likely forgot it.</summary>
    public bool IsLeftOpen => IsPlain && Text.Length == 0;

    public override string Description => IsNull ? "null" : "text";
}

internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, Place Place) : YamlNode(Place)
{
    public override string Description => "a list";
}

internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, Place Place) : YamlNode(Place)
{
    public override string Description => "a mapping";
}

internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
