namespace DecisionPolicies.Records;

/// <summary>Something wrong in a record, at its place.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Place">Where in the file.</param>
/// <param name="Message">What is wrong and what to do about it, in one or two sentences.</param>
internal sealed record Fault(FaultKind Kind, Place Place, string Message)
{
    /// <summary>Its severity: that of its kind, or less in a record that does not enforce anything.</summary>
    public Severity Severity { get; init; } = Kind.Severity;

    /// <summary>Whether the compiler must report it, whatever the project configures.</summary>
    public bool KeepsFromEmitting => Kind.KeepsFromEmitting && Severity == Severity.Error;

    /// <summary>
    /// The fault in a record without rules and waivers. There it is at most a warning; what is only unknown is reported once for the folder.
    /// </summary>
    public Fault Unenforced() => Kind == FaultKind.UnknownStatus || Kind == FaultKind.UnreadableDate
        ? this with { Severity = Severity.Info }
        : Severity == Severity.Error ? this with { Severity = Severity.Warning } : this;
}

/// <summary>A kind of fault. Its id leads to its description in the pages that docs/diagnostics.md lists.</summary>
/// <param name="Id">The id, as in <c>DP1001</c>: <c>DP1</c> for the record, <c>DP2</c> for its rules.</param>
/// <param name="Title">The fault in a few words.</param>
/// <param name="Severity">The default severity. A fault that would leave a decision unenforced is always an error.</param>
/// <param name="KeepsFromEmitting">
/// Whether the fault keeps the constant, or a part of it, from being generated. The generator reports such faults; an analyzer reports the rest.
/// </param>
internal sealed record FaultKind(string Id, string Title, Severity Severity, bool KeepsFromEmitting)
{
    /// <summary>Whether only an analyzer that sees a project's code can find it. The reader never reports it.</summary>
    public bool NeedsCode { get; init; }

    /// <summary>The YAML between the two <c>---</c> lines cannot be read.</summary>
    public static FaultKind UnreadableFrontMatter { get; } = new("DP1001", "The front matter cannot be read", Severity.Error, true);

    /// <summary>A Markdown file in the folder of records is not read as a record.</summary>
    public static FaultKind NotARecord { get; } = new("DP1002", "The file is not a record", Severity.Warning, false);

    /// <summary>A file has rules, but neither its front matter nor its name gives an id.</summary>
    public static FaultKind NoId { get; } = new("DP1003", "The record has rules but no id", Severity.Error, true);

    /// <summary>The status is missing or is not a known word.</summary>
    public static FaultKind UnknownStatus { get; } = new("DP1004", "The record's status is unknown", Severity.Warning, false);

    /// <summary>The record has rules, but its status does not say whether they are enforced.</summary>
    public static FaultKind RulesWithoutStatus { get; } = new("DP1005", "The record has rules but no known status", Severity.Error, true);

    /// <summary>A date is not a calendar date.</summary>
    public static FaultKind UnreadableDate { get; } = new("DP1006", "A date cannot be read", Severity.Warning, false);

    /// <summary>A value is a list where text is expected, or has another wrong type.</summary>
    public static FaultKind WrongType { get; } = new("DP1007", "A value has the wrong type", Severity.Warning, false);

    /// <summary>The name of the constant is not a C# identifier, or is one that the generated class reserves. Another name is used.</summary>
    public static FaultKind InvalidName { get; } = new("DP1008", "The record's C# name cannot be used", Severity.Warning, false);

    /// <summary>Two records share an id.</summary>
    public static FaultKind DuplicateId { get; } = new("DP1009", "Two records share an id", Severity.Warning, false);

    /// <summary>A waiver does not name a rule of its record, lacks a last day, or cannot be fully understood.</summary>
    public static FaultKind UnreadableWaiver { get; } = new("DP1010", "A waiver cannot be understood", Severity.Error, true);

    /// <summary>A revisit, an amendment or a waiver has an unknown key, or text that YAML split at a comma.</summary>
    public static FaultKind UnknownKey { get; } = new("DP1011", "A key is unknown", Severity.Error, true);

    /// <summary>A key of the front matter differs by one or two slips from a key that would be read.</summary>
    public static FaultKind MisspelledKey { get; } = new("DP1012", "A key may be misspelled", Severity.Warning, false);

    /// <summary>A record states a C# name that an earlier record has. Another name is used.</summary>
    public static FaultKind DuplicateName { get; } = new("DP1013", "Two records share a C# name", Severity.Warning, false);

    /// <summary>A record takes its C# name from its file name, but an earlier record has that name.</summary>
    public static FaultKind RenamedConstant { get; } = new("DP1014", "The C# name is already taken", Severity.Warning, false);

    /// <summary>One record says that it supersedes another, or is superseded by it, but the other does not say so.</summary>
    public static FaultKind OneSidedSupersession { get; } = new("DP1015", "A supersession is recorded on one side only", Severity.Warning, false);

    /// <summary>A record is superseded, but its successor does not exist or is not named.</summary>
    public static FaultKind MissingSuccessor { get; } = new("DP1016", "The successor is missing", Severity.Error, false);

    /// <summary>A record is superseded by a record that is not in force.</summary>
    public static FaultKind SuccessorNotAccepted { get; } = new("DP1017", "The successor is not accepted", Severity.Error, false);

    /// <summary>Records supersede each other in a cycle.</summary>
    public static FaultKind SupersessionCycle { get; } = new("DP1018", "Records supersede each other in a cycle", Severity.Error, false);

    /// <summary>A record supersedes a record that does not exist.</summary>
    public static FaultKind MissingPredecessor { get; } = new("DP1019", "The superseded record is missing", Severity.Warning, false);

    /// <summary>A link to another record points to a file that does not exist.</summary>
    public static FaultKind BrokenLink { get; } = new("DP1020", "A link points to no record", Severity.Warning, false);

    /// <summary>The id and the number in the file name differ.</summary>
    public static FaultKind IdDisagrees { get; } = new("DP1021", "The id and the file name disagree", Severity.Warning, false);

    /// <summary>A file is named like an index, a README or a template, so it is not read as a record.</summary>
    public static FaultKind Skipped { get; } = new("DP1022", "The file is skipped", Severity.Info, false);

    /// <summary>A file that is skipped by name has rules, and its status is accepted.</summary>
    public static FaultKind SkippedRules { get; } = new("DP1023", "A file that is skipped has rules", Severity.Error, true);

    /// <summary>Records of a folder without rules have a status or a date that cannot be read.</summary>
    public static FaultKind PartlyRead { get; } = new("DP1024", "Records are read only in part", Severity.Warning, false);

    /// <summary>Text in the prose looks like rules, but rules are read only in front matter.</summary>
    public static FaultKind RulesInProse { get; } = new("DP1025", "Rules in prose are not read", Severity.Warning, false);

    /// <summary>The file is not text in UTF-8 or UTF-16.</summary>
    public static FaultKind NotText { get; } = new("DP1026", "The text cannot be decoded", Severity.Error, true);

    /// <summary>A part of the file <c>decisions.yml</c> cannot be read.</summary>
    public static FaultKind UnreadableConventions { get; } = new("DP1027", "The conventions cannot be read", Severity.Warning, false);

    /// <summary>An id has a character other than letters, digits, <c>-</c>, <c>.</c> and <c>_</c>.</summary>
    public static FaultKind InvalidId { get; } = new("DP1028", "The id contains a character that ids do not have", Severity.Error, false);

    /// <summary>An id, or a key of a rule, has Cyrillic or Greek letters among Latin ones.</summary>
    public static FaultKind MixedAlphabets { get; } = new("DP1029", "A name mixes alphabets", Severity.Warning, false);

    /// <summary>A waiver of a packed decision names no rule that may be waived, or lasts too long.</summary>
    public static FaultKind RefusedWaiver { get; } = new("DP1030", "A waiver of a packed decision is not allowed", Severity.Error, false);

    /// <summary>A record claims to supersede a decision of a pack.</summary>
    public static FaultKind SupersededPack { get; } = new("DP1031", "A packed decision cannot be superseded here", Severity.Error, false);

    /// <summary>A decision pack lacks a part, is of a later version of the format, or has a class whose name is taken.</summary>
    public static FaultKind UnreadablePack { get; } = new("DP1032", "A decision pack cannot be read", Severity.Error, true);

    /// <summary>A version of a pack lacks a decision that was accepted in an earlier one, or has other rules for it.</summary>
    public static FaultKind ChangedPack { get; } = new("DP1033", "A decision of the pack was removed or changed", Severity.Warning, false);

    /// <summary>A rule lacks a known subject or a verb, or has an unknown key.</summary>
    public static FaultKind UnreadableRule { get; } = new("DP2001", "A rule cannot be understood", Severity.Error, true);

    /// <summary>A rule's key, endpoint, symbol or package cannot be read.</summary>
    public static FaultKind UnreadableKey { get; } = new("DP2002", "The subject of a rule cannot be read", Severity.Error, true);

    /// <summary>The condition of a rule cannot be understood.</summary>
    public static FaultKind UnreadableCondition { get; } = new("DP2003", "A rule's condition cannot be understood", Severity.Error, true);

    /// <summary>The rule demands less than it seems to: an absent key never breaks <c>forbid</c>.</summary>
    public static FaultKind DeadRule { get; } = new("DP2004", "A rule forbids the absence of a key", Severity.Error, true);

    /// <summary>A key of the front matter differs by one or two slips from <c>rules</c>.</summary>
    public static FaultKind MisspelledRules { get; } = new("DP2005", "The key 'rules' is misspelled", Severity.Error, true);

    /// <summary>A rule is about the section of governed options, but it matches none of their properties.</summary>
    public static FaultKind NoProperty { get; } = new("DP2006", "A rule matches no property of the options", Severity.Warning, false) { NeedsCode = true };

    /// <summary>A rule matches a property of governed options, but its condition cannot compare the property's type.</summary>
    public static FaultKind IncomparableProperty { get; } = new("DP2007", "A rule cannot compare a property of the options", Severity.Warning, false)
    {
        NeedsCode = true,
    };

    /// <summary>A rule forbids a name that may be a member of an enumeration, which a number sets as well, and no governed options show which.</summary>
    public static FaultKind NameWithoutNumber { get; } = new("DP2008", "A number may mean the name that a rule forbids", Severity.Info, false)
    {
        NeedsCode = true,
    };

    /// <summary>A rule applies in an environment that the project does not know.</summary>
    public static FaultKind UnknownEnvironment { get; } = new("DP2009", "The environment of a rule is unknown", Severity.Warning, false) { NeedsCode = true };

    /// <summary>Every kind, in the order of their ids.</summary>
    public static ValueList<FaultKind> All { get; } = ValueList.Of(
        UnreadableFrontMatter, NotARecord, NoId, UnknownStatus, RulesWithoutStatus, UnreadableDate, WrongType, InvalidName,
        DuplicateId, UnreadableWaiver, UnknownKey, MisspelledKey, DuplicateName, RenamedConstant, OneSidedSupersession,
        MissingSuccessor, SuccessorNotAccepted, SupersessionCycle, MissingPredecessor, BrokenLink, IdDisagrees, Skipped, SkippedRules,
        PartlyRead, RulesInProse, NotText, UnreadableConventions, InvalidId, MixedAlphabets, RefusedWaiver, SupersededPack, UnreadablePack, ChangedPack,
        UnreadableRule, UnreadableKey, UnreadableCondition, DeadRule, MisspelledRules,
        NoProperty, IncomparableProperty, NameWithoutNumber, UnknownEnvironment);
}
