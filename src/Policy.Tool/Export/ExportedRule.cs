namespace DecisionPolicies.Tool.Export;

/// <summary>
/// A rule about configuration in the form that other engines judge: keys as expressions and literal parts, values as <see cref="ExportedTest"/>.
/// An expression is a regular expression of <see cref="Expression"/>, and matches a text as a whole.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Key">The keys that it applies to.</param>
/// <param name="Tests">The tests on the value, all of which must hold for the condition to hold.</param>
internal sealed record ExportedRule(ConfigurationRule Rule, ExportedKey Key, ValueList<ExportedTest> Tests)
{
    /// <summary>The conditions on other keys.</summary>
    public ValueList<ExportedPrecondition> When { get; init; } = ValueList<ExportedPrecondition>.Empty;

    /// <summary>Expressions of the keys that the rule does not apply to.</summary>
    public ValueList<string> Except { get; init; } = ValueList<string>.Empty;

    /// <summary>Whether the exported rule rejects values that the rule accepts, in a spelling that no expression recognizes.</summary>
    public bool IsStricter { get; init; }
}

/// <summary>A condition on another key.</summary>
/// <param name="Tests">The tests on its value.</param>
internal sealed record ExportedPrecondition(ValueList<ExportedTest> Tests)
{
    /// <summary>
    /// The key between the segments that the first <c>*</c>s of the rule's key match: one part more than there are such segments. Empty if the
    /// key has a <c>**</c>.
    /// </summary>
    public ValueList<string> Parts { get; init; } = ValueList<string>.Empty;

    /// <summary>The keys, if there is a <c>**</c>: each that exists, and whose <c>*</c>s match the same segments as those of the rule's key.</summary>
    public ExportedKey? Any { get; init; }
}

/// <summary>
/// The keys that a pattern matches. Here a key is in lower case, and begins with a colon: <c>:gateway:mock</c>. The root is empty.
/// </summary>
/// <param name="Text">The pattern as the record writes it.</param>
/// <param name="Literal">The only key of a pattern without wildcards, whether it exists or not; null for any other pattern.</param>
/// <param name="Reaches">The other keys.</param>
/// <param name="Stars">
/// Where in a key the segments are that each <c>*</c> matches: from the start, the first segment being 1, or from the end, the last being -1.
/// </param>
internal sealed record ExportedKey(string Text, string? Literal, ValueList<ExportedReach> Reaches, ValueList<int> Stars);

/// <summary>Keys that begin with a key that exists.</summary>
/// <param name="Prefix">The literal part that all of them begin with.</param>
/// <param name="Expression">The expression of the key that exists.</param>
/// <param name="Tail">What follows it, and need not exist.</param>
/// <param name="ShownTail">The same as the record writes it.</param>
internal sealed record ExportedReach(string Prefix, string Expression, string Tail, string ShownTail);
