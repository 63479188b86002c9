namespace DecisionPolicies.Records;

/// <summary>Something wrong in a record, at its place.</summary>
/// <param name="Kind">What sort of fault it is.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
public sealed record Fault(FaultKind Kind, Place Place, string Message);

/// <summary>A sort of fault, known to the reader by its id and described in docs/diagnostics.md.</summary>
/// <param name="Id">The id, as in <c>DP1001</c>: <c>DP1</c> for the record, <c>DP2</c> for its rules.</param>
/// <param name="Title">The fault in a few words.</param>
/// <param name="IsError">Whether the build fails by default. What would leave a decision unenforced is always an error.</param>
public sealed record FaultKind(string Id, string Title, bool IsError)
{
    /// <summary>The YAML between the two <c>---</c> lines cannot be read.</summary>
    public static FaultKind UnreadableFrontMatter { get; } = new("DP1001", "The front matter cannot be read", true);

    /// <summary>A Markdown file among the records has no front matter.</summary>
    public static FaultKind NoFrontMatter { get; } = new("DP1002", "The record has no front matter", false);

    /// <summary>Neither the front matter nor the file name gives an id.</summary>
    public static FaultKind NoId { get; } = new("DP1003", "The record has no id", true);

    /// <summary>The status is missing or not a known word.</summary>
    public static FaultKind UnknownStatus { get; } = new("DP1004", "The record's status is unknown", false);

    /// <summary>The record has rules, but no status that says whether they are enforced.</summary>
    public static FaultKind RulesWithoutStatus { get; } = new("DP1005", "The record has rules but no known status", true);

    /// <summary>A date is not a calendar date.</summary>
    public static FaultKind UnreadableDate { get; } = new("DP1006", "A date cannot be read", false);

    /// <summary>A key holds a list where text is expected, or the like.</summary>
    public static FaultKind WrongType { get; } = new("DP1007", "A key holds the wrong type", true);

    /// <summary>The name of the constant is not a C# identifier, or one that the generated class needs itself.</summary>
    public static FaultKind InvalidName { get; } = new("DP1008", "The record's C# name cannot be used", true);

    /// <summary>Two records share an id or a C# name.</summary>
    public static FaultKind Duplicate { get; } = new("DP1009", "Two records share an id or a name", true);

    /// <summary>A waiver names no rule of its record, or has no date on which it ends.</summary>
    public static FaultKind UnreadableWaiver { get; } = new("DP1010", "A waiver cannot be understood", true);

    /// <summary>A revisit, an amendment or a waiver has a key that is not known, or text that was cut in two at a comma.</summary>
    public static FaultKind UnknownKey { get; } = new("DP1011", "A key is not known", true);

    /// <summary>A rule has no known subject, no verb, or a key that is not known.</summary>
    public static FaultKind UnreadableRule { get; } = new("DP2001", "A rule cannot be understood", true);

    /// <summary>The configuration key of a rule cannot be read.</summary>
    public static FaultKind UnreadableKey { get; } = new("DP2002", "A rule's key cannot be read", true);

    /// <summary>The condition of a rule cannot be understood.</summary>
    public static FaultKind UnreadableCondition { get; } = new("DP2003", "A rule's condition cannot be understood", true);

    /// <summary>No configuration can ever break the rule.</summary>
    public static FaultKind DeadRule { get; } = new("DP2004", "A rule can never be broken", true);

    /// <summary>Every kind, in the order of their ids.</summary>
    public static ValueList<FaultKind> All { get; } = ValueList.Of(
        UnreadableFrontMatter, NoFrontMatter, NoId, UnknownStatus, RulesWithoutStatus, UnreadableDate, WrongType,
        InvalidName, Duplicate, UnreadableWaiver, UnknownKey, UnreadableRule, UnreadableKey, UnreadableCondition, DeadRule);
}
