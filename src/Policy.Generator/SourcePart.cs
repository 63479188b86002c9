namespace DecisionPolicies.Generator;

/// <summary>The records whose constants stand in one generated source: one record, unless there are very many.</summary>
/// <param name="Records">The records, in the order of their paths; never none.</param>
/// <remarks>
/// The compiler compares the name of each source with all before it, on every edit of whatever file. So their number is limited, and
/// an edit of one record among very many writes its neighbours as well.
/// </remarks>
internal sealed record SourcePart(ValueList<AdrRecord> Records)
{
    /// <summary>How many sources are written at most.</summary>
    public const int Most = 128;

    /// <summary>The name of the source.</summary>
    public string HintName => $"Decisions.{Records[0].Name}.g.cs";

    /// <summary>
    /// The parts that the records come to, each found by the path of its first record. A record after the last leaves all but the
    /// last part as they are, until the number of records doubles.
    /// </summary>
    /// <param name="records">All records, in the order of their paths.</param>
    public static IReadOnlyDictionary<string, SourcePart> Of(IReadOnlyList<AdrRecord> records)
    {
        var size = 1;
        while (size * Most < records.Count) size *= 2;
        var parts = new Dictionary<string, SourcePart>(StringComparer.Ordinal);
        for (var first = 0; first < records.Count; first += size)
        {
            parts.Add(records[first].Path, new(records.Skip(first).Take(size).ToValueList()));
        }
        return parts;
    }
}
