namespace DecisionPolicies.Tool.Export;

/// <summary>
/// A test on a value. A value is absent, null, empty or text, and is read as it is written and in at most one other way, as the engine does:
/// null as the default of a value type, hexadecimal as a negative number, text with commas as a list. Text is without its surrounding white space.
/// </summary>
internal abstract record ExportedTest
{
    private protected ExportedTest()
    {
    }
}

/// <summary>The value equals one of several literals.</summary>
internal sealed record EqualityTest : ExportedTest
{
    /// <summary>Whether null is one of them.</summary>
    public bool IsNull { get; init; }

    /// <summary>Whether empty text is.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether the default of a value type is, as which null is read.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The expression of text that equals one; null if no literal is text.</summary>
    public string? Text { get; init; }

    /// <summary>The expression of a part of a list with commas that is one, without its surrounding white space; null if no literal is a name.</summary>
    public string? Name { get; init; }

    /// <summary>The numbers, each doubled (<see cref="WholeNumber"/>).</summary>
    public ValueList<long> Numbers { get; init; } = ValueList<long>.Empty;

    /// <summary>The numbers that a value in negative hexadecimal equals, each doubled.</summary>
    public ValueList<long> Negatives { get; init; } = ValueList<long>.Empty;
}

/// <summary>
/// The value is text that matches a pattern of paths. A value that has another spelling as a URL, or a <see cref="Expression.LongS"/>, and does not
/// match as it is written, cannot be judged.
/// </summary>
/// <param name="Expression">The expression of the text without a slash at its end, unless that is all of it.</param>
internal sealed record PathTest(string Expression) : ExportedTest;

/// <summary>The key, or a key below it, holds text; or none does.</summary>
/// <param name="Expected">Whether text must be there.</param>
internal sealed record PresenceTest(bool Expected) : ExportedTest;

/// <summary>The value is a number that is not below a bound.</summary>
/// <param name="Bound">The bound, doubled (<see cref="WholeNumber"/>).</param>
internal sealed record LeastTest(long Bound) : ExportedTest;

/// <summary>The value is a number that is not above a bound.</summary>
/// <param name="Bound">The bound, doubled (<see cref="WholeNumber"/>).</param>
internal sealed record MostTest(long Bound) : ExportedTest;
