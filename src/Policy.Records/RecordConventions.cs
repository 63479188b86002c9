namespace DecisionPolicies.Records;

/// <summary>How the records of one repository are written, where that differs from what is read without a setting.</summary>
internal sealed record RecordConventions
{
    /// <summary>No conventions of one's own.</summary>
    public static RecordConventions None { get; } = new();

    /// <summary>Words for statuses, in lower case.</summary>
    public ValueList<StatusWord> Words { get; init; } = ValueList<StatusWord>.Empty;

    /// <summary>Headings of the section that holds the status, in lower case.</summary>
    public ValueList<string> StatusHeadings { get; init; } = ValueList<string>.Empty;

    /// <summary>Patterns of ids at the start of file names, as in <c>RFC-{number}</c>.</summary>
    public ValueList<string> IdSchemes { get; init; } = ValueList<string>.Empty;

    /// <summary>The status of a record that states neither a status nor rules; unknown for none.</summary>
    public DecisionStatus DefaultStatus { get; init; }

    /// <summary>The status of a record that states rules but not a status; unknown for none.</summary>
    public DecisionStatus DefaultStatusWithRules { get; init; }

    /// <summary>The status that a text means here; unknown if it has no meaning of its own.</summary>
    /// <param name="text">The text, without marks.</param>
    public DecisionStatus StatusOf(string text)
    {
        if (Words.Count == 0) return DecisionStatus.Unknown;
        var plain = text.Trim().TrimEnd('.');
        return Words.FirstOrDefault(word => string.Equals(word.Word, plain, StringComparison.OrdinalIgnoreCase))?.Status ?? DecisionStatus.Unknown;
    }

    /// <summary>Whether a heading is that of the section that holds the status.</summary>
    /// <param name="heading">The heading, without marks.</param>
    public bool IsStatusHeading(string heading) =>
        FieldLabels.NameOf(heading) == FieldLabels.Status || StatusHeadings.Any(own => string.Equals(own, heading.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A word for a status.</summary>
/// <param name="Word">The word.</param>
/// <param name="Status">What it means.</param>
internal sealed record StatusWord(string Word, DecisionStatus Status);
