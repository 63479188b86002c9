namespace DecisionPolicies.Tool.Configuration.Terraform;

/// <summary>What is between two braces, or a whole file: attributes, and blocks.</summary>
internal sealed class HclBody
{
    /// <summary>The attributes, in the order of the file.</summary>
    public List<HclEntry> Attributes { get; } = [];

    /// <summary>The blocks, in the order of the file.</summary>
    public List<HclBlock> Blocks { get; } = [];
}

/// <summary>A block.</summary>
/// <param name="Type">Its type, as in <c>resource</c>.</param>
/// <param name="Labels">Its labels; one that is not a plain name is empty.</param>
/// <param name="Body">What is in it.</param>
internal sealed record HclBlock(string Type, IReadOnlyList<string> Labels, HclBody Body);

/// <summary>An attribute of a body, or an entry of an object.</summary>
/// <param name="Name">Its name; null if that is an expression.</param>
/// <param name="NamePlace">The place of the name.</param>
/// <param name="Value">Its value.</param>
internal sealed record HclEntry(string? Name, Place NamePlace, HclValue Value);

/// <summary>A value.</summary>
internal abstract record HclValue;

/// <summary>A text, a number, <c>true</c> or <c>false</c>; or null.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="Place">Its place.</param>
internal sealed record HclLiteral(string? Text, Place Place) : HclValue;

/// <summary>An object or a map.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="Place">Its place.</param>
internal sealed record HclObject(IReadOnlyList<HclEntry> Entries, Place Place) : HclValue;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Place">Its place.</param>
internal sealed record HclList(IReadOnlyList<HclValue> Items, Place Place) : HclValue;

/// <summary>An expression, whose value is known only when Terraform runs.</summary>
/// <param name="Parts">The objects, lists and expressions that it is made of, such as the arguments of a function.</param>
/// <param name="Place">Its place.</param>
internal sealed record HclExpression(IReadOnlyList<HclValue> Parts, Place Place) : HclValue
{
    /// <summary>What is read in its place: nothing but a placeholder, without a default.</summary>
    public const string Value = "${…}";
}
